import { afterEach, describe, expect, it } from 'vitest';
import { system } from '@/lib/accounts/actor';
import type { Actor } from '@/lib/accounts/types';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { accepted, codeOf } from '@/lib/testing/sign-in';
import { enterRoll, makePoll, type PollWishes } from '@/lib/voting/samples';
import { sealPoll } from '../../commands';
import { forgetPollMakers } from '../../jobs';
import { getPoll } from '../../queries';
import { getCountRecordInOffice } from '../../tell/records/queries';
import { countPoll, publishResult } from '../commands';
import { getUnpublished } from '../queries';
import { papersFromNumbers } from '../rules';
import { confirmSurplus, countAgain, enterCount, restartCount } from './commands';
import { getCounting, getSheet, listWaitingCounts, readTyped } from './queries';
import { countSheetSchema } from './schema';
import type { CountedChannel } from './types';

testDatabase();
afterEach(() => moveClock(null));

type Poll = Awaited<ReturnType<typeof makePoll>>;

/** A poll that is over: papers given out to so many people. */
async function closedPoll(issued: number, wishes: PollWishes = {}): Promise<Poll> {
  await moveClock(null);
  const columns = { method: 'ONE', countRule: 'plurality', channels: ['PAPER'] } as const;
  const poll = await makePoll({
    ...wishes,
    columns: { ...columns, channels: ['PAPER'], ...wishes.columns },
  });
  await enterRoll(poll.id, issued, 'PAPER');
  await moveClock(poll.closesAt);
  await sealPoll(system, poll.id);
  return poll;
}

const office = () => makeActor({ roles: ['COORDINATOR'] });
const speaker = () => makeActor({ roles: ['REPRESENTATIVE'] });

const enter = (
  who: Actor,
  poll: Poll,
  votes: number[],
  { spoiled = 0, abstentions = 0, channel = 'PAPER' as CountedChannel } = {},
) =>
  enterCount(who, {
    ...{ poll: poll.number, channel, spoiled },
    papers: papersFromNumbers({ options: poll.options.map(optionOf) }, votes, abstentions),
  });

const optionOf = ({ id, label }: { id: string; label: string }) => ({
  ...{ id, label, note: '', costCents: null, lot: 1 },
});

const stepOf = async (...args: Parameters<typeof enter>) => accepted(await enter(...args)).step;

