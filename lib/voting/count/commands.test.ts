import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterEach, describe, expect, it } from 'vitest';
import { system } from '@/lib/accounts/actor';
import { db, inTransaction, submittedForm, type Tx } from '@/lib/core/db';
import { ok } from '@/lib/core/result';
import { newFormToken } from '@/lib/core/tokens';
import { talliedOf } from '@/lib/elections/results/tally.mjs';
import type { BallotPaper } from '@/lib/elections/results/types';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeOffice } from '@/lib/testing/factories';
import { fillBox, makePoll, type PollWishes } from '@/lib/voting/samples';
import { sealForgottenPolls, sealPoll } from '../commands';
import { listWaitingCounts } from '../count/sheets/queries';
import { getPollForOffice } from '../prepare/queries';
import { cancelByTwo, stopByTwo } from '../stop/samples';
import { openBox } from '../vote/queries';
import { sealBox } from '../vote/steps';
import { countPoll } from './commands';
import { countForgottenPolls } from './jobs';
import { ruleWith } from './samples';
import { readyToCount, storeCount } from './steps';
import { countApart } from './thread';

testDatabase();
afterEach(() => moveClock(null));

const stateOf = async (id: string) => (await db.poll.findUniqueOrThrow({ where: { id } })).state;
const within = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
  const done = await inTransaction<T>(async (tx) => ok(await work(tx)));
  if (!done.ok) throw new Error(done.code);
  return done.value;
};
const published = (id: string) =>
  db.auditEntry.count({ where: { subjectId: id, action: 'poll.published' } });
