import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { getToday } from '@/lib/office/queries';
import { getFigures } from '@/lib/reports/queries';
import { readPeriod } from '@/lib/reports/rules';
import type { Period } from '@/lib/reports/types';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { makePoll, type PollWishes } from '@/lib/voting/samples';
import { cancelByTwo } from '@/lib/voting/stop/samples';
import { getPoll, listArchivedPolls, listOpenPolls, listPolls } from '../../queries';
import { getPollFile, getReceiptList } from '../../tell/queries';
import { castBallot } from '../../vote/commands';
import { findReceipt } from '../../vote/queries';
import { getPollForOffice, listPollsForOffice } from '../queries';
import {
  castTrialBallot,
  checkTrialBallot,
  discardTrial,
  endTrial,
  fillTrial,
  startTrial,
} from './commands';

testDatabase();

let staff: Actor;
let resident: Actor;

beforeAll(async () => {
  await makeOffice();
  staff = await makeActor({ roles: ['COORDINATOR'] });
  resident = await makeActor();
});

afterEach(() => moveClock(null));

async function trialOf(wishes: PollWishes = {}): Promise<{ draft: number; trial: number }> {
  const draft = (await makePoll({ ...wishes, draft: true })).number;
  const started = await startTrial(staff, { number: draft });
  if (!started.ok) throw new Error(started.code);
  return { draft, trial: started.value.number };
}

const resultOf = async (number: number) => (await getPollForOffice(staff, number)).poll.result;

