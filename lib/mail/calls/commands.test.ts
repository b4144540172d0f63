import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { db, inTransaction } from '@/lib/core/db';
import { ok } from '@/lib/core/result';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest, makeOffice, whyNotAllowed } from '@/lib/testing/factories';
import { bothBefore, unlocked } from '@/lib/testing/without-guards';
import { handleFailedMail } from '../failed/commands';
import { listUndeliveredMails } from '../failed/queries';
import { sweepMails } from '../jobs';
import { putOnCallList } from '../steps';
import { correctNote, describeCall, noteCall, putCallBack } from './commands';
import { getNoteToCorrect, listCalls, listLettersToPrint } from './queries';

testDatabase();

const NOW = new Date('2026-11-20T10:00:00Z');
let office: Actor;
let colleague: Actor;

beforeAll(async () => {
  await makeOffice();
  office = await makeActor({ roles: ['COORDINATOR'] });
  colleague = await makeActor({ roles: ['ADMIN'] });
});
beforeEach(() => setClock(NOW));
afterEach(async () => {
  setClock(null);
  await db.callListItem.deleteMany();
  await db.outgoingMail.deleteMany();
});

async function owe(kind: 'PHONE' | 'LETTER', dueAt = '2026-12-01T17:00:00Z') {
  const { id } = await db.callListItem.create({
    data: {
      kind,
      person: 'Manfred H.',
      contact: kind === 'PHONE' ? '030 23125-150' : 'Siedlerweg 4\n08289 Musterstadt',
      subject: 'Rückfrage',
      message: 'Wo genau?',
      createdAt: NOW,
      dueAt: new Date(dueAt),
    },
  });
  return id;
}

const asRead = (ids: string[], wording = 1) => ids.map((id) => ({ id, wording }));
const rowOf = (id: string) => db.callListItem.findUniqueOrThrow({ where: { id } });

describe('the list', () => {
  it('has calls and letters apart, the most urgent first', async () => {
    const late = await owe('PHONE', '2026-11-25T17:00:00Z');
    const soon = await owe('PHONE', '2026-11-20T17:00:00Z');
    const letter = await owe('LETTER');
    const { phone, letters, done } = await listCalls(office);
    expect(phone.map(({ items }) => items.map(({ id }) => id))).toEqual([[soon, late]]);
    expect(letters.map(({ items }) => items.map(({ id }) => id))).toEqual([[letter]]);
    expect(done).toEqual([]);
  });

  it('is for the office only', async () => {
    const id = await owe('LETTER');
    for (const actor of [
      await makeActor(),
      await makeActor({ roles: ['COUNSELLOR'] }),
      await makeActor({ roles: ['COORDINATOR'], secondFactor: false }),
    ]) {
      await expect(listCalls(actor)).rejects.toThrow(whyNotAllowed(actor));
      await expect(listLettersToPrint(actor, id)).rejects.toThrow(whyNotAllowed(actor));
      await expect(listUndeliveredMails(actor)).rejects.toThrow(whyNotAllowed(actor));
      await expect(noteCall(actor, { told: asRead([id]), outcome: 'done' })).rejects.toThrow(
        whyNotAllowed(actor),
      );
      await expect(putCallBack(actor, { ids: [id] })).rejects.toThrow(whyNotAllowed(actor));
    }
    await expect(noteCall(makeGuest(), { told: asRead([id]), outcome: 'done' })).rejects.toThrow(
      'SIGN_IN_REQUIRED',
    );
    expect((await rowOf(id)).doneAt).toBeNull();
  });
});

