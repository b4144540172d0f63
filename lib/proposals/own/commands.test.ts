import { beforeAll, describe, expect, it } from 'vitest';
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
import { proposalSeenNow } from '@/lib/testing/seen';
import { getProposal } from '../details/queries';
import { submitProposal } from '../intake/commands';
import { decideProposal } from '../review/commands';
import { answerQuestion, withdrawProposal } from './commands';
import { findOwnProposal, listOwnProposals } from './queries';

testDatabase();

const viewer = { locale: 'de' };
let districtId = '';
let categoryId = '';

beforeAll(async () => {
  await makeOffice();
  districtId = (await makeDistrict()).id;
  categoryId = (await makeCategory()).id;
});

async function sent(visitor: Parameters<typeof submitProposal>[0] = makeGuest()) {
  const context = makeContext();
  const input = {
    title: 'Bank auf halber Strecke',
    body: 'Unterwegs kann man sich nirgends hinsetzen.',
    districtId,
    place: '',
    categoryId: '',
    nameChoice: 'NEIGHBOUR' as const,
    name: '',
    contactKind: 'NUMBER' as const,
    contact: '',
  };
  const result = await submitProposal(visitor, input, context);
  const number = result.ok ? result.value.number : 0;
  return { number, code: context.codeFor('proposal', 8) };
}

async function asked() {
  const own = await sent();
  const staff = await makeActor({ roles: ['COORDINATOR'] });
  await decideProposal(staff, {
    number: own.number,
    step: 'askBack',
    seen: await proposalSeenNow(own.number),
    given: { question: 'Wo genau?' },
  });
  return own;
}

describe('the author', () => {
  it('sees everything with the code, typed in any way', async () => {
    const { number, code } = await sent();
    const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `;
    expect(await findOwnProposal(viewer, typed)).toMatchObject({ number, state: 'SUBMITTED' });
  });

  it('answers a question once, and the promise begins anew', async () => {
    const { number, code } = await asked();
    expect(await findOwnProposal(viewer, code)).toMatchObject({
      question: 'Wo genau?',
      promisedFor: null,
    });
    const answers = await Promise.all([
      answerQuestion(makeGuest(), { code, answer: 'Am Wendehammer.' }),
      answerQuestion(makeGuest(), { code, answer: 'Am Wendehammer!' }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const row = await db.proposal.findUniqueOrThrow({ where: { number } });
    expect(row.state).toBe('UNDER_REVIEW');
    expect(row.promisedFor).not.toBeNull();
  });

  it('withdraws; the text goes when wished, the title stays', async () => {
    const { number, code } = await sent();
    const staff = await makeActor({ roles: ['COORDINATOR'] });
    const given = { categoryId, place: 'Weg' };
    await decideProposal(staff, {
      number,
      step: 'publish',
      seen: await proposalSeenNow(number),
      given,
    });
    await withdrawProposal(makeGuest(), { code, removeText: true });
    expect(await getProposal(viewer, number)).toMatchObject({
      state: 'WITHDRAWN',
      body: '',
      title: 'Bank auf halber Strecke',
    });
    const again = await withdrawProposal(makeGuest(), { code, removeText: true });
    expect(again).toMatchObject({ ok: false });
  });
});

describe('somebody else', () => {
  it('finds nothing with a wrong code', async () => {
    const { number } = await asked();
    const wrong = { code: 'AAAAAAAA', answer: 'Nirgends.' };
    await expect(answerQuestion(makeGuest(), wrong)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const withdrawal = withdrawProposal(makeGuest(), {
      code: `${number}-AAAAAAAAAAAA`,
      removeText: true,
    });
    await expect(withdrawal).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await db.proposal.findUnique({ where: { number } })).toMatchObject({
      state: 'NEEDS_CLARIFICATION',
    });
  });

  it('does not see the proposals of another account', async () => {
    const [anna, ben] = [await makeActor(), await makeActor()];
    const { number } = await sent(anna);
    expect((await listOwnProposals(anna)).map((line) => line.number)).toEqual([number]);
    expect(await listOwnProposals(ben)).toEqual([]);
  });
});
