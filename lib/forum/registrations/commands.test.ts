import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '@/lib/core/clock';
import { db, submittedForm } from '@/lib/core/db';
import { groupCode } from '@/lib/core/tokens';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { makeSession, signUpFor, signUpInput } from '@/lib/forum/samples';
import { UNPROVEN_LIMITS } from '@/lib/mail/unproven';
import { testDatabase } from '@/lib/testing/database';
import {
  makeActor,
  makeContext,
  makeGuest,
  makeOffice,
  whyNotAllowed,
} from '@/lib/testing/factories';
import { mailsAsSent } from '@/lib/testing/mails';
import { tellEverybody } from '@/lib/testing/tellings';
import {
  cancelForSomebody,
  cancelRegistration,
  changeRegistration,
  enterRegistration,
  signUp,
} from './commands';
import { getOwnRegistration } from './queries';

testDatabase();
beforeAll(() => makeOffice());
afterEach(() => setClock(null));

const guest = makeGuest();
const stateOf = async (number: number) =>
  (await db.registration.findUniqueOrThrow({ where: { number } })).state;
const party = { version: 1, persons: 1, needs: [], needsNote: '' };

describe('signing up', () => {
  it('gives a seat, a number and a code that opens it', async () => {
    const session = await makeSession();
    const made = await signUpFor(session.number, { name: 'Renate K.', needs: ['LIFT'] });
    expect(made.state).toBe('CONFIRMED');
    const own = await getOwnRegistration(groupCode(made.code).toLowerCase());
    expect(own).toMatchObject({ number: made.number, name: 'Renate K.', needs: ['LIFT'] });
  });

  it('puts a group that does not fit on the waiting list, behind those before it', async () => {
    const session = await makeSession({ capacity: 4 });
    await signUpFor(session.number, { persons: 3 });
    const five = await signUpFor(session.number, { persons: 4 });
    const two = await signUpFor(session.number, { persons: 2 });
    expect([five.state, two.state]).toEqual(['WAITLISTED', 'WAITLISTED']);
    expect((await getOwnRegistration(two.code)).position).toBe(2);
    // One seat is of no use to either of them.
    expect((await signUpFor(session.number)).state).toBe('CONFIRMED');
  });

  it('refuses a group larger than the room', async () => {
    const { number } = await makeSession({ capacity: 4 });
    const result = await signUp(guest, signUpInput(number, { persons: 5 }), makeContext());
    expect(result).toMatchObject({
      ok: false,
      code: 'forum.refused.groupTooLarge',
      field: 'persons',
    });
  });

  it.each([
    [{ state: 'CANCELLED' }, 'cancelled'],
    [{ state: 'POSTPONED' }, 'postponed'],
    [{ inDays: -1 }, 'over'],
    [{ state: 'RUNNING' }, 'running'],
    [{ registrationDeadline: new Date(0) }, 'deadlinePassed'],
  ] as const)('is refused for a session with %o', async (wishes, why) => {
    const { number } = await makeSession(wishes);
    const result = await signUp(guest, signUpInput(number), makeContext());
    expect(result).toMatchObject({ ok: false, code: `forum.refused.signUp.${why}` });
    expect(await db.registration.count({ where: { session: { number } } })).toBe(0);
  });

  it.each([[{ state: 'RUNNING' }], [{ registrationDeadline: new Date(0) }]] as const)(
    'sends nobody to a session that is full, with %o',
    async (wishes) => {
      const { id, number } = await makeSession({ capacity: 2 });
      await signUpFor(number, { persons: 2 });
      await db.forumSession.update({ where: { id }, data: wishes });
      const staff = await makeActor({ roles: ['COORDINATOR'] });
      const answers = [await signUp(guest, signUpInput(number), makeContext())];
      // The deadline is not meant for the office: there it waits like everybody.
      if ('state' in wishes)
        answers.push(await enterRegistration(staff, signUpInput(number), makeContext()));
      for (const answer of answers)
        expect(answer).toMatchObject({ ok: false, code: 'forum.refused.signUp.full' });
    },
  );

  it('happens once when the same form is sent twice at the same moment', async () => {
    const { number } = await makeSession();
    const form = { token: 'one-and-the-same', form: 'forum-sign-up', at: new Date() };
    const press = () =>
      submittedForm.run(form, () => signUp(guest, signUpInput(number), makeContext(form.token)));
    const [first, second] = await Promise.all([press(), press()]);
    expect(first.ok).toBe(true);
    expect(second).toEqual(first);
    expect(await db.registration.count({ where: { session: { number } } })).toBe(1);
  });

  it('keeps nothing personal in the stored answer of the form', async () => {
    const { number } = await makeSession();
    const form = { token: 'nothing-personal', form: 'forum-sign-up', at: new Date() };
    const input = signUpInput(number, { name: 'Kanarienvogel' });
    await submittedForm.run(form, () => signUp(guest, input, makeContext(form.token)));
    const stored = await db.formSubmission.findMany();
    expect(JSON.stringify(stored)).not.toContain('Kanarienvogel');
    expect(JSON.stringify(stored)).not.toContain(
      makeContext(form.token).codeFor('registration', 8),
    );
  });

  it('is tied to the account of a resident, never to one of the office', async () => {
    const { number } = await makeSession();
    const resident = await makeActor();
    const staff = await makeActor({ roles: ['COORDINATOR'] });
    const mine = await signUpFor(number, {}, resident);
    const theirs = await signUpFor(number, {}, staff);
    const owner = async (of: { number: number }) =>
      (await db.registration.findUniqueOrThrow({ where: { number: of.number } })).userId;
    expect([await owner(mine), await owner(theirs)]).toEqual([resident.id, null]);
  });

  it('is confirmed by mail with number, code and the way to cancel', async () => {
    const { number } = await makeSession();
    const contact = { kind: 'MAIL', value: 'erna@example.org' } as const;
    const made = await signUpFor(number, { contact });
    const [mail] = await mailsAsSent({ recipient: contact.value });
    expect(mail?.text).toContain(String(made.number));
    expect(mail?.text).toContain(groupCode(made.code));
    expect(mail?.text).toContain(`/forum/anmeldung/${made.code}`);
  });

  it('mails nothing a stranger typed, and to one address not without end', async () => {
    const { number } = await makeSession({ capacity: 100 });
    const contact = { kind: 'MAIL', value: 'opfer@example.org' } as const;
    const words = 'Gewonnen: https://evil.example';
    for (let time = 0; time < 12; time += 1)
      await signUpFor(number, { contact, name: words, needsNote: words });
    const mails = await mailsAsSent({ recipient: contact.value });
    expect(mails).toHaveLength(UNPROVEN_LIMITS.networkAndAddress.max);
    expect(JSON.stringify(mails)).not.toMatch(/Gewonnen|evil/);
  });
});

