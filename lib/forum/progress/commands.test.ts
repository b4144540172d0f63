import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest, makeOffice } from '@/lib/testing/factories';
import { makeSession, signUpFor } from '@/lib/testing/forum';
import { callOff, takeStep } from './commands';

testDatabase();

let staff: Awaited<ReturnType<typeof makeActor>>;
beforeAll(async () => {
  await makeOffice();
  staff = await makeActor({ roles: ['COORDINATOR'] });
});

const read = (number: number) => db.forumSession.findUniqueOrThrow({ where: { number } });

describe('steps', () => {
  it('go from planned to held, each written down', async () => {
    const { id, number } = await makeSession({ state: 'PLANNED' });
    for (const step of ['invite', 'start', 'finish'] as const) {
      expect((await takeStep(staff, { session: number, step })).ok).toBe(true);
    }
    const session = await read(number);
    expect(session.state).toBe('HELD');
    expect(session.invitationSentAt).not.toBeNull();
    const audit = await db.auditEntry.findMany({
      where: { subjectId: id },
      orderBy: { id: 'asc' },
    });
    expect(audit.map(({ action }) => action)).toEqual([
      'forumSession.invited',
      'forumSession.started',
      'forumSession.finished',
    ]);
  });

  it('that make no sense are refused', async () => {
    const { number } = await makeSession({ state: 'HELD' });
    const result = await takeStep(staff, { session: number, step: 'invite' });
    expect(result).toMatchObject({ ok: false, code: 'forum.refused.stepNotPossible' });
  });

  it('are for the office only', async () => {
    const { number } = await makeSession();
    for (const actor of [makeGuest(), await makeActor()]) {
      await expect(takeStep(actor, { session: number, step: 'start' })).rejects.toThrow();
      const input = { session: number, step: 'cancel', reason: 'Nur so.' } as const;
      await expect(callOff(actor, input)).rejects.toThrow('NOT_FOUND');
    }
  });
});

describe('calling off', () => {
  it.each([
    ['cancel', 'CANCELLED', 'Fällt aus', 'Called off'],
    ['postpone', 'POSTPONED', 'Verschoben', 'Postponed'],
  ] as const)(
    '%s tells everybody who comes or waits, and nobody else',
    async (step, state, german, english) => {
      const { number } = await makeSession({ capacity: 1 });
      const mail = (name: string) => `${name}-${number}@example.org`;
      await signUpFor(number, { contact: { kind: 'MAIL', value: mail('sitzt') } });
      const waiting = await signUpFor(number, { contact: { kind: 'MAIL', value: mail('wartet') } });
      await db.registration.update({ where: { number: waiting.number }, data: { locale: 'en' } });
      const gone = await signUpFor(number, { contact: { kind: 'MAIL', value: mail('weg') } });
      await db.registration.update({
        where: { number: gone.number },
        data: { state: 'CANCELLED' },
      });
      await signUpFor(number, {
        name: mail('brief'),
        contact: { kind: 'LETTER', value: 'Hangweg 1, Ort' },
      });
      await signUpFor(number, { contact: { kind: 'NUMBER', value: '' } });
      const before = await db.outgoingMail.count();

      const reason = 'Wegen Glatteis fährt kein Bus.';
      expect((await callOff(staff, { session: number, step, reason })).ok).toBe(true);
      expect(await read(number)).toMatchObject({ state, note: reason, sequence: 1 });

      const mails = await db.outgoingMail.findMany({ orderBy: { id: 'asc' }, skip: before });
      expect(mails.map(({ recipient }) => recipient)).toEqual([mail('sitzt'), mail('wartet')]);
      expect(mails[0]?.subject).toContain(german);
      expect(mails[1]?.subject).toContain(english);
      expect(mails.every(({ text }) => text.includes(reason))).toBe(true);
      const calls = await db.callListItem.findMany({ where: { person: mail('brief') } });
      expect(calls.map(({ kind }) => kind)).toEqual(['LETTER']);
    },
  );

  it('cannot be done twice, nor to what is over', async () => {
    const coming = await makeSession();
    const past = await makeSession({ inDays: -3 });
    const off = (session: number) => callOff(staff, { session, step: 'cancel', reason: 'Sturm.' });
    expect((await off(coming.number)).ok).toBe(true);
    expect((await off(coming.number)).ok).toBe(false);
    expect((await off(past.number)).ok).toBe(false);
    expect((await read(coming.number)).sequence).toBe(1);
  });
});
