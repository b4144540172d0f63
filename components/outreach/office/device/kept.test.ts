import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { freshDraft } from '@/lib/outreach/device/drafts/rules';
import type { DeviceContact, KeptContact } from '@/lib/outreach/device/types';
import { changeCalls, keepContact, keepDraft, readKept, takeBack } from './kept';
import { countHere, isUsedHere, leaveNumbers, obeyLeft } from './leaving';
import { sendKept } from './sending';

type Rows = Map<string, unknown>;
type Answering = (sent: DeviceContact[]) => Promise<[status: number, body: unknown]>;

/** As much of a browser's database as is asked of it: each transaction whole or not at all, its requests in order. */
class Disk {
  rows: Record<string, Rows> = {};
  isFull = false;

  open() {
    const isNew = Object.keys(this.rows).length === 0;
    const request: Record<string, unknown> = { result: this };
    let isWanted = true;
    request.transaction = { abort: () => (isWanted = false) };
    setTimeout(() => {
      if (isNew) (request.onupgradeneeded as () => void)?.();
      if (isNew && !isWanted) this.rows = {};
      (request[isWanted ? 'onsuccess' : 'onerror'] as () => void)();
    });
    return request;
  }

  createObjectStore(name: string) {
    this.rows[name] = new Map();
  }

  close() {
    // One for all tests.
  }

  transaction() {
    const copy = Object.fromEntries(
      Object.entries(this.rows).map(([name, rows]) => [name, new Map(structuredClone([...rows]))]),
    );
    const queue: (() => void)[] = [];
    const self: Record<string, unknown> = { error: null };
    const ask = (work: () => unknown) => {
      const request: Record<string, unknown> = {};
      queue.push(() => {
        request.result = work();
        (request.onsuccess as () => void)?.();
      });
      return request;
    };
    self.objectStore = (name: string) => {
      const rows = copy[name] ?? new Map();
      return {
        get: (id: string) => ask(() => rows.get(id)),
        getAll: () => ask(() => [...rows.values()]),
        count: () => ask(() => rows.size),
        delete: (id: string) => ask(() => rows.delete(id)),
        put: (value: { id: string }, key?: string) =>
          ask(() => {
            if (this.isFull) self.error = new DOMException('', 'QuotaExceededError');
            rows.set(key ?? value.id, structuredClone(value));
          }),
      };
    };
    setTimeout(() => {
      for (let job = queue.shift(); job; job = queue.shift()) job();
      if (self.error) return (self.onabort as () => void)();
      this.rows = copy;
      (self.oncomplete as () => void)?.();
    });
    return self;
  }
}

let disk: Disk;
const requests: DeviceContact[][] = [];
const marks = new Map<string, string>();

function answer(how: Answering): void {
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    const { contacts } = JSON.parse(body) as { contacts: DeviceContact[] };
    requests.push(contacts);
    const [status, said] = await how(contacts);
    return { status, text: async () => JSON.stringify(said) };
  });
}

const where = { districtId: 'hang', setting: 'STAND', place: 'Kiosk' } as const;
const draft = freshDraft('1', where);
const contact = (id: string, note = '') => ({ id, note, contacts: 1 }) as DeviceContact;
const kept = (id: string, problem = ''): KeptContact => ({ id, contact: contact(id), problem });
const keep = (one: KeptContact) => keepContact(one, 'other', draft);
const all = (answer: string, of: DeviceContact[], more = {}) => ({
  answers: of.map(({ id }) => ({ id, answer, ...more })),
});
const ids = async () => (await readKept()).contacts.map(({ id }) => id);

beforeEach(async () => {
  // One connection for all tests, as a page has one; what lies there is new for each.
  disk ??= new Disk();
  disk.isFull = false;
  requests.length = 0;
  vi.stubGlobal('window', { indexedDB: disk });
  vi.stubGlobal('indexedDB', disk);
  vi.stubGlobal('navigator', {});
  marks.clear();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => marks.get(name) ?? null,
    setItem: (name: string, mark: string) => void marks.set(name, mark),
  });
  for (const rows of Object.values(disk.rows)) rows.clear();
});
afterAll(() => {
  vi.unstubAllGlobals();
});

it('pages that only ask make no place to keep things in', async () => {
  const unused = new Disk();
  vi.stubGlobal('indexedDB', unused);
  expect(await countHere()).toEqual({ contacts: 0, refused: 0, begun: 0, calls: 0 });
  expect(await isUsedHere()).toBe(false);
  await leaveNumbers();
  expect(unused.rows).toEqual({});
});

it('is taken back into one form alone', async () => {
  await keep(kept('a', 'Kein Ort.'));
  const [mine, theirs] = [freshDraft('mine', where), freshDraft('theirs', where)];
  expect(await takeBack('a', { ...mine, contacts: 1 })).toBe(true);
  expect(await takeBack('a', { ...theirs, contacts: 1 })).toBe(false);
  expect(await readKept()).toMatchObject({ contacts: [], draft: { id: 'mine' }, later: [] });
});

it('a promised call is kept with its contact, outlives signing out, and goes when it is entered', async () => {
  const call = { id: 'a', day: '2026-11-30' };
  await keepContact(kept('a'), 'other', draft, call);
  // Saved once more, it is the same call.
  await keepContact(kept('a'), 'other', draft, call);
  await keepContact(kept('b'), 'other', draft);
  expect(await readKept()).toMatchObject({ contacts: [{ id: 'a' }, { id: 'b' }], calls: [call] });
  await leaveNumbers();
  expect((await countHere()).calls).toBe(1);
  await changeCalls((calls) => calls.filter(({ id }) => id !== 'a'));
  expect((await readKept()).calls).toEqual([]);
});