describe('a try-out', () => {
  it.each<[string, PollWishes]>([
    ['one answer', {}],
    ['several', { maxChoices: 2 }],
    [
      'points with a limit for all',
      {
        maxChoices: 3,
        columns: { method: 'POINTS', countRule: 'points', pointsPerOption: 3, pointsTotal: 5 },
      },
    ],
    ['a ranking', { maxChoices: 3, columns: { method: 'RANKING', countRule: 'irv' } }],
    [
      'a budget',
      {
        maxChoices: 3,
        costsInCents: [100_00, 50_00, 70_00],
        columns: { method: 'BUDGET', countRule: 'mes_cost_add1u', budgetCents: 150_00 },
      },
    ],
    ['hands', { columns: { method: 'ONE', countRule: 'plurality', channels: ['HANDS'] } }],
  ])(
    'with %s is filled, closed, counted and thrown away without a trace',
    async (_what, wishes) => {
      const { draft, trial } = await trialOf(wishes);
      await fillTrial(staff, { number: trial, ballots: 60 });
      await fillTrial(staff, { number: trial, ballots: 5 });
      expect(await resultOf(trial)).toBeNull();
      expect(await endTrial(staff, { number: trial })).toMatchObject({ ok: true });
      expect(await resultOf(trial)).toMatchObject({ ballots: 65, usedRights: 65 });
      const { id } = await db.poll.findUniqueOrThrow({ where: { number: trial } });
      expect(await discardTrial(staff, { number: trial })).toMatchObject({ ok: true });
      expect(await db.poll.findUnique({ where: { id } })).toBeNull();
      for (const left of await Promise.all([
        db.rollEntry.count({ where: { pollId: id } }),
        db.ballotReceipt.count({ where: { pollId: id } }),
        ownerDb.ballot.count({ where: { pollId: id } }),
        db.pollOption.count({ where: { pollId: id } }),
      ])) {
        expect(left).toBe(0);
      }
      expect(await db.poll.findUniqueOrThrow({ where: { number: draft } })).toMatchObject({
        state: 'DRAFT',
        isTest: false,
      });
    },
  );

  it('is seen by nobody outside of the office, open, counted or with a receipt', async () => {
    const { trial } = await trialOf();
    await fillTrial(staff, { number: trial, ballots: 3 });
    const poll = await db.poll.findUniqueOrThrow({ where: { number: trial } });
    const seen = async () => {
      const { open, coming, past } = await listPolls();
      const cards = [...open, ...coming, ...past, ...(await listOpenPolls())];
      return [...cards, ...(await listArchivedPolls())].map(({ number }) => number);
    };
    const { receipt } = await db.ballotReceipt.findFirstOrThrow({ where: { pollId: poll.id } });
    const ballot = { poll: trial, step: 'cast', choices: ['abstain'], age: true } as const;
    await expect(castBallot(resident, { ...ballot, choices: ['abstain'] }, 'x')).rejects.toThrow(
      'NOT_FOUND',
    );
    await moveClock(new Date(poll.closesAt.getTime() - 1000));
    const polls = async () => (await getToday(staff)).polls.map(({ number }) => number);
    expect(await polls()).not.toContain(trial);
    await endTrial(staff, { number: trial });
    expect(await seen()).not.toContain(trial);
    await expect(getPoll(trial)).rejects.toThrow('NOT_FOUND');
    expect(await findReceipt(receipt)).toBeNull();
    const rows = await listPollsForOffice(staff);
    expect(rows.find(({ number }) => number === trial)).toMatchObject({ isTest: true });
  });

  it('is in no file that is given out, and in no figure', async () => {
    const figures = async () => {
      const period = readPeriod('2026', '2026-12-31', 'Europe/Berlin') as Period;
      const { groups } = await getFigures(staff, period);
      return groups.filter(({ key }) => key === 'polls');
    };
    await moveClock(new Date('2026-06-01T10:00:00Z'));
    const before = await figures();
    const { trial } = await trialOf();
    await fillTrial(staff, { number: trial, ballots: 30 });
    await endTrial(staff, { number: trial });
    for (const file of [
      'stimmzettel.json',
      'stimmzettel.csv',
      'stimmzettel.pb',
      'zaehltafel.json',
      'quittungen.txt',
    ]) {
      expect(await getPollFile(trial, file)).toBeNull();
    }
    await expect(getReceiptList(trial)).rejects.toThrow('NOT_FOUND');
    expect(await figures()).toEqual(before);
  });

  it('takes ballots of the office, as often as it likes, and says what is wrong with one', async () => {
    const { trial } = await trialOf();
    const { poll } = await getPollForOffice(staff, trial);
    const id = poll.rule.options[0]?.id ?? '';
    const input = { poll: trial, step: 'cast' as const, choices: [id], age: true };
    expect(await checkTrialBallot(staff, { ...input, step: 'check' })).toMatchObject({
      field: 'step',
    });
    expect(await checkTrialBallot(staff, { ...input, step: 'check', choices: [] })).toMatchObject({
      code: 'voting.error.nothingChosen',
    });
    expect(await castTrialBallot(staff, { ...input, choices: [id, id] })).toMatchObject({
      ok: false,
    });
    expect(await castTrialBallot(staff, input)).toMatchObject({ ok: true });
    expect(await castTrialBallot(staff, input)).toMatchObject({ ok: true });
    expect(await db.rollEntry.count({ where: { userId: staff.id } })).toBe(0);
    await endTrial(staff, { number: trial });
    // Two ballots are two people's, in a try-out as in earnest.
    expect(await resultOf(trial)).toMatchObject({ ballots: 2, shows: 'outcome', winners: [] });
    expect(await castTrialBallot(staff, input)).toMatchObject({
      code: 'voting-drafts.refused.trialOver',
    });
  });

  it('is never a real poll, and a real poll never one', async () => {
    const { draft, trial } = await trialOf();
    const real = (await makePoll()).number;
    for (const number of [draft, real]) {
      const refusal = { code: 'voting-drafts.refused.noTrial' };
      expect(await fillTrial(staff, { number, ballots: 1 })).toMatchObject(refusal);
      expect(await endTrial(staff, { number })).toMatchObject(refusal);
      expect(await discardTrial(staff, { number })).toMatchObject(refusal);
    }
    expect(await startTrial(staff, { number: real })).toMatchObject({ ok: false });
    const reason = 'Das war nur eine Probe.';
    expect(await cancelByTwo(staff, { number: trial, reason })).toMatchObject({ ok: false });
    await expect(
      db.poll.update({ where: { number: trial }, data: { isTest: false } }),
    ).rejects.toThrow();
  });

  it("is the office's business", async () => {
    const { draft, trial } = await trialOf();
    await expect(startTrial(resident, { number: draft })).rejects.toThrow('NOT_FOUND');
    await expect(fillTrial(resident, { number: trial, ballots: 1 })).rejects.toThrow('NOT_FOUND');
    await expect(endTrial(resident, { number: trial })).rejects.toThrow('NOT_FOUND');
    await expect(discardTrial(resident, { number: trial })).rejects.toThrow('NOT_FOUND');
    const input = { poll: trial, step: 'cast' as const, choices: ['abstain'], age: true };
    await expect(castTrialBallot(resident, input)).rejects.toThrow('NOT_FOUND');
    await expect(checkTrialBallot(resident, input)).rejects.toThrow('NOT_FOUND');
  });
});
