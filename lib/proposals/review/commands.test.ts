import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { personalKey } from '@/lib/cases/keys';
import { setClock } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { makeSession, putOnAgenda } from '@/lib/forum/samples';
import { testDatabase } from '@/lib/testing/database';
import {
  makeActor,
  makeCategory,
  makeContext,
  makeDistrict,
  makeGuest,
  makeOffice,
  makePartner,
} from '@/lib/testing/factories';
import { mailsAsSent } from '@/lib/testing/mails';
import { proposalSeenNow } from '@/lib/testing/seen';
import { getProposal } from '../details/queries';
import { submitProposal } from '../intake/commands';
import { findOwnProposal, stateOfNumber } from '../own/queries';
import { forgetOldProposals } from '../privacy';
import { PROPOSAL_KEYS } from '../rules';
import { supportProposal } from '../supporting/commands';
import type { ContactKind, ProposalState } from '../types';
import type { Need, OfficeStep } from '../way/rules';
import { listResponsibleBodies } from './asking/queries';
import { decideProposal } from './commands';
import { listInbox } from './queries';

testDatabase();

const viewer = { locale: 'de' };
let districtId = '';
let categoryId = '';
let staff: Actor;
let held = '';

beforeAll(async () => {
  await makeOffice();
  districtId = (await makeDistrict()).id;
  categoryId = (await makeCategory()).id;
  staff = await makeActor({ roles: ['COORDINATOR'] });
  held = (await makeSession({ state: 'HELD', inDays: -3 })).id;
});

async function sent(
  contact: { contactKind: ContactKind; contact: string } = { contactKind: 'NUMBER', contact: '' },
) {
  const input = {
    title: 'Bank auf halber Strecke',
    body: 'Unterwegs kann man sich nirgends hinsetzen.',
    districtId,
    place: '',
    categoryId: '',
    nameChoice: 'FIRST_NAME' as const,
    name: 'Renate Krause',
    ...contact,
  };
  const result = await submitProposal(makeGuest(), input, makeContext());
  return result.ok ? result.value.number : 0;
}

async function decide(
  number: number,
  step: OfficeStep,
  seen: ProposalState,
  given: Partial<Record<Need, string>> = {},
  who = staff,
) {
  return decideProposal(who, { number, step, seen: await proposalSeenNow(number, seen), given });
}

async function putToForum(number: number) {
  const session = await makeSession({ state: 'PLANNED' });
  await putOnAgenda(session.id, number);
  await putOnAgenda(held, number);
  return decide(number, 'discuss', 'PUBLISHED', { sessionId: session.id });
}

const publish = (number: number, who = staff) =>
  decide(number, 'publish', 'SUBMITTED', { categoryId, place: 'Weg zur Kaufhalle' }, who);

async function stateOf(number: number) {
  return (await db.proposal.findUniqueOrThrow({ where: { number } })).state;
}

async function published() {
  const number = await sent();
  await publish(number);
  return number;
}

describe('publishing', () => {
  it('passes the review on the way and is public at once', async () => {
    const number = await sent();
    expect(await getProposal(viewer, number)).toBeNull();
    expect(await publish(number)).toMatchObject({ ok: true, value: { number, step: 'publish' } });
    const page = await getProposal(viewer, number);
    expect(page?.history.map(({ to }) => to)).toEqual(['SUBMITTED', 'UNDER_REVIEW', 'PUBLISHED']);
    expect(page?.author).toBe('Renate');
    expect(JSON.stringify(page)).not.toContain('Krause');
  });

  it('goes on to the one that waits longest', async () => {
    const first = await sent();
    const second = await sent();
    const waiting = await listInbox(staff, 'waiting');
    const expected = waiting.map(({ number }) => number).find((number) => number !== second);
    const result = await publish(second);
    expect(result).toMatchObject({ ok: true, value: { next: expected } });
    expect(await stateOf(first)).toBe('SUBMITTED');
  });

  it('is done by one of two people who press at the same moment', async () => {
    const number = await sent();
    const colleague = await makeActor({ roles: ['COORDINATOR'] });
    const results = await Promise.all([publish(number), publish(number, colleague)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      code: 'form.refused.changedMeanwhile',
    });
    const { id } = await db.proposal.findUniqueOrThrow({ where: { number } });
    const steps = await db.proposalStep.count({ where: { proposalId: id, to: 'PUBLISHED' } });
    expect(steps).toBe(1);
  });
});