describe('counting by two people', () => {
  it('counts when both counted alike, and shows nothing before it is published', async () => {
    const poll = await closedPoll(6);
    const [first, second] = [await office(), await speaker()];
    expect(await stepOf(first, poll, [3, 2, 0], { spoiled: 1 })).toBe('first');
    expect(await stepOf(second, poll, [3, 2, 0], { spoiled: 1 })).toBe('counted');
    expect((await getPoll(poll.number)).result).toBeNull();
    const { result } = await getUnpublished(first, poll.number);
    expect(result).toMatchObject({ ballots: 5, spoiled: 1, usedRights: 6 });
    expect(codeOf(await publishResult(first, { number: poll.number }))).toBe('ok');
    expect((await getPoll(poll.number)).result?.ballots).toBe(5);
  });

  it('says as what somebody counted, whatever they are later, and forgets who after a year', async () => {
    await makeOffice();
    const poll = await closedPoll(5);
    const [first, second] = [await office(), await speaker()];
    await enter(first, poll, [3, 2, 0]);
    await enter(second, poll, [3, 2, 0]);
    const counters = async () => {
      const { counters: told } = await getCountRecordInOffice(await office(), poll.number);
      return told;
    };
    const said = [{ channel: 'PAPER', roles: ['office', 'representative'] }];
    expect(await counters()).toEqual(said);
    await db.roleGrant.deleteMany({ where: { userId: { in: [first.id, second.id] } } });
    expect(await counters()).toEqual(said);
    const known = () =>
      db.countSheet.count({ where: { pollId: poll.id, enteredById: { not: null } } });
    const { countedAt } = await db.poll.findUniqueOrThrow({ where: { id: poll.id } });
    for (const [days, left] of [
      [360, 2],
      [370, 0],
    ] as const) {
      await moveClock(new Date(Number(countedAt) + days * DAY_MS));
      await forgetPollMakers();
      expect(await known()).toBe(left);
    }
    expect(await counters()).toEqual(said);
  });

  it('does not take both counts from one account', async () => {
    const poll = await closedPoll(4);
    const one = await office();
    await enter(one, poll, [1, 1, 1]);
    expect(await stepOf(one, poll, [1, 1, 1])).toBe('first');
    expect(await db.countSheet.count({ where: { pollId: poll.id } })).toBe(1);
  });

  it('is for the office and for representatives only', async () => {
    const poll = await closedPoll(1);
    for (const roles of [[], ['PARTNER'], ['FUNDER'], ['COUNSELLOR']] as const) {
      const other = await makeActor({ roles: [...roles] });
      await expect(enter(other, poll, [1, 0, 0])).rejects.toThrow('NOT_FOUND');
      await expect(getSheet(other, poll.number, 'PAPER')).rejects.toThrow('NOT_FOUND');
      expect(await listWaitingCounts(other)).toEqual([]);
    }
  });

  it('takes nothing while the poll is open', async () => {
    const poll = await makePoll({ columns: { method: 'ONE', channels: ['PAPER'] } });
    const one = await office();
    expect(codeOf(await enter(one, poll, [1, 0, 0]))).toBe('voting.refused.notCounting');
    await expect(getSheet(one, poll.number, 'PAPER')).rejects.toThrow('NOT_FOUND');
  });

  it('hides the first count from the second person until they have counted', async () => {
    const poll = await closedPoll(9);
    const [first, second, third] = [await office(), await speaker(), await office()];
    await enter(first, poll, [4, 3, 2]);
    const before = await getSheet(second, poll.number, 'PAPER');
    expect(before).toMatchObject({ stage: 'first', own: null, differences: [], surplus: null });
    expect(before.spoiled).toEqual({ mine: 0, other: 0 });
    expect(await stepOf(second, poll, [4, 2, 3])).toBe('differs');
    const after = await getSheet(second, poll.number, 'PAPER');
    const [, b, c] = poll.optionIds;
    expect(
      after.differences.map(({ paper, mine, other }) => [paper.choices[0], mine, other]).sort(),
    ).toEqual(
      [
        [b, 2, 3],
        [c, 3, 2],
      ].sort(),
    );
    // Somebody who did not count sees that, and no number.
    expect(await getSheet(third, poll.number, 'PAPER')).toMatchObject({
      ...{ stage: 'differs', full: true, own: null, differences: [] },
    });
    expect(codeOf(await enter(third, poll, [4, 3, 2]))).toBe('voting.refused.twoCounted');
    expect(await stepOf(second, poll, [4, 3, 2])).toBe('counted');
  });

  it('keeps of an agreed way how many, never which', async () => {
    const poll = await closedPoll(5);
    const [first, second] = [await office(), await speaker()];
    await enter(first, poll, [3, 1, 0], { abstentions: 1 });
    await enter(second, poll, [3, 1, 0], { abstentions: 1 });
    const sheets = await db.countSheet.findMany({ where: { pollId: poll.id } });
    expect(sheets.map(({ papers }) => papers)).toEqual([{ number: 5 }, { number: 5 }]);
    const view = await getSheet(first, poll.number, 'PAPER');
    expect(view).toMatchObject({ own: null, differences: [], agreed: { papers: 5, spoiled: 0 } });
    expect(codeOf(await enter(first, poll, [1, 1, 1]))).toBe('voting.refused.notCounting');
  });

  it('counts hands without a roll', async () => {
    const poll = await closedPoll(0, { columns: { channels: ['HANDS'] } });
    const way = { channel: 'HANDS' as const, abstentions: 2 };
    await enter(await office(), poll, [7, 4, 1], way);
    expect(await stepOf(await speaker(), poll, [7, 4, 1], way)).toBe('counted');
    expect((await getUnpublished(await office(), poll.number)).result).toMatchObject({
      ...{ ballots: 14, usedRights: 14, byHands: true, ways: [{ ways: ['HANDS'], ballots: 14 }] },
    });
  });

  it('starts again when two cannot come to terms, by the office alone', async () => {
    const poll = await closedPoll(3);
    const [first, second] = [await office(), await speaker()];
    await enter(first, poll, [2, 1, 0]);
    await enter(second, poll, [1, 2, 0]);
    const [way] = (await getCounting(first, poll.number)).ways;
    const input = { poll: poll.number, channel: 'PAPER', seen: way?.sheets ?? '' } as const;
    await expect(restartCount(second, input)).rejects.toThrow('NOT_FOUND');
    expect(codeOf(await restartCount(first, input))).toBe('ok');
    expect(await db.countSheet.count({ where: { pollId: poll.id } })).toBe(0);
    expect(await stepOf(await speaker(), poll, [2, 1, 0])).toBe('first');
    // Somebody whose page still shows the sheets that are gone.
    expect(codeOf(await restartCount(await office(), input))).toBe(CHANGED_MEANWHILE);
    expect(await db.countSheet.count({ where: { pollId: poll.id } })).toBe(1);
  });
});