describe('an answer', () => {
  it('that comes late undoes no correction made meanwhile', async () => {
    await keep(kept('old'));
    // What was corrected is sent with the next piece, which is answered like the first.
    answer(
      vi
        .fn<Answering>()
        .mockImplementationOnce(async (sent) => {
          await takeBack('old', draft);
          await keep(kept('new'));
          return [200, all('refused', sent, { sentence: 'Kein Ort.' })];
        })
        .mockResolvedValue([500, {}]),
    );
    await sendKept('/x', 0, false);
    expect((await readKept()).contacts).toEqual([kept('new')]);
  });

  it('makes room on a full device by what has gone over', async () => {
    await keep(kept('a'));
    await keep(kept('b'));
    answer(async (sent) => {
      disk.isFull = true;
      return [200, all('stored', sent)];
    });
    expect(await sendKept('/x', 0, false)).toMatchObject({ obstacle: null });
    expect(await ids()).toEqual([]);
  });

  it('says so when a reason finds no room, and asks not again and again', async () => {
    await keep(kept('a'));
    await keep(kept('b'));
    answer(async ([a, b]) => {
      disk.isFull = true;
      const refused = { id: b?.id, answer: 'refused', sentence: 'Kein Ort.' };
      return [200, { answers: [{ id: a?.id, answer: 'stored' }, refused] }];
    });
    await expect(sendKept('/x', 0, false)).rejects.toMatchObject({ name: 'QuotaExceededError' });
    expect(await ids()).toEqual(['b']);
    expect(requests).toHaveLength(1);
  });
});

describe('a contact the server cannot digest', () => {
  const failing: Answering = async (sent) =>
    sent.some(({ id }) => id === 'c40') ? [500, { error: 'FAILED' }] : [200, all('stored', sent)];

  beforeEach(async () => {
    for (let at = 0; at < 60; at += 1) await keep(kept(`c${at}`));
  });

  it('holds no other back from the second time on', async () => {
    answer(failing);
    expect(await sendKept('/x', 0, false)).toMatchObject({ obstacle: 'server' });
    expect(await ids()).toHaveLength(60);
    expect(await sendKept('/x', 1, false)).toMatchObject({ obstacle: 'server' });
    expect(await ids()).toEqual(['c40']);
  });

  it('is not looked for without end when the server takes none', async () => {
    answer(async () => [500, { error: 'FAILED' }]);
    expect(await sendKept('/x', 1, false)).toMatchObject({ obstacle: 'server' });
    expect(await ids()).toHaveLength(60);
    expect(requests.length).toBeLessThan(20);
  });
});

it('a window that never lets go is waited for only so long', async () => {
  await keep(kept('a'));
  answer(async (sent) => [200, all('stored', sent)]);
  const request = async (_: string, __: object, work: (lock: null) => unknown) => work(null);
  vi.stubGlobal('navigator', { locks: { request } });
  expect(await sendKept('/x', 0, false)).toBeNull();
  expect(await sendKept('/x', 0, true)).toMatchObject({ obstacle: null });
  expect(await ids()).toEqual([]);
});

const QUOTING = '„Frau Lindner“ sieht wie ein Name aus.';
const begun = (id: string, note: string) => ({ ...draft, id, note, contacts: 2 });

/** A talk in the form, one behind it, one that was refused and one that waits. */
async function everything() {
  await keep({ ...kept('a', QUOTING), contact: contact('a', 'Frau Lindner'), field: 'note' });
  await keep({ ...kept('b'), contact: contact('b', 'Bank fehlt') });
  await keepDraft(begun('2', 'Herr Lindner, nie gesichert'));
  await keepDraft({ ...begun('3', 'Frau Lindner'), problem: QUOTING, field: 'note' });
}

it('who signs out leaves numbers, and no words that lead to somebody or that nobody has saved', async () => {
  await everything();
  expect(await countHere()).toEqual({ contacts: 2, refused: 1, begun: 2, calls: 0 });
  expect(await isUsedHere()).toBe(true);
  await leaveNumbers();
  const left = await readKept();
  expect(left.contacts.map(({ contact, problem }) => [contact.note, problem])).toEqual([
    ['', ''],
    ['Bank fehlt', ''],
  ]);
  expect([left.draft, ...left.later]).toMatchObject([{ contacts: 2 }, { contacts: 2 }]);
  expect(JSON.stringify([...(disk.rows.device ?? [])])).not.toContain('Lindner');
});

it('where the page was gone too soon it is done at the next opening, once', async () => {
  await everything();
  const { indexedDB } = globalThis;
  vi.stubGlobal('window', {});
  await leaveNumbers();
  vi.stubGlobal('window', { indexedDB });
  expect(JSON.stringify(await readKept())).toContain('Lindner');
  await obeyLeft();
  expect(JSON.stringify(await readKept())).not.toContain('Lindner');
  // What the next one types is theirs.
  await keepDraft(begun('4', 'Eine Bank'));
  await obeyLeft();
  expect((await readKept()).draft?.note).toBe('Eine Bank');
});

it('two windows keep each their begun talk, until each is saved', async () => {
  await keepDraft(begun('2', 'Bank'));
  await keepDraft(begun('3', 'Bus'));
  await keepDraft(begun('2', 'Bank fehlt'));
  const notes = async () => {
    const { draft: first, later } = await readKept();
    return [first, ...later].map((one) => one?.note);
  };
  expect(await notes()).toEqual(['Bank fehlt', 'Bus']);
  await keepContact(kept('c'), '2', begun('5', 'Kita'));
  expect(await notes()).toEqual(['Kita', 'Bus']);
});