describe('giving back', () => {
  it('lets the first waiting group that fits move up and tells it', async () => {
    const { number } = await makeSession({ capacity: 4 });
    const two = await signUpFor(number, { persons: 2 });
    await signUpFor(number, { persons: 2 });
    const large = await signUpFor(number, { persons: 3 });
    const byPhone = await signUpFor(number, {
      persons: 1,
      name: 'Rolf und Christa',
      contact: { kind: 'PHONE', value: '030 23125-152' },
    });
    const byMail = await signUpFor(number, {
      contact: { kind: 'MAIL', value: 'samir@example.org' },
    });
    const result = await cancelRegistration(guest, { code: two.code });
    expect(result).toMatchObject({ ok: true, value: { number: two.number } });
    expect(await stateOf(two.number)).toBe('CANCELLED');
    expect(await stateOf(large.number)).toBe('WAITLISTED');
    expect(await stateOf(byPhone.number)).toBe('CONFIRMED');
    expect(await stateOf(byMail.number)).toBe('CONFIRMED');
    await tellEverybody();
    const calls = await db.callListItem.findMany({ where: { person: 'Rolf und Christa' } });
    expect(calls).toHaveLength(1);
    expect(calls[0]?.contact).toBe('030 23125-152');
    expect(calls[0]?.dueAt).not.toBeNull();
    const mails = await db.outgoingMail.findMany({ where: { recipient: 'samir@example.org' } });
    expect(mails.map(({ subject }) => subject).sort()[0]).toContain('jetzt einen Platz');
  });

  it('is asked to be called by the next working day, never after the session', async () => {
    setClock(new Date('2027-01-15T10:00:00+01:00'));
    const soon = await makeSession({ capacity: 1, inDays: 1 });
    const later = await makeSession({ capacity: 1, inDays: 10 });
    const dueAfterCancelling = async (number: number) => {
      const first = await signUpFor(number);
      const name = `Nachbarin ${number}`;
      await signUpFor(number, { name, contact: { kind: 'PHONE', value: '030 23125-1' } });
      await cancelRegistration(guest, { code: first.code });
      await tellEverybody();
      return (await db.callListItem.findFirstOrThrow({ where: { person: name } })).dueAt;
    };
    expect(await dueAfterCancelling(soon.number)).toEqual(soon.startsAt);
    // A Friday: the next working day is Monday.
    expect(await dueAfterCancelling(later.number)).toEqual(new Date('2027-01-18T18:00:00+01:00'));
  });

  it('twice is the same as once', async () => {
    const { number } = await makeSession({ capacity: 2 });
    const first = await signUpFor(number, { persons: 2 });
    const waiting = await signUpFor(number, { persons: 1 });
    const once = await cancelRegistration(guest, { code: first.code });
    const twice = await cancelRegistration(guest, { code: first.code });
    expect(twice).toEqual(once);
    expect(await stateOf(waiting.number)).toBe('CONFIRMED');
  });

  it('is too late once the session has begun', async () => {
    const session = await makeSession();
    const { code } = await signUpFor(session.number);
    setClock(session.startsAt);
    const result = await cancelRegistration(guest, { code });
    expect(result).toMatchObject({ ok: false, code: 'forum.refused.tooLateToCancel' });
  });
});

