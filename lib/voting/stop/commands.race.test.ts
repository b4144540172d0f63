import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { makePoll } from '@/lib/voting/samples';
import { agreeToStop, askToStop, dropStop } from './commands';

testDatabase();

const ROUNDS = 8;
const reason = 'Eine Antwort fehlte von Anfang an.';
let one: Actor;
let other: Actor;
let third: Actor;

beforeEach(async () => {
  await makeOffice();
  one = await makeActor({ roles: ['COORDINATOR'] });
  other = await makeActor({ roles: ['ADMIN'] });
  third = await makeActor({ roles: ['REPRESENTATIVE'] });
});

const ask = (who: Actor, number: number) => askToStop(who, { number, option: null, reason });

async function asked() {
  const poll = await makePoll();
  await ask(one, poll.number);
  const { id: stop } = await db.pollStop.findFirstOrThrow({ where: { pollId: poll.id } });
  return { id: poll.id, number: poll.number, stop };
}

const won = (results: { ok: boolean }[]) => results.filter(({ ok }) => ok).length;
const stateOf = async (id: string) => (await db.poll.findUniqueOrThrow({ where: { id } })).state;

describe('several people in the same second', () => {
  it('ask once', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const poll = await makePoll();
      const results = await Promise.all(
        [one, other, one, other].map((who) => ask(who, poll.number)),
      );
      expect(won(results)).toBe(1);
      expect(await db.pollStop.count({ where: { pollId: poll.id } })).toBe(1);
    }
  });

  it('agree once, or it is dropped: never both', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id, ...input } = await asked();
      const [agreed, again, dropped] = await Promise.all([
        agreeToStop(other, input),
        agreeToStop(third, input),
        dropStop(one, input),
      ]);
      expect(won([agreed, again, dropped])).toBe(1);
      expect(await stateOf(id)).toBe(dropped.ok ? 'SCHEDULED' : 'CANCELLED');
    }
  });

  it('in many tabs stay one person', async () => {
    const { id, ...input } = await asked();
    const results = await Promise.all(Array.from({ length: 8 }, () => agreeToStop(one, input)));
    expect(won(results)).toBe(0);
    expect(await stateOf(id)).toBe('SCHEDULED');
  });
});

/** A program that forgot to ask whether it is somebody else. */
const agreeAnyway = (stop: string, who: Actor, alone = false) =>
  db.pollStop.update({
    where: { id: stop },
    data: { settledById: who.id, agreed: true, alone },
  });
/** One that forgot that anybody has to be asked. */
const callOffAnyway = (id: string) =>
  db.poll.update({ where: { id }, data: { state: 'CANCELLED', cancelReason: reason } });
const askAnyway = (pollId: string) =>
  db.pollStop.create({
    data: { pollId, reason, askedById: other.id, askedAt: new Date() },
  });

describe('a program that forgets to ask', () => {
  it('is stopped by the database', async () => {
    const { id, stop } = await asked();
    await expect(callOffAnyway(id)).rejects.toThrow(/a second person has to agree/);
    await expect(agreeAnyway(stop, one)).rejects.toThrow(/poll_stops_by_two/);
    await expect(agreeAnyway(stop, one, true)).rejects.toThrow(/somebody else could agree/);
    await expect(askAnyway(id)).rejects.toThrow(/Unique constraint/);
    expect(await stateOf(id)).toBe('SCHEDULED');
  });

  it('does not publish another reason than the one that was read', async () => {
    const { id, stop } = await asked();
    await agreeAnyway(stop, other);
    const data = { state: 'CANCELLED', cancelReason: 'Etwas ganz anderes.' } as const;
    await expect(db.poll.update({ where: { id }, data })).rejects.toThrow(/second person/);
    await callOffAnyway(id);
  });

  it('withdraws no answer', async () => {
    const poll = await makePoll();
    const [option = ''] = poll.optionIds;
    const data = { withdrawnAt: new Date() };
    await expect(db.pollOption.update({ where: { id: option }, data })).rejects.toThrow(
      /a second person has to agree/,
    );
  });
});

// Red twins: without each guard the same story must go wrong.
describe('without the guards', () => {
  afterAll(async () => {
    await ownerDb.$executeRaw`TRUNCATE poll_stops`;
    await ownerDb.$executeRaw`
      CREATE UNIQUE INDEX poll_stops_one_waits ON poll_stops (poll_id) WHERE settled_at IS NULL`;
    await ownerDb.$executeRaw`ALTER TABLE poll_stops ADD CONSTRAINT poll_stops_by_two
      CHECK (agreed IS NOT TRUE OR alone OR asked_by_id <> settled_by_id)`;
    await ownerDb.$executeRaw`ALTER TABLE polls ENABLE TRIGGER polls_stopped_by_two`;
  });

  it('one person is both', async () => {
    await ownerDb.$executeRaw`ALTER TABLE poll_stops DROP CONSTRAINT poll_stops_by_two`;
    const { id, stop } = await asked();
    await agreeAnyway(stop, one);
    await callOffAnyway(id);
    expect(await stateOf(id)).toBe('CANCELLED');
  });

  it('one person alone calls a poll off', async () => {
    await ownerDb.$executeRaw`ALTER TABLE polls DISABLE TRIGGER polls_stopped_by_two`;
    const poll = await makePoll();
    await callOffAnyway(poll.id);
    expect(await stateOf(poll.id)).toBe('CANCELLED');
  });

  it('two things wait at once', async () => {
    await ownerDb.$executeRaw`DROP INDEX poll_stops_one_waits`;
    const { id } = await asked();
    await askAnyway(id);
    expect(await db.pollStop.count({ where: { pollId: id, settledAt: null } })).toBe(2);
  });
});