const jobsFor = async (id: string) => {
  const rows = await db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE key = ${`count-poll ${id}`}`;
  return rows[0]?.n;
};

/** Closed by somebody who died before anything was counted, without a job. */
async function left(wishes: PollWishes = {}) {
  const poll = await makePoll(wishes);
  await fillBox(
    poll.id,
    poll.optionIds.map((option) => [option]),
  );
  await moveClock(poll.closesAt);
  expect(await within((tx) => sealBox(tx, poll.id))).toBe(true);
  return poll;
}

async function order(pollId: string) {
  const ready = await within((tx) => readyToCount(system, tx, pollId));
  if (typeof ready === 'string') throw new Error(ready);
  return { order: ready, counted: await countApart(ready) };
}

describe('a count that nobody brought to its end', () => {
  it('is taken up again', async () => {
    const { id, number } = await left();
    await makeOffice();
    const office = await makeActor({ roles: ['COORDINATOR'] });
    expect(await getPollForOffice(office, number)).toMatchObject({
      ...{ isRunning: true, countDisputed: false, poll: { phase: 'counting', result: null } },
    });
    expect(await listWaitingCounts(office)).toEqual([]);
    await sealForgottenPolls(system);
    await countForgottenPolls();
    await countForgottenPolls();
    expect(await jobsFor(id)).toBe(1);
    expect(await countPoll(system, id)).toBe('published');
    expect(await countPoll(system, id)).toBe('not-due');
    expect(await stateOf(id)).toBe('PUBLISHED');
  });

  it('is brought to its end by a form that did something else first', async () => {
    const { id } = await left();
    const sent = { token: newFormToken(new Date()), form: 'count-again', at: new Date() };
    const outcome = await submittedForm.run(sent, async () => {
      await inTransaction(async () => ok('what the form is for'));
      return await countPoll(system, id);
    });
    expect(outcome).toBe('published');
  });

  it('is left to a job in the same moment in which the box is closed', async () => {
    const poll = await makePoll();
    await moveClock(poll.closesAt);
    await sealPoll(system, poll.id);
    expect(await jobsFor(poll.id)).toBe(1);
  });

  it('stays with the office where the numbers are known not to fit', async () => {
    const { id } = await left();
    await db.poll.update({ where: { id }, data: { disputedAt: new Date() } });
    await countForgottenPolls();
    expect(await jobsFor(id)).toBe(0);
  });
});

describe('while a box is counted', () => {
  it('several who want the same count it once', async () => {
    const { id } = await left();
    const outcomes = await Promise.all([1, 2, 3].map(() => countPoll(system, id)));
    expect(outcomes).toEqual(['published', 'published', 'published']);
    expect(await published(id)).toBe(1);
  });

  it('several processes freeze one result', async () => {
    const { id } = await left();
    const each = await Promise.all([1, 2, 3].map(() => order(id)));
    const outcomes = await Promise.all(
      each.map((done) => within((tx) => storeCount(system, tx, id, done))),
    );
    expect(outcomes.toSorted()).toEqual(['not-due', 'not-due', 'published']);
    expect(await published(id)).toBe(1);
  });

  it('an answer that is withdrawn meanwhile lets count anew', async () => {
    const { id, number, optionIds } = await left();
    const before = await order(id);
    const office = await makeActor({ roles: ['COORDINATOR'] });
    const [option = ''] = optionIds;
    const gone = { number, option, reason: 'Die Fläche gehört der Bahn.' };
    expect(await stopByTwo(office, gone)).toMatchObject({ ok: true });
    expect(await within((tx) => storeCount(system, tx, id, before))).toBe('changed');
    expect(await stateOf(id)).toBe('CLOSED');
    expect(await countPoll(system, id)).toBe('published');
    const { result } = await db.poll.findUniqueOrThrow({ where: { id } });
    expect(result).toMatchObject({ withdrawn: [option] });
  });

  it('a poll that is declared void meanwhile gets no result', async () => {
    const { id, number } = await left();
    const before = await order(id);
    const office = await makeActor({ roles: ['COORDINATOR'] });
    const reason = 'Es ist etwas verloren gegangen.';
    expect(await cancelByTwo(office, { number, reason })).toMatchObject({ ok: true });
    expect(await within((tx) => storeCount(system, tx, id, before))).toBe('not-due');
    expect(await stateOf(id)).toBe('CANCELLED');
  });
});

describe('a count at fault', () => {
  it('falls alone, and the poll waits', async () => {
    const { id } = await left();
    const { order: asked } = await order(id);
    await expect(countApart({ ...asked, box: 'no box' })).rejects.toThrow();
    expect(await stateOf(id)).toBe('CLOSED');
    expect(await countApart(asked)).toMatchObject({ ballots: 3 });
  });
});

/** Five thousand ballots of a budget, each other than the last. */
function bigElection() {
  const labels = Array.from({ length: 8 }, (_, index) => `Vorhaben ${index + 1}`);
  const { options, ...rest } = ruleWith({ method: 'BUDGET', countRule: 'mes_cost_add1u', labels });
  const rule = {
    ...{ ...rest, budgetCents: 200_000 },
    options: options.map((option, index) => ({ ...option, costCents: 20_000 + index * 7000 })),
  };
  const papers = Array.from({ length: 5000 }, (_, voter): BallotPaper => {
    const kind = 1 + ((voter * 7919) % 255);
    return {
      choices: rule.options.filter((_o, at) => kind & (1 << at)).map(({ id }) => id),
      points: [],
    };
  });
  const box = JSON.stringify(papers.map(({ choices }) => [choices, []]));
  return { rule, papers, order: { poll: 1, rule, box, withdrawn: [] } };
}

/** The longest the loop that answers everybody was held, in milliseconds. */
async function heldWhile(work: () => unknown): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const pause = () => new Promise((resolve) => setTimeout(resolve, 50));
  delay.enable();
  await pause();
  await work();
  await pause();
  delay.disable();
  return delay.max / 1e6;
}

it('a large count holds up nobody; counted here it would', async () => {
  const { rule, papers, order: asked } = bigElection();
  // A machine that is busy holds this thread up now and then, the count itself would every time.
  const tries: number[] = [];
  for (const _try of [1, 2, 3]) tries.push(await heldWhile(() => countApart(asked)));
  const apart = Math.min(...tries);
  // The red twin: the same count in this thread.
  const here = await heldWhile(() => talliedOf(rule, papers, []));
  expect(here).toBeGreaterThan(3 * apart);
});

it('a large count comes to the same as one here', async () => {
  const { rule, papers, order: asked } = bigElection();
  const { head, salt, publishes, ...counted } = await countApart(asked);
  expect(counted).toEqual(talliedOf(rule, papers, []));
  expect(publishes).toBe('table');
  expect(salt).toMatch(/^[0-9a-f]{64}$/);
  expect(head).toMatch(/^[0-9a-f]{64}$/);
});

it('a box as text is the box', async () => {
  const { id } = await left();
  const { order: asked } = await order(id);
  const papers = (await openBox(id)).map(({ choices, points }) => [choices, points]);
  expect(JSON.parse(asked.box)).toEqual(papers);
});