describe('what is not for everybody', () => {
  it('is decided by the office only', async () => {
    const number = await sent();
    const guest = decideProposal(makeGuest(), {
      number,
      step: 'publish',
      seen: 1,
      given: {},
    });
    await expect(guest).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    for (const who of [await makeActor(), await makeActor({ roles: ['COUNSELLOR'] })]) {
      await expect(publish(number, who)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(listInbox(who, 'waiting')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await stateOf(number)).toBe('SUBMITTED');
  });

  it('stays hidden when it is not published; the number tells the state alone', async () => {
    const number = await sent();
    await decide(number, 'notPublish', 'SUBMITTED', {
      moderationReason: 'personal_matter',
      help: 'Kommen Sie gern zu einem Gespräch ins Büro.',
    });
    expect(await getProposal(viewer, number)).toBeNull();
    expect(await stateOfNumber(number)).toEqual({
      state: 'proposals.state.NOT_PUBLISHED',
      promisedFor: null,
      path: null,
    });
  });

  it('is opened by its own key and no other', async () => {
    const number = await sent();
    const other = await sent();
    const row = await db.proposal.findUniqueOrThrow({ where: { number } });
    const key = personalKey(PROPOSAL_KEYS, row);
    expect(await findOwnProposal(viewer, key)).toMatchObject({ number });
    expect(await findOwnProposal(viewer, key.replace(String(number), String(other)))).toBeNull();
    expect(await findOwnProposal(viewer, 'AAAA-AAAA')).toBeNull();
  });
});

describe('telling the author', () => {
  it('happens the way they chose', async () => {
    const byPhone = await sent({ contactKind: 'PHONE', contact: '03772 123456' });
    await publish(byPhone);
    const call = await db.callListItem.findFirstOrThrow({ where: { contact: '03772 123456' } });
    expect(call).toMatchObject({ kind: 'PHONE', person: 'Renate Krause' });

    const byMail = await sent({ contactKind: 'MAIL', contact: 'frage@post.example' });
    await decide(byMail, 'askBack', 'SUBMITTED', {
      question: 'Wo genau meinen Sie das?',
      dueOn: '2099-01-01',
    });
    const mails = await mailsAsSent({ recipient: 'frage@post.example' });
    const asked = mails.find(({ text }) => text.includes('Wo genau meinen Sie das?'));
    const { id } = await db.proposal.findUniqueOrThrow({ where: { number: byMail } });
    expect(asked?.text).toContain(personalKey(PROPOSAL_KEYS, { id, number: byMail }));

    const calls = await db.callListItem.count();
    const allMails = await db.outgoingMail.count();
    await publish(await sent());
    expect(await db.callListItem.count()).toBe(calls);
    expect(await db.outgoingMail.count()).toBe(allMails);
  });
});

describe('the way through a body', () => {
  it('keeps who has it, since when, and what was answered', async () => {
    const partner = await makePartner({ name: 'Bauamt' });
    const number = await published();
    await putToForum(number);
    await decide(number, 'adopt', 'IN_FORUM', { sessionId: held, note: 'einstimmig' });
    const past = await decide(number, 'handOver', 'ADOPTED', {
      partnerId: partner.id,
      question: 'Kann dort eine Bank stehen?',
      dueOn: '2020-01-01',
    });
    expect(past).toMatchObject({ ok: false, field: 'dueOn' });
    await decide(number, 'handOver', 'ADOPTED', {
      partnerId: partner.id,
      question: 'Kann dort eine Bank stehen?',
      dueOn: '2099-01-01',
    });
    expect((await getProposal(viewer, number))?.standing).toMatchObject({
      bodyName: 'Bauamt',
      isAsked: false,
      isOverdue: false,
      answerDueOn: '2099-01-01',
    });
    await decide(number, 'recordStatement', 'HANDED_OVER', {
      statementResult: 'feasible',
      statementText: 'Die Fläche ist städtisch, die Bank wird aufgestellt.',
    });
    await decide(number, 'finish', 'STATEMENT_RECEIVED', { resultNote: 'Die Bank steht.' });
    const page = await getProposal(viewer, number);
    expect(page).toMatchObject({ state: 'DONE', resultNote: 'Die Bank steht.' });
    expect(page?.statements).toHaveLength(1);
    expect(page?.history.at(-2)).toMatchObject({ to: 'STATEMENT_RECEIVED', by: 'Bauamt' });
    const open = await db.handover.count({ where: { partnerId: partner.id, closedAt: null } });
    expect(open).toBe(0);
  });

  it('refuses a step that does not belong here and writes nothing', async () => {
    const number = await published();
    const result = await decide(number, 'finish', 'PUBLISHED', { resultNote: 'Die Bank steht.' });
    expect(result).toMatchObject({ ok: false });
    expect(await stateOf(number)).toBe('PUBLISHED');
  });
});

describe('merging', () => {
  it('counts everybody once and can be undone', async () => {
    const lead = await published();
    const double = await published();
    const [anna, ben] = [await makeActor(), await makeActor()];
    await supportProposal(anna, { number: lead, wanted: 'yes' });
    await supportProposal(anna, { number: double, wanted: 'yes' });
    await supportProposal(ben, { number: double, wanted: 'yes' });
    const merged = await decide(double, 'merge', 'PUBLISHED', {
      leadNumber: String(lead),
      note: 'Gleicher Ort, gleiches Anliegen.',
    });
    expect(merged.ok).toBe(true);
    expect(await getProposal(viewer, lead)).toMatchObject({
      supporters: 2,
      merged: [{ number: double }],
    });
    expect(await getProposal(viewer, double)).toMatchObject({
      state: 'MERGED',
      lead: { number: lead },
    });
    await decide(double, 'separate', 'MERGED', { note: 'Die Autorin hat widersprochen.' });
    expect(await stateOf(double)).toBe('PUBLISHED');
    expect(await getProposal(viewer, lead)).toMatchObject({ supporters: 1, merged: [] });
    expect(await getProposal(viewer, double)).toMatchObject({ supporters: 2 });
  });

  it('gives the lead its own numbers back, however many come out at once', async () => {
    const lead = await published();
    const doubles = await Promise.all(Array.from({ length: 6 }, () => published()));
    await db.proposal.updateMany({ where: { number: lead }, data: { paperSupporters: 3 } });
    for (const double of doubles) {
      await db.proposal.updateMany({ where: { number: double }, data: { paperSupporters: 5 } });
      await decide(double, 'merge', 'PUBLISHED', {
        leadNumber: String(lead),
        note: 'Gleicher Ort.',
      });
    }
    const counted = async () => (await getProposal(viewer, lead))?.supporters;
    expect(await counted()).toBe(33);
    const apart = doubles.map((double) =>
      decide(double, 'separate', 'MERGED', { note: 'Doch nicht.' }),
    );
    expect((await Promise.all(apart)).every(({ ok }) => ok)).toBe(true);
    expect(await counted()).toBe(3);
  });

  it('needs a public lead that is not itself', async () => {
    const number = await published();
    const hidden = await sent();
    for (const leadNumber of [number, hidden, 999_999]) {
      const result = await decide(number, 'merge', 'PUBLISHED', {
        leadNumber: String(leadNumber),
        note: 'Gleiches Anliegen.',
      });
      expect(result).toMatchObject({ ok: false, field: 'leadNumber' });
    }
    expect(await stateOf(number)).toBe('PUBLISHED');
  });
});

describe('forgetting', () => {
  it('leaves text and numbers, and nobody who can be traced', async () => {
    const number = await published();
    const anna = await makeActor();
    await supportProposal(anna, { number, wanted: 'yes' });
    await decide(number, 'withdraw', 'PUBLISHED');
    const neverPublic = await sent();
    await decide(neverPublic, 'withdraw', 'SUBMITTED');
    await forgetOldProposals();
    expect(await stateOf(neverPublic)).toBe('WITHDRAWN');
    const longAgo = new Date('2020-01-01T00:00:00Z');
    await db.proposal.updateMany({
      where: { number: { in: [number, neverPublic] } },
      data: { stateSince: longAgo },
    });
    expect(await forgetOldProposals()).toBe(2);
    expect(await db.proposal.findUnique({ where: { number: neverPublic } })).toBeNull();
    expect(await db.proposal.findUnique({ where: { number } })).toMatchObject({
      name: '',
      contactValue: '',
      paperSupporters: 1,
    });
    expect(await db.proposalSupport.count({ where: { userId: anna.id } })).toBe(0);
    expect(await forgetOldProposals()).toBe(0);
  });
});

describe('the day an answer is usually due', () => {
  it.each([
    ['2026-10-19T22:30:00Z', '2026-11-17'],
    ['2026-03-10T22:30:00Z', '2026-04-07'],
  ])('is a date, not so many hours: asked at %s', async (moment, due) => {
    const body = await makePartner();
    setClock(new Date(moment));
    const bodies = await listResponsibleBodies(staff);
    setClock(null);
    expect(bodies.find(({ id }) => id === body.id)?.usualAnswerOn).toBe(due);
  });
});

describe('two people who saw the same', () => {
  it('remind a body once', async () => {
    const { id: partnerId } = await makePartner();
    const number = await sent();
    await publish(number);
    await putToForum(number);
    await decide(number, 'adopt', 'IN_FORUM', { sessionId: held, note: 'einstimmig' });
    const given = {
      ...{ partnerId, dueOn: '2099-01-04', question: 'Kann dort eine Bank stehen?' },
      sentHow: 'PHONE',
    };
    await decide(number, 'handOver', 'ADOPTED', given);
    const seen = await proposalSeenNow(number);
    const remind = () =>
      decideProposal(staff, { number, step: 'remind', seen, given: { note: 'Wie steht es?' } });
    const both = await Promise.all([remind(), remind()]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: CHANGED_MEANWHILE });
  });
});