describe('changing', () => {
  it('fewer persons make room for those who wait', async () => {
    const { number } = await makeSession({ capacity: 4 });
    const four = await signUpFor(number, { persons: 4 });
    const waiting = await signUpFor(number, { persons: 2 });
    const change = { ...party, code: four.code, persons: 2, needs: ['HEARING' as const] };
    expect((await changeRegistration(guest, change)).ok).toBe(true);
    expect(await stateOf(waiting.number)).toBe('CONFIRMED');
  });

  it('a smaller waiting group may now fit itself', async () => {
    const { number } = await makeSession({ capacity: 4 });
    await signUpFor(number, { persons: 3 });
    const waiting = await signUpFor(number, { persons: 2 });
    await changeRegistration(guest, { ...party, code: waiting.code, persons: 1 });
    expect(await stateOf(waiting.number)).toBe('CONFIRMED');
  });

  it('more persons only into free seats, and not while waiting', async () => {
    const { number } = await makeSession({ capacity: 4 });
    const seated = await signUpFor(number, { persons: 3 });
    const waiting = await signUpFor(number, { persons: 2 });
    const grow = (code: string, persons: number) =>
      changeRegistration(guest, { ...party, code, persons });
    expect(await grow(seated.code, 5)).toMatchObject({ code: 'forum.refused.notEnoughSeats' });
    expect(await grow(waiting.code, 3)).toMatchObject({ code: 'forum.refused.growsWhileWaiting' });
    expect(await grow(seated.code, 4)).toMatchObject({ ok: true });
  });

  it('is done by one of two who have the code and saw the same', async () => {
    const { number } = await makeSession();
    const { code } = await signUpFor(number, { persons: 2 });
    const { version } = await getOwnRegistration(code);
    const four = { ...party, code, version, persons: 4, needs: ['LIFT' as const] };
    expect(await changeRegistration(guest, four)).toMatchObject({ ok: true });
    expect(await changeRegistration(guest, { ...party, code, version })).toMatchObject({
      code: CHANGED_MEANWHILE,
    });
    expect(await getOwnRegistration(code)).toMatchObject({ persons: 4, version: version + 1 });
  });

  it('nothing that is given back', async () => {
    const { number } = await makeSession();
    const { code } = await signUpFor(number);
    await cancelRegistration(guest, { code });
    const result = await changeRegistration(guest, { ...party, code });
    expect(result).toMatchObject({ ok: false, code: 'forum.refused.alreadyCancelled' });
  });
});

