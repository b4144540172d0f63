import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { listEarlier } from '@/lib/audit/corrections/queries';
import { setClock } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { officeInstant } from '@/lib/core/office-time';
import { getSessionForm } from '@/lib/forum/planning/queries';
import { callOff } from '@/lib/forum/progress/commands';
import { getOwnRegistration } from '@/lib/forum/registrations/queries';
import { makeSession, signUpFor } from '@/lib/forum/samples';
import { getSession, getSessionHead } from '@/lib/forum/sessions/queries';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice } from '@/lib/testing/factories';
import { mailsAsSent } from '@/lib/testing/mails';
import { seenNow } from '@/lib/testing/seen';
import { tellEverybody } from '@/lib/testing/tellings';
import { updateSession } from '../../planning/commands';
import { sessionFormSchema } from '../../planning/schema';

testDatabase();

let staff: Actor;
let district = { id: '', slug: '' };
beforeAll(async () => {
  await makeOffice();
  staff = await makeActor({ roles: ['COORDINATOR'] });
  district = await makeDistrict();
});
afterEach(() => setClock(null));

const WRONG = 'Die Heizung ist kaputt.';
const RIGHT = 'Der Saal ist gesperrt.';
const WHY = 'Es war eine Verwechslung.';

async function calledOff(step: 'cancel' | 'postpone') {
  const moderator = await makeActor({ roles: ['REPRESENTATIVE'] });
  const { id, number } = await makeSession({ inDays: 9 });
  const moderatedBy = { moderatorId: moderator.id, moderator: 'Sprecherrat' };
  await db.forumSession.update({ where: { id }, data: moderatedBy });
  await db.forumSessionDistrict.create({ data: { sessionId: id, districtId: district.id } });
  // To the minute, as the form says it.
  const values = await getSessionForm(staff, number);
  const startsAt = officeInstant(`${values.date}T${values.start}`);
  const endsAt = officeInstant(`${values.date}T${values.end}`);
  await db.forumSession.update({ where: { id }, data: { startsAt, endsAt } });
  const mail = `auf-${number}@post.example`;
  const { code } = await signUpFor(number, { contact: { kind: 'MAIL', value: mail } });
  const phone = { kind: 'PHONE', value: '0351 4567890' } as const;
  await signUpFor(number, { name: `Ruf ${number}`, contact: phone });
  const off = { session: number, step, reason: WRONG };
  expect(await callOff(staff, await seenNow(off))).toMatchObject({ ok: true });
  /** Sends the office's form as it is filled in, with these changes. */
  const change = async (changes: Record<string, string>) => {
    const { calledOff: _off, version, ...values } = await getSessionForm(staff, number);
    const sent = { session: String(number), version: String(version), ...values, ...changes };
    return updateSession(staff, sessionFormSchema.parse(sent));
  };
  return { id, number, code, mail, moderator, change };
}

const publicly = async (number: number) =>
  (await getSession({ locale: 'de' }, number)) ?? expect.fail();

describe('why a session is called off', () => {
  it('is corrected with a why that stands wherever it is read, and the office sees what stood there', async () => {
    const { id, number, code, change } = await calledOff('cancel');
    const refusal = { code: 'audit.correction.error.reason', field: 'reason' };
    expect(await change({ callOffReason: RIGHT })).toMatchObject(refusal);
    const named = { callOffReason: RIGHT, reason: 'Frau Krause hat sich vertippt.' };
    expect(await change(named)).toMatchObject({ ok: false, field: 'reason' });
    expect((await publicly(number)).callOffReason).toBe(WRONG);
    // Nothing else of the form asks for one.
    expect(await change({ place: 'Turnhalle' })).toMatchObject({ ok: true });
    expect((await publicly(number)).reasonCorrections).toEqual([]);
    expect(await change({ callOffReason: RIGHT, reason: WHY })).toMatchObject({ ok: true });
    const said = { callOffReason: RIGHT, reasonCorrections: [{ reason: WHY }] };
    expect(await publicly(number)).toMatchObject({ ...said, turnoutCorrections: [] });
    expect(await getSessionHead(number)).toMatchObject(said);
    expect((await getOwnRegistration(code)).session).toMatchObject(said);
    const earlier = async () => (await listEarlier(staff, [id])).get(id)?.[0]?.earlier;
    expect(await earlier()).toEqual([{ column: 'call_off_reason', text: WRONG }]);
    const gone = { callOffReason: WRONG, reason: WHY, forget: 'on' };
    expect(await change(gone)).toMatchObject({ ok: true });
    expect(await earlier()).toEqual([]);
  });

  it('is of that reason alone: with a new date nothing of it is said any more', async () => {
    const { number, change } = await calledOff('postpone');
    expect(await change({ callOffReason: RIGHT, reason: WHY })).toMatchObject({ ok: true });
    expect((await publicly(number)).reasonCorrections).toHaveLength(1);
    setClock(new Date(Date.now() + 60_000));
    const off = { session: number, step: 'cancel', reason: 'Es findet sich kein Saal.' } as const;
    expect(await callOff(staff, await seenNow(off))).toMatchObject({ ok: true });
    expect((await publicly(number)).reasonCorrections).toEqual([]);
  });

  it('is said in the right words by mails that have not left and calls not made yet', async () => {
    const { number, mail, moderator, change } = await calledOff('cancel');
    await tellEverybody();
    const told = async () => {
      const [[toGuest], [toModerator], call] = [
        (await mailsAsSent({ recipient: mail })).filter(({ text }) => /gesperrt|kaputt/.test(text)),
        await mailsAsSent({ recipient: moderator.email ?? '' }),
        await db.callListItem.findFirst({ where: { person: `Ruf ${number}` } }),
      ];
      return [toGuest?.text, toModerator?.text, call?.message];
    };
    for (const text of await told()) expect(text).toContain(WRONG);
    expect(await change({ callOffReason: RIGHT, reason: WHY })).toMatchObject({ ok: true });
    for (const text of await told()) {
      expect(text).toContain(RIGHT);
      expect(text).not.toContain(WRONG);
    }
  });
});
