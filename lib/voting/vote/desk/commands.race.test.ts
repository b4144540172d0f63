import { describe, expect, it } from 'vitest';
import { db } from '@/lib/core/db';
import { newCode } from '@/lib/core/tokens';
import { makeCardFor } from '@/lib/testing/cards';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { makePoll } from '@/lib/voting/samples';
import { castBallot } from '../commands';
import { RECEIPT_LENGTH } from '../rules';
import { castAtDesk } from './commands';
import { admitCard } from './queries';

testDatabase();

const guest = makeGuest();
const receipt = () => newCode(RECEIPT_LENGTH);

/** One card: signed in with it in two browsers, and its code typed at two boxes of the office. */
async function oneCardEverywhere() {
  const poll = await makePoll({ columns: { channels: ['WEB', 'KIOSK'] } });
  const holder = await makeActor();
  const { code } = await makeCardFor(holder.id);
  const input = { poll: poll.number, step: 'cast' as const, choices: ['abstain'], age: true };
  const boxes = ['one', 'two'].map((name) => ({
    ...{ channel: 'KIOSK' as const, poll: poll.number },
    ...{ key: `round ${name}`, keeper: `box ${name}` },
  }));
  const tickets = await Promise.all(
    boxes.map(async (place) => {
      const admitted = await admitCard(guest, place, code);
      if (!admitted.ok) throw new Error(admitted.code);
      return { place, ticket: admitted.value.ticket };
    }),
  );
  const outcomes = await Promise.all([
    castBallot(holder, input, receipt()),
    castBallot(holder, input, receipt()),
    ...tickets.map(({ place, ticket }) =>
      castAtDesk(guest, place, { ...input, ticket }, receipt()),
    ),
  ]);
  const where = { pollId: poll.id };
  return {
    told: outcomes.filter((outcome) => outcome.ok && outcome.value !== 'over').length,
    roll: await db.rollEntry.count({ where }),
    ballots: await ownerDb.ballot.count({ where }),
    receipts: await db.ballotReceipt.count({ where }),
  };
}

describe('the same card in two browsers and at two boxes', () => {
  it('counts once, ten times over', async () => {
    for (let round = 0; round < 10; round += 1) {
      expect(await oneCardEverywhere()).toEqual({ told: 1, roll: 1, ballots: 1, receipts: 1 });
    }
  });
});

// Red twin: the same without the constraint on the roll.
describe('without the constraint', () => {
  it('counts several times', async () => {
    await ownerDb.$executeRaw`DROP INDEX roll_entries_poll_id_user_id_key`;
    const counts: number[] = [];
    for (let round = 0; round < 10; round += 1) counts.push((await oneCardEverywhere()).ballots);
    expect(Math.max(...counts)).toBeGreaterThan(1);
  });
});