describe('a call', () => {
  it('is done with one click, can be described and put back', async () => {
    const id = await owe('PHONE');
    expect((await noteCall(office, { told: asRead([id]), outcome: 'done' })).ok).toBe(true);
    await describeCall(office, { id, note: 'Die Tochter richtet es aus.' });
    const { phone, done } = await listCalls(office);
    expect(phone).toEqual([]);
    expect(done).toMatchObject([[{ id, note: 'Die Tochter richtet es aus.' }]]);
    await putCallBack(colleague, { ids: [id] });
    expect(await rowOf(id)).toMatchObject({ doneAt: null, doneById: null });
    const audit = await db.auditEntry.findMany({ where: { subjectId: id } });
    expect(audit.map(({ action }) => action).sort()).toEqual([
      'call.described',
      'call.made',
      'call.putBack',
    ]);
  });

  it('that reached nobody comes again on the next working day, with a note of the try', async () => {
    const id = await owe('PHONE', '2026-11-20T17:00:00Z');
    await noteCall(office, { told: asRead([id]), outcome: 'later' });
    await noteCall(office, { told: asRead([id]), outcome: 'later' });
    const row = await rowOf(id);
    // Friday, so the next working day is Monday evening.
    expect(row.dueAt.toISOString()).toBe('2026-11-23T17:00:00.000Z');
    expect(row.note.split('\n')).toHaveLength(2);
    expect(row.doneAt).toBeNull();
  });

  const made = (id: string) =>
    Promise.all(
      [office, colleague, office, colleague].map((actor) =>
        noteCall(actor, { told: asRead([id]), outcome: 'done' }),
      ),
    );

  it('is not made twice by two of the office, nor twice by a double click', async () => {
    const id = await owe('PHONE');
    const results = await made(id);
    // Of the two who pressed twice one was faster; the other learns it both times.
    expect(results.filter((result) => result.ok && result.value.earlier)).toHaveLength(2);
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await db.auditEntry.count({ where: { subjectId: id, action: 'call.made' } })).toBe(1);
  });

  it('red twin: without the lock both of the office make it', async () => {
    const id = await owe('PHONE');
    await bothBefore(/^(?:UPDATE|DELETE FROM) \S*"call_list_items"/, unlocked, () => made(id));
    const written = await db.auditEntry.count({ where: { subjectId: id, action: 'call.made' } });
    expect(written).toBeGreaterThan(1);
  });

  it('that does not exist is not found', async () => {
    const id = '01890a5d-ac96-774b-bcce-b302099a8057';
    await expect(noteCall(office, { told: asRead([id]), outcome: 'done' })).rejects.toThrow(
      'NOT_FOUND',
    );
  });
});

describe('a row of one person', () => {
  const two = async () => [await owe('PHONE'), await owe('PHONE')] as const;
  const open = async () => (await listCalls(office)).phone.map(({ items }) => items.length);

  it('is done and put back with one press, or in part', async () => {
    const [first, second] = await two();
    expect(await open()).toEqual([2]);
    await noteCall(office, { told: asRead([first, second]), outcome: 'done' });
    const { phone, done } = await listCalls(office);
    expect([phone, done.map(({ length }) => length)]).toEqual([[], [2]]);
    await putCallBack(office, { ids: [first, second] });
    expect(await open()).toEqual([2]);
    await noteCall(office, { told: asRead([second]), outcome: 'done' });
    expect(await open()).toEqual([1]);
  });

  it('that a colleague has told in part is told for the rest; told all of it, the second learns that', async () => {
    const [first, second] = await two();
    await noteCall(colleague, { told: asRead([first]), outcome: 'done' });
    const rest = await noteCall(office, { told: asRead([first, second]), outcome: 'done' });
    expect(rest).toMatchObject({ value: { id: second, earlier: false } });
    expect((await rowOf(first)).doneById).toBe(colleague.id);
    const third = await makeActor({ roles: ['COORDINATOR'] });
    expect(await noteCall(third, { told: asRead([first, second]), outcome: 'done' })).toMatchObject(
      {
        value: { earlier: true },
      },
    );
  });

  it('goes back without what is not so any more', async () => {
    const [first, second] = await two();
    await noteCall(office, { told: asRead([first, second]), outcome: 'done' });
    await db.callListItem.update({ where: { id: first }, data: { endsAt: NOW } });
    expect(await putCallBack(office, { ids: [first, second] })).toMatchObject({ ok: true });
    expect((await rowOf(first)).doneAt).not.toBeNull();
    expect((await rowOf(second)).doneAt).toBeNull();
  });

  it('goes with the account it is for', async () => {
    const person = await makeActor();
    const id = await owe('PHONE');
    await db.callListItem.update({ where: { id }, data: { accountId: person.id } });
    await db.user.delete({ where: { id: person.id } });
    expect(await open()).toEqual([]);
  });
});

