import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import {
  makeActor,
  makeCategory,
  makeContext,
  makeDistrict,
  makeGuest,
  makeOffice,
} from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { proposalSeenNow } from '@/lib/testing/seen';
import { tellEverybody } from '@/lib/testing/tellings';
import { submitProposal } from '../intake/commands';
import { answerQuestion, withdrawProposal } from '../own/commands';
import { PROPOSAL_KEYS } from '../rules';
import type { Need, OfficeStep } from '../way/rules';
import { decideProposal } from './commands';
import { tellSupporters } from './telling/jobs';

testDatabase();

const MONDAY = new Date('2027-03-01T10:00:00+01:00');
let districtId = '';
let categoryId = '';
let staff: Actor;

beforeAll(async () => {
  setClock(MONDAY);
  await makeOffice();
  districtId = (await makeDistrict()).id;
  categoryId = (await makeCategory()).id;
  staff = await makeActor({ roles: ['COORDINATOR'] });
});

async function sent() {
  setClock(MONDAY);
  const context = makeContext();
  const input = {
    ...{ title: 'Bank auf halber Strecke', body: 'Unterwegs kann man nirgends sitzen.' },
    ...{ districtId, place: '', categoryId: '', nameChoice: 'NEIGHBOUR' as const, name: '' },
    ...{ contactKind: 'NUMBER' as const, contact: '' },
  };
  const result = await submitProposal(makeGuest(), input, context);
  const number = result.ok ? result.value.number : 0;
  const { purpose, characters } = PROPOSAL_KEYS.code;
  const { id } = await db.proposal.findUniqueOrThrow({ where: { number } });
  return { id, number, code: context.codeFor(purpose, characters) };
}

async function decide(
  number: number,
  step: OfficeStep,
  given: Partial<Record<Need, string>> = {},
): Promise<void> {
  const seen = await proposalSeenNow(number);
  expect((await decideProposal(staff, { number, step, seen, given })).ok).toBe(true);
}

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

async function promisesOf(caseId: string) {
  const rows = await db.answerPromise.findMany({ where: { caseId }, orderBy: { id: 'asc' } });
  return rows.map(({ madeAt, promisedFor, answeredAt, endedAt }) =>
    [madeAt, promisedFor, answeredAt, endedAt].map(day),
  );
}

const shownDay = async (number: number) =>
  day((await db.proposal.findUniqueOrThrow({ where: { number } })).promisedFor);

describe('a promise to answer', () => {
  it('is a fact from the first day, goes on through the review and is kept by an answer', async () => {
    const { id, number } = await sent();
    const promised = await shownDay(number);
    await decide(number, 'startReview');
    expect(await promisesOf(id)).toEqual([['2027-03-01', promised, null, null]]);
    expect(await shownDay(number)).toBe(promised);
    setClock(new Date('2027-03-04T10:00:00+01:00'));
    await decide(number, 'publish', { categoryId, place: 'Weg' });
    expect(await promisesOf(id)).toEqual([['2027-03-01', promised, '2027-03-04', null]]);
    expect(await shownDay(number)).toBeNull();
  });

  it('is given anew when the author has answered, and is void when they take it back', async () => {
    const { id, number, code } = await sent();
    await decide(number, 'askBack', { question: 'Wo genau?', dueOn: '2099-01-01' });
    setClock(new Date('2027-03-10T10:00:00+01:00'));
    await answerQuestion(makeGuest(), { code, answer: 'Am Wendehammer.', question: 'Wo genau?' });
    setClock(new Date('2027-03-11T10:00:00+01:00'));
    await withdrawProposal(makeGuest(), { code, removeText: false });
    const [first, second] = await promisesOf(id);
    expect(first?.slice(2)).toEqual(['2027-03-01', null]);
    expect(second?.[0]).toBe('2027-03-10');
    expect(second?.slice(2)).toEqual([null, '2027-03-11']);
  });

  it('is void, not kept, when the office takes it back for whoever called', async () => {
    const { id, number } = await sent();
    setClock(new Date('2027-04-20T10:00:00+02:00'));
    await decide(number, 'withdraw');
    const [promise] = await promisesOf(id);
    expect(promise?.slice(2)).toEqual([null, '2027-04-20']);
  });

  it('stands once, ends in one way and is never rewritten', async () => {
    const { id } = await sent();
    const again = { kind: 'proposal', caseId: id, madeAt: MONDAY, promisedFor: MONDAY };
    await expect(db.answerPromise.create({ data: again })).rejects.toThrow();
    const rewrite = (data: { promisedFor?: Date; answeredAt?: Date | null; endedAt?: Date }) =>
      db.answerPromise.updateMany({ where: { caseId: id }, data });
    await expect(rewrite({ promisedFor: new Date('2030-01-01') })).rejects.toThrow();
    await expect(rewrite({ answeredAt: MONDAY, endedAt: MONDAY })).rejects.toThrow();
    await rewrite({ answeredAt: MONDAY });
    await expect(rewrite({ answeredAt: null })).rejects.toThrow();
    // The guards are in the database: with one of them away the same gets through.
    await ownerDb.$executeRaw`DROP INDEX answer_promises_one_stands`;
    const other = await sent();
    const second = { ...again, caseId: other.id };
    await expect(db.answerPromise.create({ data: second })).resolves.toBeTruthy();
  });
});

describe('telling everybody who supported it', () => {
  const MANY = 450;

  async function finished() {
    const { id, number } = await sent();
    await decide(number, 'publish', { categoryId, place: 'Weg' });
    await db.proposal.update({ where: { id }, data: { state: 'IN_PROGRESS' } });
    const users = Array.from({ length: MANY }, (_, index) => ({
      email: `nachbar-${number}-${index}@person.example`,
      locale: index % 2 ? 'de' : 'en',
    }));
    await db.user.createMany({ data: users });
    const made = await db.user.findMany({ where: { email: { startsWith: `nachbar-${number}-` } } });
    const supports = made.map((user) => ({ proposalId: id, userId: user.id }));
    await db.proposalSupport.createMany({ data: supports });
    await decide(number, 'finish', { resultNote: 'Die Bank steht.' });
    const told = () =>
      db.outgoingMail.count({ where: { recipient: { startsWith: `nachbar-${number}-` } } });
    return { id, number, told };
  }

  it('happens after the decision, in batches, and once', async () => {
    const { told } = await finished();
    expect(await told()).toBe(0);
    await tellEverybody();
    expect(await told()).toBe(MANY);
    await tellEverybody();
    expect(await told()).toBe(MANY);
    expect(await db.telling.count()).toBe(0);
  });

  it('goes on where it was when it broke in between', async () => {
    const { told } = await finished();
    const { tellInBatches } = await import('@/lib/cases/telling/jobs');
    const [round] = await db.telling.findMany();
    let batches = 0;
    const breaking: typeof tellSupporters = async (tx, about, most) => {
      const after = await tellSupporters(tx, about, most);
      batches += 1;
      if (batches === 2) throw new Error('the plug was pulled');
      return after;
    };
    await expect(tellInBatches(round?.id ?? '', breaking)).rejects.toThrow('plug');
    expect(await told()).toBe(200);
    await tellEverybody();
    expect(await told()).toBe(MANY);
  });

  it('tells nobody that something is there which was taken back before', async () => {
    const { id, told } = await finished();
    await db.proposal.update({ where: { id }, data: { state: 'WITHDRAWN' } });
    await tellEverybody();
    expect(await told()).toBe(0);
  });
});
