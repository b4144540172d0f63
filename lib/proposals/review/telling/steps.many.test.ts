import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { makeSession, putOnAgenda } from '@/lib/forum/samples';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice } from '@/lib/testing/factories';
import { proposalSeenNow } from '@/lib/testing/seen';
import { statementsOf } from '@/lib/testing/statements';
import { tellEverybody } from '@/lib/testing/tellings';
import { proposalRow } from '../../rows.mjs';
import type { ProposalState } from '../../types';
import { decideProposal } from '../commands';

testDatabase();

let districtId = '';
let staff: Actor;

beforeAll(async () => {
  await makeOffice();
  districtId = (await makeDistrict()).id;
  staff = await makeActor({ roles: ['COORDINATOR'] });
});

const WAYS = ['MAIL', 'PHONE'] as const;
type Way = (typeof WAYS)[number];

/** A public proposal and so many that go along with it, and whom as many it matters to. */
async function leadOf(many: number, state: ProposalState, contactKind: Way) {
  const row = () => proposalRow({ districtId, state, publishedAt: now() });
  const { id, number } = await db.proposal.create({ data: row() });
  const joined = Array.from({ length: many }, (_, index) => ({
    ...{ ...row(), state: 'MERGED' as const, mergedIntoId: id, contactKind },
    contactValue: contactKind === 'MAIL' ? `${number}-${index}@post.example` : `${number} ${index}`,
  }));
  await db.proposal.createMany({ data: joined });
  const emails = Array.from({ length: many }, (_, index) => `s-${number}-${index}@post.example`);
  const users = await db.user.createManyAndReturn({
    data: emails.map((email) => ({ email, locale: 'de' })),
    select: { id: true },
  });
  const supports = users.map((user) => ({ proposalId: id, userId: user.id }));
  await db.proposalSupport.createMany({ data: supports });
  const { id: sessionId } = await makeSession({ state: 'HELD', inDays: -3 });
  await putOnAgenda(sessionId, number);
  return { number, sessionId };
}

const END = {
  finish: { from: 'IN_PROGRESS', words: { resultNote: 'Die Bank steht.' } },
  decline: { from: 'IN_FORUM', words: { note: 'Dafür war keine Mehrheit.' } },
} as const;

/** Statements and messages of one step that so many people hear of, and of the background that follows. */
async function costOf(many: number, step: keyof typeof END, way: Way) {
  const { number, sessionId } = await leadOf(many, END[step].from, way);
  const seen = await proposalSeenNow(number);
  const given = step === 'decline' ? { ...END[step].words, sessionId } : END[step].words;
  const before = await messages();
  const statements = await statementsOf(async () => {
    expect(await decideProposal(staff, { number, step, seen, given })).toMatchObject({ ok: true });
  });
  const atOnce = (await messages()) - before;
  await tellEverybody();
  return { statements, atOnce, inAll: (await messages()) - before };
}

const messages = async () => (await db.outgoingMail.count()) + (await db.callListItem.count());

describe('a step that many hear of, also those whose own goes on alone by it', () => {
  it.each(
    (['finish', 'decline'] as const).flatMap((step) => WAYS.map((way) => [step, way] as const)),
  )('%s costs no more for many than for few, told by %s, and all are told', async (step, way) => {
    const few = await costOf(3, step, way);
    const many = await costOf(63, step, way);
    // Its author has no address here: whoever acts writes to nobody.
    expect([few.atOnce, many.atOnce]).toEqual([0, 0]);
    expect(many.statements).toBeLessThanOrEqual(few.statements);
    const supporters = step === 'finish' ? 63 : 0;
    expect(many.inAll).toBe(63 + supporters);
  });
});
