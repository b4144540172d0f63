import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { type Batch, tellInBatches } from '@/lib/cases/telling/jobs';
import { setClock } from '@/lib/core/clock';
import { noteCall } from '@/lib/mail/calls/commands';
import { sweepMails } from '@/lib/mail/jobs';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeGuest, makeOffice } from '@/lib/testing/factories';
import { mailsAsSent } from '@/lib/testing/mails';
import { ownerDb } from '@/lib/testing/owner';
import { tellEverybody } from '@/lib/testing/tellings';
import { forgetOldActivation } from '../privacy';
import { makeSurvey } from '../samples';
import { finishSurvey, tellSurvey } from '../surveys/commands';
import { getSurvey } from '../surveys/queries';
import { askInvitation, enterInvitation, inviteAsked, strikeInvitation } from './commands';
import { inviteNext } from './jobs';
import { previewInviting } from './preview/queries';
import { isOwed as isSurveyOwed, listInvitations, listOwed } from './queries';

testDatabase();

const AFTER = new Date('2026-12-12T12:00:00+01:00');
const PEOPLE = [
  ['Renate V.', '03772 123456'],
  ['Max V.', '03772 123456'],
  ['Ali', 'ali@example.org'],
  ['Ayse', 'Ali@example.org'],
  ['Horst', 'Am Hang 5, 08289 Schneeberg'],
] as const;
const AGAIN = ['Renate V.', '+49 3772 123456'] as const;
const text = 'Wir laden am 12. Januar um 17 Uhr ins Büro ein.';
let office: Actor;

beforeAll(async () => {
  setClock(new Date('2026-11-30T12:00:00+01:00'));
  await makeOffice();
  await makeDistrict();
  office = await makeActor({ roles: ['COORDINATOR'] });
});

beforeEach(async () => {
  setClock(new Date('2026-11-30T12:00:00+01:00'));
  await ownerDb.outgoingMail.deleteMany();
  await ownerDb.callListItem.deleteMany();
});

/** A survey of which all sheets are in, and of which somebody came twice when that was not looked at yet. */
async function finished() {
  const { id } = await makeSurvey(office);
  for (const [name, contact] of PEOPLE) await enterInvitation(office, { id, name, contact });
  const [name, contact] = AGAIN;
  await ownerDb.activationInvitation.create({ data: { surveyId: id, name, contact } });
  setClock(AFTER);
  const { version } = await getSurvey(office, id);
  expect(await finishSurvey(office, { id, version })).toMatchObject({ ok: true });
  return id;
}

const invite = async (id: string) => {
  const { version } = await getSurvey(office, id);
  const invited = await inviteAsked(office, { id, version, text });
  await tellEverybody();
  return invited;
};

const preview = async (id: string) => {
  const { version } = await getSurvey(office, id);
  return previewInviting(office, { id, version, text }, 'de');
};

const waiting = async (id: string) =>
  (await listInvitations(office, id))
    .filter(({ state }) => state === 'waiting')
    .map(({ name }) => name);

const waitsForLock = async () => {
  const rows = await ownerDb.$queryRaw<unknown[]>`
    SELECT 1 AS one FROM pg_locks JOIN pg_stat_activity USING (pid)
    WHERE NOT granted AND datname = current_database()`;
  return rows.length > 0;
};

/** As the list says it, and the survey itself. */
const isOwed = async (id: string) => {
  const listed = (await listOwed(office)).find((one) => one.id === id)?.isOwed;
  expect(await isSurveyOwed(office, id)).toBe(listed);
  return listed;
};

