import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { system } from '@/lib/accounts/actor';
import type { Actor } from '@/lib/accounts/types';
import { now, setClock } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { officeToday } from '@/lib/core/office-time';
import { makeSession, putOnAgenda } from '@/lib/forum/samples';
import { longDay } from '@/lib/i18n/dates';
import { sendQueuedMail } from '@/lib/mail/jobs';
import { getToday } from '@/lib/office/queries';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice, makePartner } from '@/lib/testing/factories';
import { mailsAsSent } from '@/lib/testing/mails';
import { proposalSeenNow } from '@/lib/testing/seen';
import { getProposal } from '../details/queries';
import { proposalRow } from '../rows.mjs';
import type { ProposalState } from '../types';
import type { Need, OfficeStep } from '../way/rules';
import { noteQuestionSent } from './asking/jobs';
import { listSessionsFor } from './asking/queries';
import { decideProposal } from './commands';

testDatabase();

const viewer = { locale: 'de' };
let districtId = '';
let staff: Actor;
let held = '';
let last = 700;

beforeAll(async () => {
  // Its mails are read on a page; without mail server and page they would lie there unread.
  await makeOffice({ filledAsDemo: true });
  districtId = (await makeDistrict()).id;
  staff = await makeActor({ roles: ['COORDINATOR'] });
  held = (await makeSession({ state: 'HELD', inDays: -3 })).id;
});
afterEach(() => setClock(null));

async function published(): Promise<number> {
  last += 1;
  const at = now();
  const row = { number: last, codeHash: `${last}`, title: 'Bank', body: 'Am Weg', districtId };
  const dates = { submittedAt: at, stateSince: at, publishedAt: at };
  await db.proposal.create({ data: proposalRow({ ...row, ...dates, state: 'PUBLISHED' }) });
  return last;
}

async function decide(
  number: number,
  step: OfficeStep,
  seen: ProposalState,
  given: Partial<Record<Need, string>> = {},
) {
  return decideProposal(staff, { number, step, seen: await proposalSeenNow(number, seen), given });
}

async function putToForum(number: number) {
  const session = await makeSession({ state: 'PLANNED' });
  await putOnAgenda(session.id, number);
  await putOnAgenda(held, number);
  return decide(number, 'discuss', 'PUBLISHED', { sessionId: session.id });
}

