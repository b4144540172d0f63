import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { makeSession, putOnAgenda } from '@/lib/forum/samples';
import { makeRequest } from '@/lib/initiatives/samples';
import { testDatabase } from '@/lib/testing/database';
import {
  makeActor,
  makeDistrict,
  makeGuest,
  makeOffice,
  whyNotAllowed,
} from '@/lib/testing/factories';
import { mailsAsSent } from '@/lib/testing/mails';
import { answerOffice, decideOffer, withdrawRequest } from '../own/commands';
import { findOwnRequest } from '../own/queries';
import type { Step } from '../rules';
import { decideRequest } from './commands';
import { getRequest, listItemsThatMet, listRequests } from './queries';

testDatabase();

const guest = makeGuest();
const viewer = { locale: 'de' };
let office: Actor;
let districtId = '';

beforeAll(async () => {
  await makeOffice();
  districtId = (await makeDistrict()).id;
  office = await makeActor({ roles: ['COORDINATOR'] });
});

const rowOf = (number: number) => db.supportRequest.findUniqueOrThrow({ where: { number } });

/** The asker's page as it is now: what its forms send along. */
async function seenBy(key: string) {
  const own = await findOwnRequest(viewer, key);
  return { key, seen: own?.version ?? -1 };
}

/** It came so many days ago. */
const asked = (number: number, days: number) =>
  db.supportRequest.update({
    where: { number },
    data: { requestedAt: new Date(now().getTime() - days * DAY_MS) },
  });

async function decide(number: number, step: Step, given: Record<string, string> = {}) {
  const seen = await db.supportStep.count({ where: { request: { number } } });
  const result = await decideRequest(office, {
    number,
    step,
    seen,
    given: step === 'decline' ? given : { note: `Wir sagen: ${step}`, ...given },
  });
  if (!result.ok) throw new Error(result.code);
  return result.value.told;
}

describe('the way of a request', () => {
  it('goes from the offer over the asker’s yes to the end', async () => {
    const { number, code } = await makeRequest(districtId);
    await decide(number, 'clarify');
    expect(
      (await answerOffice(guest, { ...(await seenBy(code)), answer: 'Zwölf Personen' })).ok,
    ).toBe(true);
    await decide(number, 'offer');
    await decideOffer(guest, { ...(await seenBy(code)), choice: 'accept', remark: 'Prima' });
    await decide(number, 'start');
    await decide(number, 'complete');
    const own = await findOwnRequest(viewer, code);
    expect(own?.history.map(({ to, by }) => `${to} ${by}`)).toEqual([
      'RECEIVED asker',
      'CLARIFYING office',
      'CLARIFYING asker',
      'OFFERED office',
      'CONFIRMED asker',
      'IN_PROGRESS office',
      'COMPLETED office',
    ]);
    expect(own?.promisedFor).toBeNull();
  });

  it('leads money through the forum and back through the receipts', async () => {
    const { number, code } = await makeRequest(districtId, { kinds: ['MONEY'], amount: 420 });
    await decide(number, 'offer');
    await decideOffer(guest, { ...(await seenBy(code)), choice: 'accept', remark: '' });
    expect((await rowOf(number)).state).toBe('NEEDS_DECISION');
    const missing = await decideRequest(office, {
      ...{ number, step: 'confirm', seen: 3, given: { note: '420 Euro' } },
    });
    expect(missing).toMatchObject({ ok: false, field: 'agendaItemId' });
    const coming = await makeSession({ state: 'PLANNED' });
    const ahead = await putOnAgenda(coming.id);
    await expect(decide(number, 'confirm', { agendaItemId: ahead })).rejects.toThrow('HasNotMet');
    const before = await makeSession({ state: 'HELD', inDays: -4 });
    await asked(number, 3);
    const early = await putOnAgenda(before.id);
    await expect(decide(number, 'confirm', { agendaItemId: early })).rejects.toThrow('WasBefore');
    const step = {
      request: { connect: { number } },
      to: 'CONFIRMED',
      at: now(),
      by: 'office',
    } as const;
    await expect(
      db.supportStep.create({ data: { ...step, session: { connect: { id: before.id } } } }),
    ).rejects.toThrow('the Forum met before it was asked');
    const { id: sessionId, number: session } = await makeSession({ state: 'HELD', inDays: -2 });
    const met = { ...step, session: { connect: { id: sessionId } } };
    for (const agendaItemId of [null, early])
      await expect(db.supportStep.create({ data: { ...met, agendaItemId } })).rejects.toThrow(
        'it was not on the agenda',
      );
    const agendaItemId = await putOnAgenda(sessionId);
    const choices = await listItemsThatMet(office, await rowOf(number));
    expect(choices.map(({ id }) => id)).toEqual([agendaItemId]);
    await decide(number, 'confirm', { agendaItemId });
    await decide(number, 'settle');
    expect((await rowOf(number)).state).toBe('SETTLEMENT_DUE');
    const { history } = await getRequest(office, number);
    expect(history.find(({ to }) => to === 'CONFIRMED')).toMatchObject({
      ...{ by: 'office', session: { number: session }, agendaItemId },
    });
  });

  it('comes back to the office when the offer does not suit', async () => {
    const { number, code } = await makeRequest(districtId);
    await decide(number, 'offer');
    expect((await rowOf(number)).promisedFor).toBeNull();
    await decideOffer(guest, {
      ...(await seenBy(code)),
      choice: 'refuse',
      remark: 'Zu spät am Abend',
    });
    const row = await rowOf(number);
    expect(row.state).toBe('CLARIFYING');
    expect(row.promisedFor).not.toBeNull();
    const { lines } = await listRequests(office, 'waiting');
    expect(lines.find((line) => line.number === number)?.wasAnswered).toBe(true);
  });

  it('keeps reason and other way of a refusal where the asker reads them', async () => {
    const { number, code } = await makeRequest(districtId);
    await decide(number, 'decline', {
      reason: 'Kein Raum frei',
      alternative: 'Die Kirche hat einen',
    });
    const own = await findOwnRequest(viewer, code);
    expect(own?.history.at(-1)?.note).toBe('Kein Raum frei\n\nDie Kirche hat einen');
    expect((await rowOf(number)).reasonText).toBe('Kein Raum frei');
  });
});

