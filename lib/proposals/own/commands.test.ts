import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { now, setClock } from '@/lib/core/clock';
import { DAY_MS, dayColumn, plusDays } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { officeDate } from '@/lib/core/office-time';
import { longDay } from '@/lib/i18n/dates';
import { getToday } from '@/lib/office/queries';
import { testDatabase } from '@/lib/testing/database';
import {
  makeActor,
  makeCategory,
  makeContext,
  makeDistrict,
  makeGuest,
  makeOffice,
} from '@/lib/testing/factories';
import { mailsAsSent } from '@/lib/testing/mails';
import { ownerDb } from '@/lib/testing/owner';
import { proposalSeenNow } from '@/lib/testing/seen';
import { getProposal } from '../details/queries';
import { submitProposal } from '../intake/commands';
import { forgetOldProposals } from '../privacy';
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
    given: { question: 'Wo genau?', dueOn: '2099-01-01' },
  });
  return own;
}

describe('the author', () => {
  it('sees everything with the code, typed in any way', async () => {
    const { number, code } = await sent();
    const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `;
    expect(await findOwnProposal(viewer, typed)).toMatchObject({ number, state: 'SUBMITTED' });
  });

  it('answers the question they have read, not one that was asked meanwhile', async () => {
    const { number, code } = await asked();
    const staff = await makeActor({ roles: ['COORDINATOR'] });
    await decideProposal(staff, {
      ...{ number, step: 'askBack', seen: await proposalSeenNow(number) },
      given: { question: 'Wo genau,\nund wie groß?', dueOn: '2099-01-01' },
    });
    const answer = { code, answer: 'Am Wendehammer.' };
    const late = await answerQuestion(makeGuest(), { ...answer, question: 'Wo genau?' });
    expect(late).toMatchObject({ code: 'proposals.refused.askedAnew', pageAnew: true });
    // However a browser sends its lines.
    const question = 'Wo genau,\r\nund wie groß?';
    expect((await answerQuestion(makeGuest(), { ...answer, question })).ok).toBe(true);
  });

  it('answers a question once, and the promise begins anew', async () => {
    const { number, code } = await asked();
    expect(await findOwnProposal(viewer, code)).toMatchObject({
      question: 'Wo genau?',
      promisedFor: null,
    });
    const answers = await Promise.all([
      answerQuestion(makeGuest(), { code, answer: 'Am Wendehammer.', question: 'Wo genau?' }),
      answerQuestion(makeGuest(), { code, answer: 'Am Wendehammer!', question: 'Wo genau?' }),
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
      place: '',
      title: 'Bank auf halber Strecke',
    });
    const again = await withdrawProposal(makeGuest(), { code, removeText: true });
    expect(again).toMatchObject({ ok: false });
  });
});

describe('a question to the author', () => {
  const today = () => officeDate(now());
  const ask = async (number: number, dueOn: string, question = 'Wo genau?') =>
    decideProposal(await makeActor({ roles: ['COORDINATOR'] }), {
      ...{ number, step: 'askBack', seen: await proposalSeenNow(number) },
      given: { question, dueOn },
    });
  const waitsFor = async (number: number) => {
    const { groups } = await getToday(await makeActor({ roles: ['COORDINATOR'] }));
    return groups.flatMap(({ tasks }) => tasks).filter((task) => task.number === number);
  };
  const later = (days: number) => setClock(new Date(Date.now() + days * DAY_MS));
  afterEach(() => setClock(null));

  it('has a day they are told, and time until then', async () => {
    const { number, code } = await sent();
    expect(await ask(number, today())).toMatchObject({ code: 'proposals.refused.noTimeToAnswer' });
    const contact = { contactKind: 'MAIL', contactValue: 'bis@post.example' } as const;
    await db.proposal.update({ where: { number }, data: contact });
    const dueOn = plusDays(today(), 10);
    expect(await ask(number, dueOn)).toMatchObject({ ok: true });
    const [mail] = await mailsAsSent({ recipient: 'bis@post.example' });
    expect(mail?.text).toContain(`bis ${longDay(dayColumn(dueOn), 'de')}`);
    expect((await findOwnProposal(viewer, code))?.answerBy).toEqual(dayColumn(dueOn));
  });

  it('waits in the office once the day has passed, and nothing happens by itself', async () => {
    const { number } = await sent();
    await ask(number, plusDays(today(), 10));
    later(10);
    expect(await waitsFor(number)).toEqual([]);
    later(11);
    expect(await waitsFor(number)).toMatchObject([{ kind: 'unanswered' }]);
    later(400);
    await forgetOldProposals();
    const { state } = await db.proposal.findUniqueOrThrow({ where: { number } });
    expect(state).toBe('NEEDS_CLARIFICATION');
    // Asked once more its time begins anew.
    expect(await ask(number, plusDays(today(), 5), 'Welcher Weg?')).toMatchObject({ ok: true });
    expect(await waitsFor(number)).toEqual([]);
  });

  it('is remembered also where it had no day, as one without', async () => {
    const { number } = await sent();
    await ask(number, plusDays(today(), 10));
    await ownerDb.$executeRaw`ALTER TABLE proposals DISABLE TRIGGER USER`;
    await ownerDb.proposal.update({ where: { number }, data: { answerBy: null } });
    await ownerDb.$executeRaw`ALTER TABLE proposals ENABLE TRIGGER USER`;
    later(14);
    expect(await waitsFor(number)).toEqual([]);
    later(16);
    expect(await waitsFor(number)).toMatchObject([{ kind: 'askedLong', dueOn: null }]);
  });

  it('was not answered only when the day has passed', async () => {
    const { number } = await sent();
    await ask(number, plusDays(today(), 10));
    const end = async () =>
      decideProposal(await makeActor({ roles: ['COORDINATOR'] }), {
        ...{ number, step: 'notPublish', seen: await proposalSeenNow(number) },
        given: { moderationReason: 'no_answer', help: 'Rufen Sie uns gern an.' },
      });
    later(10);
    expect(await end()).toMatchObject({ code: 'proposals.refused.answerNotMissing' });
    later(11);
    expect(await end()).toMatchObject({ ok: true });
    const { state } = await db.proposal.findUniqueOrThrow({ where: { number } });
    expect(state).toBe('NOT_PUBLISHED');
  });

  it('has one for the database, too', async () => {
    const { number } = await sent();
    const data = { state: 'NEEDS_CLARIFICATION', stateSince: new Date() } as const;
    await expect(db.proposal.update({ where: { number }, data })).rejects.toThrow(
      /whoever is asked is told until when/,
    );
  });
});

describe('somebody else', () => {
  it('finds nothing with a wrong code', async () => {
    const { number } = await asked();
    const wrong = { code: 'AAAAAAAA', answer: 'Nirgends.', question: '' };
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