describe('a sentence about an act has that act in the database', () => {
  it('says that somebody is asked only when the question has gone out', async () => {
    const partner = await makePartner({ name: 'Bauamt', email: 'bauamt@stadt.example' });
    const number = await published();
    await putToForum(number);
    await decide(number, 'adopt', 'IN_FORUM', { sessionId: held, note: 'einstimmig' });
    const question = 'Kann dort eine Bank stehen?';
    const given = { partnerId: partner.id, question, dueOn: '2099-01-01' };
    await decide(number, 'handOver', 'ADOPTED', given);
    const isAsked = async () => (await getProposal(viewer, number))?.standing.isAsked;
    const where = { partnerId: partner.id };
    expect((await db.handover.findFirstOrThrow({ where })).sentAt).toBeNull();
    expect(await isAsked()).toBe(false);
    const early = await decide(number, 'remind', 'HANDED_OVER', { note: 'Angerufen' });
    expect(early).toMatchObject({ ok: false, code: 'proposals.refused.notSentYet' });
    const later = await decide(number, 'send', 'HANDED_OVER', {
      ...{ sentHow: 'LETTER', sentOn: '2099-01-01' },
    });
    expect(later).toMatchObject({ ok: false, field: 'sentOn' });
    expect((await decide(number, 'send', 'HANDED_OVER', { sentHow: 'PROGRAM' })).ok).toBe(true);
    const [mail] = await mailsAsSent({ recipient: 'bauamt@stadt.example' });
    expect(mail?.text).toContain(question);
    // On its way it has asked nobody yet, and nobody sends a second one meanwhile.
    const steps = async () => (await getProposal(viewer, number))?.history.map(({ step }) => step);
    expect(await isAsked()).toBe(false);
    expect((await steps())?.at(-1)).toBe('mail');
    expect(await decide(number, 'send', 'HANDED_OVER', { sentHow: 'TALK' })).toMatchObject({
      code: 'proposals.refused.onItsWay',
    });
    const { id: mailId } = await db.outgoingMail.findFirstOrThrow({
      where: { recipient: 'bauamt@stadt.example' },
    });
    await noteQuestionSent(system, mailId);
    expect(await isAsked()).toBe(false);
    await sendQueuedMail(mailId, false);
    for (const _twice of [1, 2]) await noteQuestionSent(system, mailId);
    expect(await isAsked()).toBe(true);
    expect((await steps())?.slice(-2)).toEqual(['mail', 'send']);
    expect(await decide(number, 'send', 'HANDED_OVER', { sentHow: 'TALK' })).toMatchObject({
      code: 'proposals.refused.sentBefore',
    });
  });

  it.each(['passOn', 'withdraw'] as const)(
    'asks nobody any more with a mail on its way, once it is over by %s',
    async (step) => {
      const [first, next] = [
        await makePartner({ name: 'Amt', email: `${step}@stadt.example` }),
        await makePartner({ name: 'Hof' }),
      ];
      const number = await published();
      await putToForum(number);
      await decide(number, 'adopt', 'IN_FORUM', { sessionId: held, note: 'einstimmig' });
      const question = { question: 'Geht das?', dueOn: '2099-01-01' };
      const mailed = { ...question, partnerId: first.id, sentHow: 'PROGRAM' };
      await decide(number, 'handOver', 'ADOPTED', mailed);
      const where = { recipient: `${step}@stadt.example` };
      expect(await db.outgoingMail.count({ where })).toBe(1);
      const later = { ...question, partnerId: next.id, sentHow: 'LETTER' };
      expect((await decide(number, step, 'HANDED_OVER', later)).ok).toBe(true);
      expect(await db.outgoingMail.count({ where })).toBe(0);
    },
  );

  it('takes no mail for asked where none goes out', async () => {
    const partner = await makePartner({ name: 'Kirche', email: 'kirche@stadt.example' });
    const number = await published();
    await putToForum(number);
    await decide(number, 'adopt', 'IN_FORUM', { sessionId: held, note: 'einstimmig' });
    const given = { partnerId: partner.id, question: 'Geht das?', dueOn: '2099-01-01' };
    await makeOffice({ filledAsDemo: false });
    const refusal = { code: 'proposals.refused.noMailServer', field: 'sentHow' };
    const mailed = { ...given, sentHow: 'PROGRAM' };
    expect(await decide(number, 'handOver', 'ADOPTED', mailed)).toMatchObject(refusal);
    await makeOffice({ filledAsDemo: true });
  });

  it('has asked nobody with a mail that could not be sent, and the office says how else', async () => {
    const partner = await makePartner({ name: 'Forst', email: 'forst@stadt.example' });
    const number = await published();
    await putToForum(number);
    await decide(number, 'adopt', 'IN_FORUM', { sessionId: held, note: 'einstimmig' });
    const question = 'Kann der Ast weg?';
    const given = { partnerId: partner.id, question, dueOn: '2099-01-01', sentHow: 'PROGRAM' };
    expect((await decide(number, 'handOver', 'ADOPTED', given)).ok).toBe(true);
    const where = { recipient: 'forst@stadt.example' };
    await db.outgoingMail.updateMany({ where, data: { state: 'FAILED' } });
    expect((await getProposal(viewer, number))?.standing.isAsked).toBe(false);
    const waiting = (await getToday(staff)).groups.flatMap(({ tasks }) => tasks);
    expect(waiting).toContainEqual(expect.objectContaining({ kind: 'unsent', number }));
    expect((await decide(number, 'send', 'HANDED_OVER', { sentHow: 'PHONE' })).ok).toBe(true);
    expect((await getProposal(viewer, number))?.standing.isAsked).toBe(true);
    // Nobody sends it once more from the list of what failed.
    expect(await db.outgoingMail.count({ where })).toBe(0);
  });

  it('asks nobody until a day that is over, and nobody the office no longer works with', async () => {
    const partner = await makePartner({ name: 'Bauhof', email: 'bauhof@stadt.example' });
    const number = await published();
    const put = { partnerId: partner.id, question: 'Kann dort eine Bank stehen?' };
    await putToForum(number);
    await decide(number, 'adopt', 'IN_FORUM', { sessionId: held, note: 'einstimmig' });
    const today = officeToday();
    await decide(number, 'handOver', 'ADOPTED', { ...put, dueOn: today });
    const send = (given: Partial<Record<Need, string>>) =>
      decide(number, 'send', 'HANDED_OVER', given);
    setClock(new Date(now().getTime() + DAY_MS));
    for (const given of [{ sentHow: 'PROGRAM' }, { sentHow: 'LETTER' }]) {
      expect(await send(given)).toMatchObject({ code: 'proposals.refused.dueOver' });
    }
    expect(await mailsAsSent({ recipient: 'bauhof@stadt.example' })).toEqual([]);
    await db.partner.update({ where: { id: partner.id }, data: { state: 'ENDED' } });
    const inTime = { sentHow: 'LETTER', sentOn: today };
    expect(await send(inTime)).toMatchObject({ code: 'proposals.refused.bodyEnded' });
    await db.partner.update({ where: { id: partner.id }, data: { state: 'ACTIVE' } });
    expect((await send(inTime)).ok).toBe(true);
  });

  it('lets the Forum have said something only in a session that took place', async () => {
    const number = await published();
    const coming = await makeSession({ state: 'PLANNED' });
    const put = { sessionId: coming.id };
    expect(await decide(number, 'discuss', 'PUBLISHED', put)).toMatchObject({
      code: 'proposals.refused.notOnAgenda',
    });
    await putOnAgenda(coming.id, number);
    const contact = { contactKind: 'MAIL', contactValue: 'a@person.example' } as const;
    await db.proposal.update({ where: { number }, data: contact });
    await decide(number, 'discuss', 'PUBLISHED', put);
    const { localDate } = coming;
    const [told] = await mailsAsSent({ recipient: 'a@person.example' });
    expect(told?.text).toContain(`des Forums am ${longDay(localDate, 'de')}`);
    const early = await decide(number, 'adopt', 'IN_FORUM', { ...put, note: 'einstimmig' });
    expect(early).toMatchObject({ code: 'proposals.refused.forumHasNotMet' });
    const met = { sessionId: held, note: 'einstimmig' };
    expect(await decide(number, 'adopt', 'IN_FORUM', met)).toMatchObject({
      code: 'proposals.refused.forumHadItNot',
    });
    expect(await listSessionsFor(staff, number, 'adopt')).toEqual([]);
    await putOnAgenda(held, number);
    expect(await listSessionsFor(staff, number, 'adopt')).toMatchObject([{ id: held }]);
    expect(await decide(number, 'adopt', 'IN_FORUM', met)).toMatchObject({ ok: true });
    const page = await getProposal(viewer, number);
    expect(page?.standing.isOnlyEntered).toBe(false);
    expect(page?.history.slice(-2)).toMatchObject([
      { to: 'IN_FORUM', by: 'office', session: { number: coming.number } },
      { to: 'ADOPTED', by: 'forum' },
    ]);
  });
});