describe('other people', () => {
  it("cannot do anything with a number, a wrong code or somebody else's session", async () => {
    const session = await makeSession();
    const other = await makeSession();
    const { number, code } = await signUpFor(session.number);
    const wrong = `${code.slice(0, 7)}${code.endsWith('A') ? 'C' : 'A'}`;
    await expect(cancelRegistration(guest, { code: String(number) })).rejects.toThrow('NOT_FOUND');
    await expect(cancelRegistration(guest, { code: wrong })).rejects.toThrow('NOT_FOUND');
    await expect(changeRegistration(guest, { ...party, code: wrong })).rejects.toThrow('NOT_FOUND');
    await expect(getOwnRegistration(wrong)).rejects.toThrow('NOT_FOUND');
    const staff = await makeActor({ roles: ['COORDINATOR'] });
    await expect(cancelForSomebody(staff, { session: other.number, number })).rejects.toThrow(
      'NOT_FOUND',
    );
    expect(await stateOf(number)).toBe('CONFIRMED');
  });

  it.each([
    ['a guest', async () => guest],
    ['a resident', () => makeActor()],
    ['a counsellor', () => makeActor({ roles: ['COUNSELLOR'] })],
    ['a partner', () => makeActor({ roles: ['PARTNER'] })],
    [
      'a coordinator without second factor',
      () => makeActor({ roles: ['COORDINATOR'], secondFactor: false }),
    ],
  ] as const)('%s cannot use what is for the office', async (_name, make) => {
    const actor = await make();
    const session = await makeSession();
    const { number } = await signUpFor(session.number);
    const enter = enterRegistration(actor, signUpInput(session.number), makeContext());
    await expect(enter).rejects.toThrow(whyNotAllowed(actor));
    const cancel = cancelForSomebody(actor, { session: session.number, number });
    await expect(cancel).rejects.toThrow(whyNotAllowed(actor));
  });
});

describe('the office', () => {
  it('enters somebody after the deadline, with the way it came', async () => {
    const { number } = await makeSession({ registrationDeadline: new Date(0) });
    const staff = await makeActor({ roles: ['COORDINATOR'] });
    const input = signUpInput(number, { channel: 'PHONE' });
    const result = await enterRegistration(staff, input, makeContext());
    expect(result).toMatchObject({ ok: true, value: { state: 'CONFIRMED' } });
    const [row] = await db.registration.findMany({ where: { session: { number } } });
    expect(row).toMatchObject({ channel: 'PHONE', userId: null });
    const audit = await db.auditEntry.findMany({ where: { subjectId: row?.id ?? '' } });
    expect(audit.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['registration.made', staff.id],
    ]);
  });

  it('takes somebody off the list', async () => {
    const session = await makeSession();
    const { number } = await signUpFor(session.number);
    const staff = await makeActor({ roles: ['COORDINATOR'] });
    expect((await cancelForSomebody(staff, { session: session.number, number })).ok).toBe(true);
    expect(await stateOf(number)).toBe('CANCELLED');
  });
});