describe('more papers than people who were given one', () => {
  const confirm = (who: Actor, poll: Poll, remark: string) =>
    confirmSurplus(who, { poll: poll.number, channel: 'PAPER', remark });

  it('needs what both have to say, and publishes it', async () => {
    const poll = await closedPoll(2);
    const [first, second] = [await office(), await speaker()];
    await enter(first, poll, [3, 0, 0]);
    expect(
      codeOf(await confirm(first, poll, 'Alle Zettel sind echt, wir haben nachgesehen.')),
    ).toBe('counting.refused.notAlike');
    expect(await stepOf(second, poll, [3, 0, 0])).toBe('too-many');
    expect((await getSheet(second, poll.number, 'PAPER')).surplus).toEqual({
      papers: 3,
      issued: 2,
    });
    expect(codeOf(await confirm(first, poll, 'Frau Krause hat einen Eintrag vergessen.'))).toBe(
      'outreach-rounds.trace.name',
    );
    expect(accepted(await confirm(first, poll, 'Am Samstag fehlte ein Eintrag.')).step).toBe(
      'too-many',
    );
    // One of them cannot confirm for both.
    expect(accepted(await confirm(first, poll, 'Noch einmal ich, ganz allein.')).step).toBe(
      'too-many',
    );
    expect(accepted(await confirm(second, poll, 'Die Codes sind alle gültig.')).step).toBe(
      'counted',
    );
    const { result, notes } = await getUnpublished(first, poll.number);
    expect(result).toMatchObject({ ballots: 3, usedRights: 2 });
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain('Die Codes sind alle gültig.');
    expect(notes[0]).toContain('Noch einmal ich, ganz allein.');
  });

  it('forgets what was confirmed when a number changes', async () => {
    const poll = await closedPoll(1);
    const [first, second] = [await office(), await speaker()];
    await enter(first, poll, [2, 0, 0]);
    await enter(second, poll, [2, 0, 0]);
    await confirm(first, poll, 'Zwei Zettel, mehrfach geprüft.');
    await enter(second, poll, [4, 0, 0]);
    await enter(first, poll, [4, 0, 0]);
    expect(
      accepted(await confirm(second, poll, 'Jetzt sind es vier, wir wissen nicht warum.')).step,
    ).toBe('too-many');
    expect((await getCounting(first, poll.number)).state).toBe('CLOSED');
  });
});