describe('what is refused', () => {
  it('a step that is not possible from where it stands', async () => {
    const { number, code } = await makeRequest(districtId);
    const settle = await decideRequest(office, {
      number,
      step: 'settle',
      seen: 1,
      given: { note: 'x' },
    });
    expect(settle).toMatchObject({ ok: false, code: 'form.refused.changedMeanwhile' });
    const accept = await decideOffer(guest, {
      ...(await seenBy(code)),
      choice: 'accept',
      remark: '',
    });
    expect(accept).toMatchObject({ ok: false, code: 'form.refused.changedMeanwhile' });
    expect((await rowOf(number)).state).toBe('RECEIVED');
  });

  it('a yes to another offer than the page showed, and an answer to another question', async () => {
    const { number, code } = await makeRequest(districtId);
    await decide(number, 'clarify');
    const question = await seenBy(code);
    await decide(number, 'clarify', { note: 'Wie viele Kinder?' });
    const answered = await answerOffice(guest, { ...question, answer: 'Zwölf' });
    expect(answered).toMatchObject({ ok: false, code: 'form.refused.changedMeanwhile' });
    await decide(number, 'offer', { note: 'Raum kostenlos' });
    const free = await seenBy(code);
    await decide(number, 'offer', { note: 'Raum, 40 Euro' });
    for (const choice of ['accept', 'refuse'] as const) {
      const late = await decideOffer(guest, { ...free, choice, remark: '' });
      expect(late).toMatchObject({ ok: false, code: 'form.refused.changedMeanwhile' });
    }
    expect((await rowOf(number)).state).toBe('OFFERED');
    const sure = await decideOffer(guest, {
      ...(await seenBy(code)),
      ...{ choice: 'accept', remark: '' },
    });
    expect(sure.ok).toBe(true);
  });

  it('an answer to a page that is out of date', async () => {
    const { number, code } = await makeRequest(districtId);
    await decide(number, 'clarify');
    await answerOffice(guest, { ...(await seenBy(code)), answer: 'Noch etwas Wichtiges' });
    const stale = await decideRequest(office, {
      number,
      step: 'offer',
      seen: 2,
      given: { note: 'x' },
    });
    expect(stale).toMatchObject({ ok: false, code: 'form.refused.changedMeanwhile' });
  });

  it('withdrawing twice, and withdrawing somebody else’s', async () => {
    const { number, code } = await makeRequest(districtId);
    expect((await withdrawRequest(guest, { key: code })).ok).toBe(true);
    expect((await withdrawRequest(guest, { key: code })).ok).toBe(false);
    expect((await rowOf(number)).state).toBe('WITHDRAWN');
    await expect(withdrawRequest(guest, { key: 'ACDEFGHJ' })).rejects.toThrow('NOT_FOUND');
    await expect(withdrawRequest(guest, { key: `${number}-AAAAAAAAAAAA` })).rejects.toThrow(
      'NOT_FOUND',
    );
  });

  it.each([
    ['a guest', async () => guest],
    ['a resident', () => makeActor()],
    ['a partner', () => makeActor({ roles: ['PARTNER'] })],
    ['a counsellor', () => makeActor({ roles: ['COUNSELLOR'] })],
    [
      'staff without the second factor',
      () => makeActor({ roles: ['COORDINATOR'], secondFactor: false }),
    ],
  ])('reading and deciding by %s', async (_who, make) => {
    const { number } = await makeRequest(districtId);
    const actor = await make();
    await expect(listRequests(actor, 'waiting')).rejects.toThrow(whyNotAllowed(actor));
    await expect(getRequest(actor as Actor, number)).rejects.toThrow(whyNotAllowed(actor));
    const step = decideRequest(actor, { number, step: 'offer', seen: 1, given: { note: 'x' } });
    await expect(step).rejects.toThrow(whyNotAllowed(actor));
    expect((await rowOf(number)).state).toBe('RECEIVED');
  });
});

