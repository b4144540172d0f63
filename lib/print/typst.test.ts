import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Turns } from '@/lib/server/turns.mjs';
import { anybody } from '@/lib/testing/pdf';
import { PrintError } from './errors';
import { PrintRoom } from './typst';

const nodePath = process.execPath;
let rooms: PrintRoom[] = [];
afterEach(() => {
  process.execPath = nodePath;
  for (const room of rooms) room.close();
  rooms = [];
});

const program = (file: string) => path.join(import.meta.dirname, file);

/** A room with a compiler that can be told to do its work, or not to. */
function roomOf(limits: ConstructorParameters<typeof PrintRoom>[0] = {}) {
  const standIn = { program: program('../testing/print/endless.mjs'), mostMs: 60_000 };
  const room = new PrintRoom({ ...standIn, ...limits });
  rooms.push(room);
  return room;
}

const orderOf = (template: string, data: unknown = {}, shared = true) => ({
  ...{ template, data, at: 0, shared },
});
const office = () => ({ ...anybody(), isOffice: true });
const error = (reason: PrintError['reason']) => new PrintError(reason);

/** Which compilation, counted from the start of the compiler, the bytes are of. */
const made = async (room: PrintRoom, data: unknown, by = anybody()) =>
  (await room.make(orderOf('good', data), by)).toString();

/** Why nothing was made. */
const refusal = (tried: Promise<unknown>): Promise<string> =>
  tried.then(
    () => '',
    (reason) => (reason instanceof PrintError ? reason.reason : String(reason)),
  );
const many = (count: number, word: string) => Array.from({ length: count }, () => word);

describe('whatever goes wrong', () => {
  it('with data or templates is said, and the next one is made', async () => {
    const room = roomOf({ program: program('compiler.mjs') });
    await expect(room.make(orderOf('record'), anybody())).rejects.toThrow(/broken/);
    await expect(room.make(orderOf('nothing'), anybody())).rejects.toThrow(/broken/);
  });

  it('that does not end is given up, and somebody new is brought', async () => {
    const late = roomOf({ mostMs: 300 });
    await expect(late.make(orderOf('endless'), anybody())).rejects.toThrow(error('late'));
    const room = roomOf();
    await expect(room.make(orderOf('fall'), anybody())).rejects.toThrow(error('ended'));
    expect(await made(room, 1)).toBe('1');
  });

  it('with the process is one of the faults whoever asks is prepared for', async () => {
    const room = roomOf();
    const unsendable = orderOf('good', { cannot: () => 'be sent' });
    await expect(room.make(unsendable, anybody())).rejects.toThrow(error('ended'));
    process.execPath = '/nowhere/node';
    await expect(room.make(orderOf('good'), anybody())).rejects.toThrow(error('ended'));
    process.execPath = nodePath;
    expect(await made(room, 1)).toBe('1');
  });
});

describe('a crowd', () => {
  it('that wants many documents leaves room for everybody else, and is told so at once', async () => {
    const room = roomOf();
    const turns = new Turns();
    const who = { network: '', bytes: 0 };
    const away = new AbortController();
    const wanted = Array.from({ length: 64 }, (_, n) =>
      refusal(turns.take(who, () => room.make(orderOf('silent', n), anybody(away.signal)))),
    );
    // Whoever votes comes last and has a place.
    await turns.take(who, async () => undefined);
    expect(turns.load).toEqual({ running: 4, waiting: 0 });
    expect(await Promise.all(wanted.slice(4))).toEqual(many(60, 'busy'));
    away.abort();
    expect(await Promise.all(wanted.slice(0, 4))).toEqual(many(4, 'left'));
  });

  it('that wants one document has it made once', async () => {
    const room = roomOf();
    const together = await Promise.all(Array.from({ length: 8 }, () => made(room, 'record')));
    expect(new Set(together)).toEqual(new Set(['1']));
    const afterwards = await Promise.all(Array.from({ length: 64 }, () => made(room, 'record')));
    expect(new Set(afterwards)).toEqual(new Set(['1']));
    expect(await made(room, 'another')).toBe('2');
  });

  it('that wants one document which is not ready holds half of the places at most', async () => {
    const room = roomOf();
    const all = Array.from({ length: 64 }, () => refusal(room.make(orderOf('silent'), anybody())));
    expect(await Promise.all(all.slice(12))).toEqual(many(52, 'busy'));
    room.close();
    expect(await Promise.all(all.slice(0, 12))).toEqual(many(12, 'ended'));
  });

  it('does not stand before the office', async () => {
    const room = roomOf();
    const first = refusal(room.make(orderOf('silent'), anybody()));
    const crowd = Promise.all([1, 2, 3].map((data) => made(room, data)));
    const ours = made(room, 1, office());
    await expect(room.make(orderOf('good', 4), anybody())).rejects.toThrow(error('busy'));
    room.close();
    expect(await first).toBe('ended');
    expect([await ours, ...(await crowd)]).toEqual(['1', '2', '3', '4']);
  });
});

it('what is not for everybody is made anew for each who asks, and kept nowhere', async () => {
  const room = roomOf();
  const secret = async () => (await room.make(orderOf('good', 'card', false), office())).toString();
  expect(await secret()).toBe('1');
  expect(await secret()).toBe('2');
  // Nor is it found by whoever has the same data for everybody.
  expect(await made(room, 'card')).toBe('3');
  expect(await secret()).toBe('4');
});

it('whoever leaves while waiting leaves nothing behind', async () => {
  const room = roomOf();
  const first = refusal(room.make(orderOf('silent'), anybody()));
  const away = new AbortController();
  const left = [1, 2, 3].map((data) => refusal(made(room, data, anybody(away.signal))));
  away.abort();
  expect(await Promise.all(left)).toEqual(many(3, 'left'));
  // Somebody else who wants the same does not go with them.
  const again = [3, 4, 5].map((data) => made(room, data));
  room.close();
  expect(await first).toBe('ended');
  expect(await Promise.all(again)).toEqual(['1', '2', '3']);
});
