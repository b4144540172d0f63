import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { system } from '@/lib/accounts/actor';
import type { Actor } from '@/lib/accounts/types';
import { db, submittedForm } from '@/lib/core/db';
import { newCode, newFormToken } from '@/lib/core/tokens';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { enterRoll, makePoll } from '@/lib/voting/samples';
import { sealPoll } from './commands';
import { castBallot } from './vote/commands';
import { putIntoBox } from './vote/steps';

testDatabase();

const VOTERS = 60;

type Poll = Awaited<ReturnType<typeof makePoll>>;

/** Everything a dump of the tables shows of one row: its place, its writer, its key. */
interface Trace {
  place: string;
  writer: string;
  id: string;
  secret: string;
}

let voters: Actor[];

beforeAll(async () => {
  voters = await Promise.all(Array.from({ length: VOTERS }, () => makeActor()));
});

afterEach(() => moveClock(null));

/** Everybody votes one after the other, a third for each option; answers who chose what. */
async function simulate(poll: Poll, cast: (actor: Actor, choice: string) => Promise<unknown>) {
  const truth = new Map<string, string>();
  for (const [index, actor] of voters.entries()) {
    const choice = poll.optionIds[(index * 7) % 3] ?? '';
    truth.set(actor.id, choice);
    await cast(actor, choice);
  }
  return truth;
}

const castForReal = (poll: Poll) => (actor: Actor, choice: string) =>
  submittedForm.run({ token: newFormToken(new Date()), form: 'ballot', at: new Date() }, () =>
    castBallot(
      actor,
      { poll: poll.number, step: 'cast', choices: [choice], age: true },
      newCode(26),
    ),
  );

/** The obvious way to write it, which nobody should. */
const castNaively = (poll: Poll) => (actor: Actor, choice: string) =>
  ownerDb.$transaction(async (tx) => {
    await tx.rollEntry.create({ data: { pollId: poll.id, userId: actor.id } });
    await tx.ballot.create({ data: { pollId: poll.id, choices: [choice] } });
    await tx.ballotReceipt.create({ data: { pollId: poll.id, receipt: newCode(26) } });
  });

async function dumpOf(poll: Poll) {
  const roll = await db.$queryRaw<Trace[]>`
    SELECT ctid::text AS place, xmin::text AS writer, id::text, user_id::text AS secret
    FROM roll_entries WHERE poll_id = ${poll.id}::uuid`;
  const box = await ownerDb.$queryRaw<Trace[]>`
    SELECT ctid::text AS place, xmin::text AS writer, id::text, choices[1]::text AS secret
    FROM ballots WHERE poll_id = ${poll.id}::uuid`;
  return { roll, box };
}

const placeOf = (row: Trace) =>
  row.place
    .slice(1, -1)
    .split(',')
    .map((part) => part.padStart(8, '0'))
    .join();

const ORDERS: Record<string, (row: Trace) => string> = {
  place: placeOf,
  writer: (row) => row.writer.padStart(12, '0') + placeOf(row),
  id: (row) => row.id,
};

/** Lays both lists beside each other in the same order and says how often that names the right choice. */
function hits(dump: Awaited<ReturnType<typeof dumpOf>>, truth: Map<string, string>) {
  const sorted = (rows: Trace[], key: (row: Trace) => string) =>
    [...rows].sort((a, b) => key(a).localeCompare(key(b)));
  return Object.entries(ORDERS).map(([name, key]) => {
    const box = sorted(dump.box, key);
    const right = sorted(dump.roll, key).filter(
      (entry, index) => truth.get(entry.secret) === box[index]?.secret,
    );
    return { name, right: right.length };
  });
}

// Chance: a third of 60 is 20, with a standard deviation below 3.8; 40 is more than five of them.
const MORE_THAN_CHANCE = 40;

describe('somebody with a dump of the whole database', () => {
  it('learns nothing while the poll is open', async () => {
    const poll = await makePoll();
    const truth = await simulate(poll, castForReal(poll));
    const dump = await dumpOf(poll);
    for (const { right } of hits(dump, truth)) expect(right).toBeLessThan(MORE_THAN_CHANCE);
    // One transaction wrote the whole box, so it points at no line of the roll.
    expect(new Set(dump.box.map((row) => row.writer)).size).toBe(1);
  });

  it('learns nothing after the close', async () => {
    const poll = await makePoll();
    const truth = await simulate(poll, castForReal(poll));
    await moveClock(poll.closesAt);
    expect(await sealPoll(system, poll.id)).toBe('published');
    const dump = await dumpOf(poll);
    for (const { right } of hits(dump, truth)) expect(right).toBeLessThan(MORE_THAN_CHANCE);
    const writers = new Set(dump.box.map((row) => row.writer));
    expect(dump.roll.some((row) => writers.has(row.writer))).toBe(false);
  });

  // Red twin: the matcher must be able to find what is there to be found.
  it('would learn everything if ballots were simply inserted', async () => {
    const poll = await makePoll();
    const truth = await simulate(poll, castNaively(poll));
    const found = hits(await dumpOf(poll), truth);
    expect(found.find(({ name }) => name === 'writer')).toEqual({ name: 'writer', right: VOTERS });
  });

  it('finds every paper mixed, whatever whoever put it in has set', async () => {
    const poll = await makePoll();
    await simulate(poll, castForReal(poll));
    await enterRoll(poll.id, 1);
    await db.$transaction(async (tx) => {
      await putIntoBox(tx, poll.id, { choices: [], points: [] }, newCode(26));
      // What the mixing once asked for.
      await tx.$queryRaw`SELECT set_config('ballot_box.mixed', '1', true)`;
      await tx.$queryRaw`SELECT set_config('ballot_box.arriving', '', true)`;
      await tx.$executeRaw`SET CONSTRAINTS ALL DEFERRED`;
    });
    const { box } = await dumpOf(poll);
    expect(new Set(box.map((row) => row.writer)).size).toBe(1);
    expect(await ownerDb.ballot.count({ where: { unmixed: true } })).toBe(0);
  });

  it('finds no order of receipts after the close', async () => {
    const poll = await makePoll();
    const given: string[] = [];
    for (const actor of voters) {
      given.push(newCode(26));
      const input = { poll: poll.number, step: 'cast', choices: ['abstain'], age: true } as const;
      await castBallot(actor, { ...input, choices: ['abstain'] }, given.at(-1) ?? '');
    }
    await moveClock(poll.closesAt);
    await sealPoll(system, poll.id);
    const stored = await db.$queryRaw<{ receipt: string; writer: string }[]>`
      SELECT receipt, xmin::text AS writer FROM ballot_receipts
      WHERE poll_id = ${poll.id}::uuid ORDER BY ctid`;
    const inPlace = stored.filter((row, index) => row.receipt === given[index]);
    expect(inPlace.length).toBeLessThan(10);
    expect(new Set(stored.map((row) => row.writer)).size).toBe(1);
  });
});