describe('what was to be said otherwise meanwhile', () => {
  const otherwise = [
    { message: 'Wo genau, und wie groß?' },
    { subject: 'Zwei Rückfragen' },
    { contact: '030 23125-151' },
    { kind: 'LETTER' as const },
  ];
  it.each(otherwise)('is not ticked off by whoever had read something else: %o', async (change) => {
    const [id, other] = [await owe('PHONE'), await owe('PHONE')];
    await db.callListItem.update({ where: { id }, data: change });
    for (const outcome of ['done', 'later'] as const) {
      const late = await noteCall(office, { told: asRead([other, id]), outcome });
      expect(late).toMatchObject({ code: 'office.calls.error.reworded', pageAnew: true });
    }
    expect(await rowOf(other)).toMatchObject({ doneAt: null, note: '' });
    const again = { told: [...asRead([other]), ...asRead([id], 2)], outcome: 'done' as const };
    expect((await noteCall(office, again)).ok).toBe(true);
  });

  it('is the same to say when only a note came', async () => {
    const id = await owe('PHONE');
    await describeCall(colleague, { id, note: 'Erst ab 10 Uhr' });
    expect((await noteCall(office, { told: asRead([id]), outcome: 'done' })).ok).toBe(true);
  });

  it('is not put back in the words that were corrected', async () => {
    const caseId = crypto.randomUUID();
    const id = await owe('PHONE');
    await db.callListItem.update({ where: { id }, data: { caseId } });
    await noteCall(office, { told: asRead([id]), outcome: 'done' });
    setClock(new Date(NOW.getTime() + 60_000));
    const call = { caseId, kind: 'PHONE' as const, person: '', contact: '030 1' };
    const content = { subject: 'Berichtigt', paragraphs: [] };
    await inTransaction(async (tx) => {
      await putOnCallList(tx, { ...call, aboutId: crypto.randomUUID(), content });
      return ok(null);
    });
    expect(await putCallBack(office, { ids: [id] })).toMatchObject({
      code: 'office.calls.error.overtaken',
    });
  });
});

describe('what is no longer so', () => {
  const soon = new Date(NOW.getTime() + 3_600_000);

  it('is not put back when something newer was to be told, or once it is over', async () => {
    const caseId = crypto.randomUUID();
    const [old, over] = [await owe('PHONE'), await owe('PHONE')];
    await db.callListItem.update({ where: { id: old }, data: { caseId } });
    await db.callListItem.update({ where: { id: over }, data: { endsAt: soon } });
    for (const id of [old, over]) await noteCall(office, { told: asRead([id]), outcome: 'done' });
    setClock(soon);
    const call = { caseId, kind: 'PHONE' as const, person: '', contact: '030 1' };
    await inTransaction(async (tx) => {
      await putOnCallList(tx, { ...call, content: { subject: 'Neu', paragraphs: [] } });
      return ok(null);
    });
    for (const id of [old, over])
      expect(await putCallBack(office, { ids: [id] })).toMatchObject({
        code: 'office.calls.error.overtaken',
      });
  });

  it('is tried in vain until it is over, not after it, and vanishes then', async () => {
    const id = await owe('PHONE', '2026-11-20T11:00:00Z');
    await db.callListItem.update({ where: { id }, data: { endsAt: soon } });
    await noteCall(office, { told: asRead([id]), outcome: 'later' });
    expect((await rowOf(id)).dueAt).toEqual(soon);
    setClock(soon);
    expect((await listCalls(office)).phone).toEqual([]);
    await sweepMails();
    expect(await db.callListItem.count()).toBe(0);
  });

  it('shows the most urgent of very many', async () => {
    const data = { kind: 'PHONE' as const, person: '', contact: '', subject: '', message: '' };
    const many = Array.from({ length: 300 }, () => ({ ...data, dueAt: soon, createdAt: NOW }));
    await db.callListItem.createMany({ data: many });
    setClock(soon);
    const urgent = await owe('PHONE', '2026-11-20T10:30:00Z');
    await db.callListItem.update({ where: { id: urgent }, data: { createdAt: soon } });
    expect((await listCalls(office)).phone[0]?.items[0]?.id).toBe(urgent);
  });
});