describe('telling the asker', () => {
  it('writes a mail with a link to the asker’s own page', async () => {
    const contact = { kind: 'MAIL' as const, value: 'offer@person.example' };
    const { number } = await makeRequest(districtId, { contact });
    expect(await decide(number, 'offer', { note: 'Donnerstags ist frei' })).toBe('MAIL');
    const mails = await mailsAsSent({ recipient: contact.value });
    const mail = mails.find(({ text }) => text.includes('Donnerstags ist frei'));
    const key = /vorgang\/(\d+-[0-9A-Z]+)/.exec(mail?.text ?? '')?.[1] ?? '';
    expect((await findOwnRequest(viewer, key))?.number).toBe(number);
  });

  it('puts a call on the list, with the way to the request for the office', async () => {
    const contact = { kind: 'PHONE' as const, value: '030 23125-177' };
    const { number } = await makeRequest(districtId, { contact });
    expect(await decide(number, 'offer', { note: 'Donnerstags ist frei' })).toBe('PHONE');
    const [call] = await db.callListItem.findMany({ where: { contact: contact.value } });
    expect(call).toMatchObject({ kind: 'PHONE', person: 'Jana', link: `/team/anfragen/${number}` });
    expect(call?.message).toContain('Donnerstags ist frei');
    expect(call?.dueAt).not.toBeNull();
  });

  it('puts an address nobody has proven on the list of calls, and says so', async () => {
    const contact = { kind: 'MAIL' as const, value: 'unproven@person.example' };
    const { number } = await makeRequest(districtId, { contact });
    const { id: caseId } = await rowOf(number);
    await db.unprovenAddress.create({ data: { caseId, typedAt: now() } });
    expect(await decide(number, 'offer', { note: 'Donnerstags ist frei' })).toBe('PHONE');
    expect(await db.callListItem.count({ where: { contact: contact.value } })).toBe(1);
  });

  it('says nothing to those who ask by number, and nothing about what they did themselves', async () => {
    const before = await db.callListItem.count();
    const { number } = await makeRequest(districtId);
    expect([await decide(number, 'offer'), await decide(number, 'withdraw')]).toEqual([
      'NUMBER',
      'NOBODY',
    ]);
    expect(await db.callListItem.count()).toBe(before);
    const audit = await db.auditEntry.findMany({ where: { subjectId: (await rowOf(number)).id } });
    expect(audit.map(({ action }) => action).sort()).toEqual([
      'supportRequest.offerMade',
      'supportRequest.received',
      'supportRequest.withdrawn',
    ]);
  });
});