describe('numbers that do not fit together', () => {
  it('are shown with what is counted and what the roll says, and can be looked at again', async () => {
    const poll = await closedPoll(2, { columns: { channels: ['WEB', 'PAPER'] } });
    const extra = await makeActor();
    await ownerDb.$executeRaw`ALTER TABLE roll_entries DISABLE TRIGGER USER`;
    await ownerDb.rollEntry.create({
      data: { pollId: poll.id, userId: extra.id, channel: 'WEB' },
    });
    await ownerDb.$executeRaw`ALTER TABLE roll_entries ENABLE TRIGGER USER`;
    const [first, second] = [await office(), await speaker()];
    await enter(first, poll, [1, 1, 0]);
    expect(await stepOf(second, poll, [1, 1, 0])).toBe('agreed');
    const { disputed, state } = await getCounting(first, poll.number);
    expect(state).toBe('CLOSED');
    expect(disputed).toEqual({ electronic: 1, box: 0, receipts: 0, issued: 2, onPaper: 2 });
    const again = () => countAgain(first, { poll: poll.number });
    expect(accepted(await again()).counted).toBe(false);
    expect(codeOf(await publishResult(first, { number: poll.number }))).toBe(
      'voting.refused.notCounted',
    );
    await ownerDb.rollEntry.deleteMany({ where: { userId: extra.id } });
    expect(accepted(await again()).counted).toBe(true);
  });
});

describe('a typed sheet', () => {
  const typed = (poll: Poll, fields: Record<string, string>) =>
    countSheetSchema.parse({ poll: String(poll.number), channel: 'PAPER', ...fields });

  it('says every line that is no vote, with its words', async () => {
    const poll = await closedPoll(0, { columns: { method: 'UP_TO', maxChoices: 2 } });
    const read = await readTyped(
      await office(),
      typed(poll, { lines: '1 2\n1 2 3\n\n9\nzwei\n3x -', spoiled: '1' }),
      'de',
    );
    expect(read.ok).toBe(false);
    const faults = read.ok ? '' : String(read.params.faults);
    expect(faults.split('\n').map((line) => /^Zeile \d+ „[^“]+“/.exec(line)?.[0])).toEqual([
      'Zeile 2 „1 2 3“',
      'Zeile 4 „9“',
      'Zeile 5 „zwei“',
    ]);
  });

  it('keeps each wrong number at its own field', () => {
    const result = countSheetSchema.safeParse({
      ...{ poll: '1', channel: 'PAPER', spoiled: '' },
      ...{ 'votes-1': '12', 'votes-2': 'viele', 'votes-3': '-1', abstentions: '' },
    });
    expect(result.error?.issues.map(({ path }) => path[0])).toEqual(['votes-2', 'votes-3']);
  });

  it('of twenty thousand papers is entered and counted', async () => {
    const poll = await closedPoll(0, {
      options: Array.from({ length: 12 }, (_, index) => `Antwort ${index + 1}`),
      columns: { method: 'RANKING', countRule: 'irv', maxChoices: 12 },
    });
    const lines = Array.from({ length: 20_000 }, (_, index) =>
      [1, 2, 3, 4, 5]
        .map((step) => ((index * step + step) % 12) + 1)
        .filter((mark, at, all) => all.indexOf(mark) === at)
        .join(' '),
    ).join('\n');
    const [first, second] = [await office(), await speaker()];
    for (const who of [first, second]) {
      const read = await readTyped(who, typed(poll, { lines, spoiled: '0' }), 'de');
      if (!read.ok) throw new Error(read.code);
      accepted(await enterCount(who, read.entry));
    }
    const both = await Promise.all(
      [first, second].map((who) =>
        confirmSurplus(who, {
          poll: poll.number,
          channel: 'PAPER',
          remark: 'Ein großer Probelauf, mehr nicht.',
        }),
      ),
    );
    const steps = both.map((result) => accepted(result).step).sort();
    // Whoever sent it is not kept waiting for a large box.
    expect(steps).toEqual([expect.stringMatching(/^count(?:ed|ing)$/), 'too-many']);
    await countPoll(system, poll.id);
    expect((await getUnpublished(first, poll.number)).result.ballots).toBe(20_000);
    // Patience for a busy machine: how long it takes is measured by `npm run bench`.
  }, 300_000);
});