describe('letters', () => {
  it('are printed one by one or all that are owed', async () => {
    const first = await owe('LETTER');
    const second = await owe('LETTER');
    const call = await owe('PHONE');
    expect(await listLettersToPrint(office, null)).toHaveLength(2);
    expect(await listLettersToPrint(office, first)).toMatchObject([{ id: first }]);
    await noteCall(office, { told: asRead([second]), outcome: 'done' });
    expect(await listLettersToPrint(office, null)).toHaveLength(1);
    // A letter that was sent can be printed again.
    expect(await listLettersToPrint(office, second)).toHaveLength(1);
    for (const id of [call, 'unsinn']) {
      await expect(listLettersToPrint(office, id)).rejects.toThrow('NOT_FOUND');
    }
  });
});

describe('mails that failed', () => {
  const fail = async () =>
    (
      await db.outgoingMail.create({
        data: {
          recipient: 'weg@person.example',
          subject: 'Betreff',
          text: 'Text',
          state: 'FAILED',
        },
      })
    ).id;

  it('are tried once more', async () => {
    const id = await fail();
    expect((await listUndeliveredMails(office)).failed).toHaveLength(1);
    await handleFailedMail(office, { id, way: 'retry' });
    expect((await db.outgoingMail.findUniqueOrThrow({ where: { id } })).state).toBe('QUEUED');
    const [job] = await db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM graphile_worker.jobs WHERE task_identifier = 'send-mail'`;
    expect(job?.count).toBe(1);
  });

  it('go when the office told the person itself', async () => {
    const id = await fail();
    expect(await handleFailedMail(office, { id, way: 'drop' })).toMatchObject({
      value: { became: 'drop' },
    });
    expect(await db.outgoingMail.count()).toBe(0);
  });

  it('that were sent meanwhile stay as they are', async () => {
    const id = await fail();
    await db.outgoingMail.update({ where: { id }, data: { state: 'SENT' } });
    expect(await handleFailedMail(office, { id, way: 'drop' })).toMatchObject({
      value: { became: 'nothing' },
    });
    expect(await db.outgoingMail.count()).toBe(1);
  });
});

describe('a note', () => {
  const reason = 'Es war die Schwester.';
  const right = { note: 'Die Schwester richtet es aus.', reason, forget: false };

  it('is put right, and the office sees what stood there, as long as the call is there', async () => {
    const id = await owe('PHONE');
    await describeCall(office, { id, note: 'Die Tochter richtet es aus.' });
    const seen = await getNoteToCorrect(office, id);
    expect(await correctNote(office, { id, ...right, version: seen.item.version })).toMatchObject({
      ok: true,
    });
    const { item, earlier } = await getNoteToCorrect(office, id);
    expect(item.note).toBe(right.note);
    expect(earlier).toMatchObject([
      { reason, earlier: [{ column: 'note', text: 'Die Tochter richtet es aus.' }] },
    ]);
    await db.callListItem.delete({ where: { id } });
    await sweepMails();
    expect(await db.correction.count({ where: { subjectId: id } })).toBe(0);
  });

  it('that somebody wrote meanwhile is not overwritten', async () => {
    const id = await owe('PHONE');
    await describeCall(office, { id, note: 'Die Tochter richtet es aus.' });
    const { version } = (await getNoteToCorrect(office, id)).item;
    await noteCall(colleague, { told: asRead([id]), outcome: 'later' });
    const late = await correctNote(office, { id, ...right, version });
    expect(late).toMatchObject({ ok: false, code: CHANGED_MEANWHILE });
    expect((await rowOf(id)).note).toContain('Nicht erreicht');
    await expect(correctNote(makeGuest(), { id, ...right, version })).rejects.toThrow();
  });
});
