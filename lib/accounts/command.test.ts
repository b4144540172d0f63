import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/core/db';
import { isAppError } from '@/lib/core/errors';
import { newPageNotes, processState } from '@/lib/core/process-state.mjs';
import { ok, type Result, refused } from '@/lib/core/result';
import { tag } from '@/lib/core/tags';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest, makeOffice } from '@/lib/testing/factories';
import { byKey, command, publicly, reading } from './command';
import { mayCoordinate } from './policy';
import { askedAnew, EVERYBODY, everybodys, right, saidOtherwise } from './right';
import type { Actor } from './types';

testDatabase();

const SUBJECT = '00000000-0000-7000-8000-000000000001';
const office = right('test.office', mayCoordinate);
let staff: Actor;

beforeAll(async () => {
  await makeOffice();
  staff = await makeActor({ roles: ['COORDINATOR'] });
});

type Outcome = 'done' | 'refused' | 'unnoted' | 'broken' | 'unchanged';

/** Writes a mark into the office's row, then ends as asked. */
const act = command(
  { right: office, audit: ['settings.changed.office'], tags: [tag('test')] },
  async ({ tx, at, note, unchanged }, { mark, end }: { mark: string; end: Outcome }) => {
    if (end === 'unchanged') unchanged();
    else await tx.officeSettings.update({ where: { id: 1 }, data: { officeName: mark } });
    if (end === 'refused') return refused('test.refused');
    if (end === 'broken') throw new Error('broken');
    if (end === 'done') await note('settings.changed.office', SUBJECT);
    return ok(at);
  },
);

const written = async () =>
  (await db.officeSettings.findUniqueOrThrow({ where: { id: 1 } })).officeName;
const notes = () => db.auditEntry.count({ where: { subjectId: SUBJECT } });

async function droppedBy(work: () => Promise<unknown>) {
  const dropped: string[] = [];
  const listen = (tags: readonly string[]) => void dropped.push(...tags);
  processState().dropListeners.add(listen);
  await work();
  processState().dropListeners.delete(listen);
  return dropped;
}

const codeOf = (error: unknown) => (isAppError(error) ? error.code : error);

describe('who may', () => {
  it('is asked before anything else', async () => {
    const before = await written();
    const input = { mark: 'nobody', end: 'done' } as const;
    expect(await act(makeGuest(), input).catch(codeOf)).toBe('SIGN_IN_REQUIRED');
    expect(await act(await makeActor(), input).catch(codeOf)).toBe('NOT_FOUND');
    const partner = await makeActor({ roles: ['PARTNER'] });
    expect(await act(partner, input).catch(codeOf)).toBe('NOT_FOUND');
    const early = await makeActor({ roles: ['COORDINATOR'], secondFactor: false });
    expect(await act(early, input).catch(codeOf)).toBe('SECOND_FACTOR_REQUIRED');
    expect([await written(), await notes()]).toEqual([before, 0]);
  });

  it('stands at the command, for the table of rights', () => {
    expect([act.right.name, act.audit]).toEqual(['test.office', ['settings.changed.office']]);
  });
});

describe('a right', () => {
  const nothing = async () => ok(1);
  const spec = { audit: [], tags: [] };
  const words = saidOtherwise(office, 'test.notForYou');

  it('of everybody is had by guests too', async () => {
    const anybody = command({ right: everybodys('test.anybody'), ...spec }, nothing);
    expect(await anybody(makeGuest())).toEqual(ok(1));
  });

  it('may be told to whoever has it not', async () => {
    const told = command({ right: words, ...spec }, nothing);
    expect(await told(await makeActor())).toEqual(refused('test.notForYou'));
    expect(await told(makeGuest()).catch(codeOf)).toBe('SIGN_IN_REQUIRED');
    expect(await told(staff)).toEqual(ok(1));
  });

  it('may ask for a second factor that was given just now', async () => {
    const anew = command({ right: askedAnew(office), ...spec }, nothing);
    expect(await anew(staff)).toEqual(ok(1));
    await moveClock(new Date(Date.now() + 16 * 60_000));
    expect(await anew(staff).catch(codeOf)).toBe('SECOND_FACTOR_REQUIRED');
    await moveClock(null);
    expect(await anew(await makeActor()).catch(codeOf)).toBe('NOT_FOUND');
  });

  it('is asked for before anything is read', async () => {
    const look = reading(words, async (who, more: string) => `${who.id} ${more}`);
    expect(await look(staff, 'x')).toBe(`${staff.id} x`);
    expect(await look(makeGuest(), 'x').catch(codeOf)).toBe('SIGN_IN_REQUIRED');
    expect(await look(await makeActor(), 'x').catch(codeOf)).toBe('NOT_FOUND');
  });

  it('of everybody stands at what is open, and what a key opened is kept in no page', async () => {
    const own = everybodys('test.own');
    const open = publicly(async (word: string) => word);
    const opened = byKey(own, async (key: string) => key);
    expect([open.right, opened.right]).toEqual([EVERYBODY, own]);
    const isPersonal = async (read: (word: string) => Promise<string>) => {
      const pageNotes = newPageNotes();
      const scope = { address: '', id: '', pageNotes };
      expect(await processState().requests.run(scope, () => read('word'))).toBe('word');
      return pageNotes.personal;
    };
    expect([await isPersonal(open), await isPersonal(opened)]).toEqual([false, true]);
    // @ts-expect-error a right somebody has to have cannot be had by a key
    byKey(office, async (key: string) => key);
  });

  it('is asked for before anything is prepared, and around all of it something may stand', async () => {
    const steps: string[] = [];
    const prepared = command(
      {
        right: office,
        ...spec,
        prepare: async (_who, word: string) => {
          steps.push('prepared');
          return `${word}!`;
        },
        around: async (inner: () => Promise<Result<string>>) => {
          steps.push('around');
          return inner();
        },
      },
      async ({ ready }, word: string) => {
        steps.push('done');
        return ok(`${word} ${ready}`);
      },
    );
    await prepared(makeGuest(), 'a').catch(codeOf);
    expect(steps).toEqual([]);
    expect(await prepared(staff, 'a')).toEqual(ok('a a!'));
    expect(steps).toEqual(['prepared', 'around', 'done']);
  });
});

describe('what was done', () => {
  it('is written, noted and shown', async () => {
    const dropped = await droppedBy(() => act(staff, { mark: 'done', end: 'done' }));
    expect([await written(), await notes(), dropped]).toEqual(['done', 1, ['test']]);
    const entry = await db.auditEntry.findFirstOrThrow({ where: { subjectId: SUBJECT } });
    expect([entry.actorId, entry.action]).toEqual([staff.id, 'settings.changed.office']);
  });

  it.each(['refused', 'broken', 'unnoted'] as const)(
    'leaves no trace when it was %s',
    async (end) => {
      const before = [await written(), await notes()];
      const dropped = await droppedBy(() =>
        act(staff, { mark: end, end }).catch((error: Error) => error.message),
      );
      expect([await written(), await notes(), dropped]).toEqual([...before, []]);
    },
  );

  it('needs no word where all is as it was wanted', async () => {
    const before = [await written(), await notes()];
    const dropped = await droppedBy(() => act(staff, { mark: 'x', end: 'unchanged' }));
    expect([await written(), await notes(), dropped]).toEqual([...before, []]);
  });

  it('is a fault when nothing was written down', async () => {
    await expect(act(staff, { mark: 'x', end: 'unnoted' })).rejects.toThrow(/nothing written down/);
  });
});
