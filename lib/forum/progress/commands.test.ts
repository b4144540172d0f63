import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { now, setClock } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { addTask, dropTask, setTaskDone, setTurnout } from '@/lib/forum/decisions/commands';
import { saveMinutes } from '@/lib/forum/minutes/commands';
import { makeSession, putOnAgenda, signUpFor } from '@/lib/forum/samples';
import { requestRow } from '@/lib/initiatives/rows.mjs';
import { proposalRow } from '@/lib/proposals/rows.mjs';
import { testDatabase } from '@/lib/testing/database';
import {
  makeActor,
  makeDistrict,
  makeGuest,
  makeOffice,
  whyNotAllowed,
} from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { seenNow } from '@/lib/testing/seen';
import { tellEverybody } from '@/lib/testing/tellings';
import { callOff, takeStep, undoStep } from './commands';

testDatabase();

let staff: Awaited<ReturnType<typeof makeActor>>;
beforeAll(async () => {
  await makeOffice();
  staff = await makeActor({ roles: ['COORDINATOR'] });
});

const read = (number: number) => db.forumSession.findUniqueOrThrow({ where: { number } });

describe('steps', () => {
  afterEach(() => setClock(null));

  it('go from planned to held, each written down', async () => {
    const { id, number } = await makeSession({ state: 'PLANNED', inDays: 0 });
    for (const step of ['invite', 'start', 'finish'] as const) {
      expect((await takeStep(staff, await seenNow({ session: number, step }))).ok).toBe(true);
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
    const result = await takeStep(staff, await seenNow({ session: number, step: 'invite' }));
    expect(result).toMatchObject({ ok: false, code: 'forum.refused.stepNotPossible' });
  });

  it.each([
    ['start', 61 / 1440, 'forum.refused.startsTooEarly'],
    ['start', 59 / 1440, null],
    ['finish', 1 / 1440, 'forum.refused.notYetHeld'],
    ['finish', -1 / 1440, null],
  ] as const)('%s %d days before it begins: %s', async (step, inDays, code) => {
    const { number, startsAt } = await makeSession();
    setClock(new Date(startsAt.getTime() - inDays * DAY_MS));
    const result = await takeStep(staff, await seenNow({ session: number, step }));
    expect(result).toMatchObject(code === null ? { ok: true } : { ok: false, code });
    if (code !== null) expect((await read(number)).state).toBe('INVITED');
  });

  it('are for the office only', async () => {
    const { number } = await makeSession();
    for (const actor of [makeGuest(), await makeActor()]) {
      await expect(
        takeStep(actor, await seenNow({ session: number, step: 'start' })),
      ).rejects.toThrow();
      await expect(undoStep(actor, await seenNow({ session: number }))).rejects.toThrow(
        whyNotAllowed(actor),
      );
      const input = await seenNow({ session: number, step: 'cancel' as const, reason: 'Nur so.' });
      await expect(callOff(actor, input)).rejects.toThrow(whyNotAllowed(actor));
    }
  });
});

describe('taking the last step back', () => {
  afterEach(() => setClock(null));
  const undo = async (session: number) => undoStep(staff, await seenNow({ session }));
  const later = (hours: number) => setClock(new Date(now().getTime() + hours * 3_600_000));

  it('leads to the state before, once', async () => {
    const { number } = await makeSession({ state: 'PLANNED' });
    await takeStep(staff, await seenNow({ session: number, step: 'invite' }));
    expect((await undo(number)).ok).toBe(true);
    expect(await read(number)).toMatchObject({ state: 'PLANNED', invitationSentAt: null });
    expect(await undo(number)).toMatchObject({ ok: false, code: 'forum.refused.undoNotPossible' });
  });

  it('is possible for a day', async () => {
    const { number } = await makeSession({ state: 'PLANNED' });
    await takeStep(staff, await seenNow({ session: number, step: 'invite' }));
    later(25);
    expect((await undo(number)).ok).toBe(false);
    expect((await read(number)).state).toBe('INVITED');
  });

  it('never recalls what everybody was told', async () => {
    const { number } = await makeSession({ state: 'PLANNED' });
    await takeStep(staff, await seenNow({ session: number, step: 'invite' }));
    await callOff(
      staff,
      await seenNow({ session: number, step: 'cancel', reason: 'Die Heizung ist kaputt.' }),
    );
    expect((await undo(number)).ok).toBe(false);
    expect((await read(number)).state).toBe('CANCELLED');
  });

  it('does not undo a beginning whose results are written down, but does undo the end', async () => {
    const { number } = await makeSession({ inDays: 0 });
    await takeStep(staff, await seenNow({ session: number, step: 'start' }));
    await setTurnout(staff, await seenNow({ session: number, attended: 12, votingResidents: 9 }));
    expect(await undo(number)).toMatchObject({ ok: false, code: 'forum.refused.undoWithResults' });
    await takeStep(staff, await seenNow({ session: number, step: 'finish' }));
    expect((await undo(number)).ok).toBe(true);
    expect(await read(number)).toMatchObject({ state: 'RUNNING', attended: 12 });
  });
});

describe('a beginning that is named', () => {
  it('by what the Forum is said to have done stays; being put before it does not hold it', async () => {
    const { id: districtId } = await makeDistrict();
    const proposal = await db.proposal.create({ data: proposalRow({ districtId }) });
    const request = await db.supportRequest.create({
      data: requestRow({ districtId, kinds: ['ROOM'] }),
    });
    const begun = async () => {
      const { id, number } = await makeSession({ inDays: 0 });
      await takeStep(staff, await seenNow({ session: number, step: 'start' }));
      return { id, number };
    };
    const step = (sessionId: string, by: string) => ({
      data: { proposalId: proposal.id, to: 'IN_FORUM' as const, at: now(), by, sessionId },
    });
    const put = await begun();
    await db.proposalStep.create(step(put.id, 'office'));
    const adopted = await begun();
    await putOnAgenda(adopted.id, proposal.number);
    await db.proposalStep.create(step(adopted.id, 'forum'));
    const promised = await begun();
    await db.supportStep.create({
      data: {
        ...{ requestId: request.id, to: 'CONFIRMED', at: now(), by: 'office' },
        ...{ sessionId: promised.id, agendaItemId: await putOnAgenda(promised.id) },
      },
    });
    const undo = async (session: number) => undoStep(staff, await seenNow({ session }));
    expect(await undo(put.number)).toMatchObject({ ok: true });
    for (const { number } of [adopted, promised]) {
      expect(await undo(number)).toMatchObject({ code: 'forum-authors.refused.undoNamed' });
      expect((await read(number)).state).toBe('RUNNING');
      await expect(
        db.forumSession.update({ where: { number }, data: { state: 'CANCELLED' } }),
      ).rejects.toThrow('the Forum has met');
    }
    // Until both were taken back as mistakes.
    const { data } = step(adopted.id, 'office');
    await db.proposalStep.create({ data: { ...data, sessionId: null, step: 'takeBack' } });
    await db.supportStep.create({
      data: { requestId: request.id, to: 'NEEDS_DECISION', at: now(), by: 'office' },
    });
    for (const { number } of [adopted, promised])
      expect(await undo(number)).toMatchObject({ ok: true });
  });
});

describe('a page of before', () => {
  afterEach(() => setClock(null));

  it('takes back, goes on with and calls off nothing that was changed since', async () => {
    const { number, startsAt } = await makeSession({ state: 'PLANNED' });
    setClock(new Date(startsAt.getTime() + 60_000));
    const first = await seenNow({ session: number });
    expect((await takeStep(staff, { ...first, step: 'invite' })).ok).toBe(true);
    const invited = await seenNow({ session: number });
    // One takes the step back and takes it again: the other's page still looks the same.
    expect((await undoStep(staff, invited)).ok).toBe(true);
    expect((await takeStep(staff, await seenNow({ ...first, step: 'invite' }))).ok).toBe(true);
    const reason = 'Die Heizung ist kaputt.';
    const late = [
      await undoStep(staff, invited),
      await takeStep(staff, { ...invited, step: 'start' }),
      await callOff(staff, { ...invited, step: 'cancel', reason }),
    ];
    for (const result of late) expect(result).toMatchObject({ code: CHANGED_MEANWHILE });
    expect((await read(number)).state).toBe('INVITED');
  });

  it('is of one of two who press at the same time', async () => {
    const { number } = await makeSession({ state: 'PLANNED', inDays: 0 });
    await takeStep(staff, await seenNow({ session: number, step: 'invite' }));
    const seen = await seenNow({ session: number });
    const both = await Promise.all([
      undoStep(staff, seen),
      takeStep(staff, { ...seen, step: 'start' }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await read(number)).state).toBe(both[0]?.ok ? 'PLANNED' : 'RUNNING');
  });
});

describe('calling off', () => {
  afterEach(() => setClock(null));
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
      expect((await callOff(staff, await seenNow({ session: number, step, reason }))).ok).toBe(
        true,
      );
      expect(await read(number)).toMatchObject({ state, callOffReason: reason, sequence: 1 });

      await tellEverybody();
      const mails = await db.outgoingMail.findMany({ orderBy: { id: 'asc' }, skip: before });
      expect(mails.map(({ recipient }) => recipient)).toEqual([mail('sitzt'), mail('wartet')]);
      expect(mails[0]?.subject).toContain(german);
      expect(mails[1]?.subject).toContain(english);
      expect(mails.every(({ text }) => text.includes(reason))).toBe(true);
      const calls = await db.callListItem.findMany({ where: { person: mail('brief') } });
      expect(calls.map(({ kind }) => kind)).toEqual(['LETTER']);
    },
  );

  it('a postponed one is possible after its old date, and told without it, as long as it takes', async () => {
    const { number } = await makeSession();
    await signUpFor(number, { contact: { kind: 'MAIL', value: 'aufgegeben@example.org' } });
    await signUpFor(number, { contact: { kind: 'LETTER', value: 'Hangweg 2, Ort' } });
    const ago = (days: number) => new Date(now().getTime() - days * DAY_MS);
    const data = { state: 'POSTPONED', startsAt: ago(3), endsAt: ago(2) } as const;
    await db.forumSession.update({ where: { number }, data });
    const input = { session: number, step: 'cancel' as const, reason: 'Es kommt kein Termin.' };
    expect(await callOff(staff, await seenNow(input))).toMatchObject({ ok: true });
    await tellEverybody();
    const mail = await db.outgoingMail.findFirstOrThrow({
      where: { recipient: 'aufgegeben@example.org', subject: { startsWith: 'Fällt aus' } },
    });
    expect(mail.text).toContain('Es gibt keinen neuen Termin.');
    expect(mail.text).not.toMatch(/Der Termin war|Auf den Weg/i);
    const call = await db.callListItem.findFirstOrThrow({ where: { contact: 'Hangweg 2, Ort' } });
    expect(call.endsAt).toBeNull();
  });

  it('is not possible once something of it is written down: it took place', async () => {
    const { number: session, startsAt } = await makeSession();
    setClock(new Date(startsAt.getTime() + 60_000));
    await setTurnout(staff, await seenNow({ session, attended: 12, votingResidents: 9 }));
    for (const step of ['cancel', 'postpone'] as const) {
      const seen = await seenNow({ session, step, reason: 'Sturm.' });
      const code = 'forum.refused.callOffWithResults';
      expect(await callOff(staff, seen)).toMatchObject({ ok: false, code });
    }
    expect((await read(session)).state).toBe('INVITED');
  });

  it('is not possible while somebody is asked to do something, and is when nobody goes on with it', async () => {
    const { id, number: session, startsAt } = await makeSession();
    setClock(new Date(startsAt.getTime() + 60_000));
    await addTask(staff, { session, task: 'Bauamt fragen', assignee: 'Büro', dueOn: '' });
    const off = async () =>
      callOff(staff, await seenNow({ session, step: 'cancel', reason: 'Sturm.' }));
    expect(await off()).toMatchObject({ code: 'forum.refused.callOffWithResults' });
    const { id: task } = await db.forumTask.findFirstOrThrow({ where: { sessionId: id } });
    const seen = { session, id: task };
    await dropTask(staff, { ...seen, version: 1, reason: 'Aus Versehen eingetragen.' });
    expect(await off()).toMatchObject({ ok: true });
    // What nobody goes on with is not taken up again by a Forum that was called off.
    const again = await setTaskDone(staff, { ...seen, version: 2, done: false });
    expect(again).toMatchObject({ code: 'forum.refused.notYetHeld' });
  });

  it('ends what stands there of before', async () => {
    const { id: sessionId, number: session } = await makeSession({ state: 'CANCELLED' });
    await ownerDb.$executeRaw`ALTER TABLE forum_tasks DISABLE TRIGGER forum_tasks_of_a_forum_that_met`;
    await db.forumTask.createMany({
      data: ['Eins', 'Zwei'].map((text) => ({ sessionId, text, assignee: 'Büro' })),
    });
    await ownerDb.$executeRaw`ALTER TABLE forum_tasks ENABLE TRIGGER forum_tasks_of_a_forum_that_met`;
    const [one, two] = await db.forumTask.findMany({ where: { sessionId } });
    const seen = { session, version: 1 };
    const done = await setTaskDone(staff, { ...seen, id: one?.id ?? '', done: true });
    const dropped = await dropTask(staff, { ...seen, id: two?.id ?? '', reason: 'Fällt weg.' });
    expect([done, dropped]).toMatchObject([{ ok: true }, { ok: true }]);
  });

  it('is possible after minutes were opened that say nothing, and not with words in them', async () => {
    const { id, number: session } = await makeSession({ inDays: 0 });
    const item = await putOnAgenda(id);
    await takeStep(staff, await seenNow({ session, step: 'start' }));
    const write = async (text: string) => {
      const { minutesVersion } = await db.forumSession.findUniqueOrThrow({ where: { id } });
      const input = { session, version: minutesVersion, records: [{ item, text }] };
      expect(await saveMinutes(staff, input)).toMatchObject({ ok: true });
    };
    const undo = async () => undoStep(staff, await seenNow({ session }));
    await write('Alle sind da.');
    expect(await undo()).toMatchObject({ code: 'forum.refused.undoWithResults' });
    await write('');
    expect(await undo()).toMatchObject({ ok: true });
    const reason = 'Wasser im Saal.';
    const off = await callOff(staff, await seenNow({ session, step: 'postpone', reason }));
    expect(off).toMatchObject({ ok: true });
  });

  it('cannot be done twice, nor to what is over', async () => {
    const coming = await makeSession();
    const past = await makeSession({ inDays: -3 });
    const off = async (session: number) =>
      callOff(staff, await seenNow({ session, step: 'cancel', reason: 'Sturm.' }));
    expect((await off(coming.number)).ok).toBe(true);
    expect((await off(coming.number)).ok).toBe(false);
    expect((await off(past.number)).ok).toBe(false);
    expect((await read(coming.number)).sequence).toBe(1);
  });
});