describe('who wanted to be invited', () => {
  it('stands on the sheet once, however often and from how many pages at once it is sent', async () => {
    const { id } = await makeSurvey(office);
    const { code } = await getSurvey(office, id);
    const ways = ['03772 123456', '+49 3772 123456', '03772/123456'];
    const sent = await Promise.all(
      ways.map((contact) => askInvitation(makeGuest(), { code, name: 'Renate V.', contact })),
    );
    expect(sent.map(({ ok }) => ok)).toEqual([true, true, true]);
    await enterInvitation(office, { id, name: 'renate v.', contact: '03772 123456' });
    await enterInvitation(office, { id, name: 'Max V.', contact: '03772 123456' });
    expect((await listInvitations(office, id)).map(({ name }) => name)).toEqual([
      'Max V.',
      'Renate V.',
    ]);
  });

  it('is, once: by mail where there is an address, with a call or a letter otherwise', async () => {
    const id = await finished();
    expect(await isOwed(id)).toBe(true);
    expect((await listInvitations(office, id)).map(({ state }) => state)).toContain(null);
    expect(await preview(id)).toMatchObject({
      leaving: expect.stringMatching(/^1 Mail, 2 Anrufe, 1 Brief\./),
      again: expect.stringContaining('1 Eintrag'),
      until: expect.stringMatching(/10\.\sJuni\s2027/),
      text: expect.arrayContaining([text]),
    });
    expect(await invite(id)).toMatchObject({ ok: true });
    const mails = await mailsAsSent({});
    expect(mails.map(({ recipient }) => recipient)).toEqual(['ali@example.org']);
    expect(mails[0]?.text).toContain(text);
    expect(mails[0]?.text).not.toMatch(/Ali|Ayse|ergebnis/);
    const calls = await ownerDb.callListItem.findMany({ orderBy: { person: 'asc' } });
    expect(calls.map(({ kind, person }) => [kind, person])).toEqual([
      ['LETTER', 'Horst'],
      ['PHONE', 'Max V.'],
      ['PHONE', 'Renate V.'],
    ]);
    expect(calls[0]?.message).toContain(text);
    expect(await invite(id)).toMatchObject({ code: 'activation-inviting.refused.invited' });
    expect(await preview(id)).toMatchObject({ code: 'activation-inviting.refused.invited' });
    expect(await ownerDb.callListItem.count()).toBe(3);
  });

  it('is in batches after the press: nobody twice, and whoever was struck meanwhile hears nothing', async () => {
    const id = await finished();
    const { version } = await getSurvey(office, id);
    expect(await inviteAsked(office, { id, version, text })).toMatchObject({ ok: true });
    const owedNow = async () => [
      await ownerDb.outgoingMail.count(),
      await ownerDb.callListItem.count(),
      (await waiting(id)).length,
    ];
    expect([await owedNow(), await isOwed(id)]).toEqual([[0, 0, 5], true]);
    const telling = await ownerDb.telling.findFirstOrThrow({ where: { subjectId: id } });
    let turns = 0;
    const one: Batch = (...round) => {
      turns += 1;
      if (turns > 1) throw new Error('the power went off');
      return inviteNext(...round);
    };
    await expect(tellInBatches(telling.id, one, 1)).rejects.toThrow('power');
    // Of whoever's turn has not come nobody says that nothing is left to do.
    expect((await waiting(id)).length).toBe(5);
    const horst = (await listInvitations(office, id)).find(({ name }) => name === 'Horst');
    await strikeInvitation(office, { id: horst?.id ?? '' });
    await tellInBatches(telling.id, inviteNext, 1);
    expect(await owedNow()).toEqual([1, 2, 4]);
    const calls = await ownerDb.callListItem.findMany({ select: { person: true } });
    expect(calls.map(({ person }) => person).sort()).toEqual(['Max V.', 'Renate V.']);
  });

  it('waits until they were reached, and as long as one does it is not all told', async () => {
    const id = await finished();
    await invite(id);
    expect(await waiting(id)).toEqual(['Ali', 'Ayse', 'Horst', 'Max V.', 'Renate V.']);
    await ownerDb.outgoingMail.updateMany({ data: { state: 'SENT', sentAt: AFTER, sealed: '' } });
    const calls = await ownerDb.callListItem.findMany();
    const told = calls.map(({ id: of, wording }) => ({ id: of, wording }));
    await noteCall(office, { told: told.slice(1), outcome: 'done' });
    expect([await waiting(id), await isOwed(id)]).toEqual([[calls[0]?.person], true]);
    await noteCall(office, { told: told.slice(0, 1), outcome: 'done' });
    expect([await waiting(id), await isOwed(id)]).toEqual([[], false]);
  });

  it('is not called reached when its mail never left and is forgotten', async () => {
    const id = await finished();
    await invite(id);
    await ownerDb.outgoingMail.updateMany({ data: { state: 'FAILED', createdAt: AFTER } });
    expect(await waiting(id)).toContain('Ali');
    setClock(new Date('2027-03-13T12:00:00+01:00'));
    await sweepMails();
    const ali = (await listInvitations(office, id)).find(({ name }) => name === 'Ali');
    expect(ali?.state).toBe('unknown');
  });

  it('reads where the result stands once it does', async () => {
    const id = await finished();
    const { version, code } = await getSurvey(office, id);
    await tellSurvey(office, { id, version, summary: 'Eine Bank fehlt allen.', quotes: '' });
    await invite(id);
    expect((await mailsAsSent({}))[0]?.text).toContain(`/befragung/${code}/ergebnis`);
  });

  it('is not before all sheets are in, nor by anybody else', async () => {
    const { id, version } = await makeSurvey(office);
    await enterInvitation(office, { id, name: 'Ali', contact: 'ali@example.org' });
    const early = { code: 'activation-inviting.refused.notFinished' };
    expect(await inviteAsked(office, { id, version, text })).toMatchObject(early);
    await expect(inviteAsked(makeGuest(), { id, version, text })).rejects.toThrow();
    await expect(previewInviting(makeGuest(), { id, version, text }, 'de')).rejects.toThrow();
    const invitedAt = { data: { invitedAt: AFTER }, where: { id } };
    await expect(ownerDb.activationSurvey.update(invitedAt)).rejects.toThrow(/finished/);
  });

  it('of two who press at once one invites', async () => {
    const id = await finished();
    const { version } = await getSurvey(office, id);
    const both = await Promise.all([1, 2].map(() => inviteAsked(office, { id, version, text })));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    await tellEverybody();
    expect(await ownerDb.callListItem.count()).toBe(3);
  });

  it('is called no more when they are struck; a mail that somebody shares still leaves', async () => {
    const id = await finished();
    await invite(id);
    const rows = await listInvitations(office, id);
    const idOf = (name: string) => rows.find((row) => row.name === name)?.id ?? '';
    await strikeInvitation(office, { id: idOf('Horst') });
    await strikeInvitation(office, { id: idOf('Ali') });
    expect(await ownerDb.callListItem.count({ where: { person: 'Horst' } })).toBe(0);
    expect(await ownerDb.outgoingMail.count()).toBe(1);
    await strikeInvitation(office, { id: idOf('Ayse') });
    expect(await ownerDb.outgoingMail.count()).toBe(0);
  });

  it('is forgotten after six months, also where they were called and mailed', async () => {
    const id = await finished();
    await invite(id);
    const done = { doneAt: AFTER };
    await ownerDb.callListItem.updateMany({ data: done, where: { person: 'Horst' } });
    await ownerDb.outgoingMail.updateMany({ data: { state: 'SENT', sentAt: AFTER, sealed: '' } });
    setClock(new Date('2027-06-12T12:00:00+02:00'));
    await forgetOldActivation();
    const left = [await ownerDb.callListItem.count(), await ownerDb.outgoingMail.count()];
    expect([left, await listInvitations(office, id)]).toEqual([[0, 0], []]);
  });

  it('is forgotten with the mail also where somebody invites in the night they are forgotten in', async () => {
    const id = await finished();
    const ali = { surveyId: id, name: 'Ali' };
    const where = { id: (await ownerDb.activationInvitation.findFirstOrThrow({ where: ali })).id };
    setClock(new Date('2027-06-12T12:00:00+02:00'));
    let night: Promise<unknown> | undefined;
    await ownerDb.$transaction(async (tx) => {
      const letter = { recipient: 'ali@example.org', subject: 'x', text: 'x', sealed: 'x' };
      const mail = await tx.outgoingMail.create({ data: { ...letter, createdAt: AFTER } });
      await tx.activationInvitation.update({ where, data: { mailId: mail.id } });
      night = forgetOldActivation();
      await expect.poll(waitsForLock).toBe(true);
    });
    await night;
    expect([await ownerDb.outgoingMail.count(), await listInvitations(office, id)]).toEqual([
      0,
      [],
    ]);
  });
});
