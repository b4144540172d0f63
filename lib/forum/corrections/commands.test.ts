import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { listCorrections, listEarlier } from '@/lib/audit/corrections/queries';
import { forgetEarlierWords } from '@/lib/audit/privacy';
import { setClock } from '@/lib/core/clock';
import { DAY_MS, dayColumn } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { makeSession } from '@/lib/forum/samples';
import { decideProposal } from '@/lib/proposals/review/commands';
import { getProposalCase } from '@/lib/proposals/review/queries';
import { proposalRow } from '@/lib/proposals/rows.mjs';
import { testDatabase } from '@/lib/testing/database';
import {
  makeActor,
  makeDistrict,
  makeGuest,
  makeOffice,
  whyNotAllowed,
} from '@/lib/testing/factories';
import { mailsAsSent } from '@/lib/testing/mails';
import { ownerDb } from '@/lib/testing/owner';
import { listAgenda } from '../agenda/queries';
import { listDecisions, listTasks } from '../decisions/queries';
import { listMinutesItems } from '../minutes/queries';
import { addToMinutes, correctAddition, correctDecision, correctTask } from './commands';

testDatabase();

let staff: Actor;
beforeAll(async () => {
  await makeOffice();
  staff = await makeActor({ roles: ['COORDINATOR'] });
});
afterEach(() => setClock(null));

const WORDS = 'Die Bank an der Treppe wird empfohlen.';
const reason = 'Das Wort war falsch abgetippt.';

async function decided() {
  const session = await makeSession({ state: 'HELD', inDays: -2 });
  const votes = { yes: 8, no: 1, abstain: 0, result: 'adopted' };
  const { id } = await db.decision.create({
    data: { sessionId: session.id, agendaNo: 2, text: 'Die Bank am der Treppe.', ...votes },
  });
  return { id, session: session.number, sessionId: session.id };
}

const better = { text: WORDS, agendaNo: 2, version: 1, reason, forget: false };

describe('a decision', () => {
  it('gets other words, says when and why, and the office sees what stood there', async () => {
    const { id, session, sessionId } = await decided();
    const named = { ...better, reason: 'Frau Krause hat sich vertippt.' };
    expect(await correctDecision(staff, { id, session, ...named })).toMatchObject({
      ...{ code: 'outreach-rounds.trace.name', field: 'reason' },
    });
    expect(await correctDecision(staff, { id, session, ...better })).toMatchObject({ ok: true });
    const [decision] = await listDecisions(sessionId);
    expect(decision).toMatchObject({ text: WORDS, yes: 8, version: 2, corrections: [{ reason }] });
    const earlier = await listEarlier(staff, [id]);
    expect(earlier.get(id)?.[0]?.earlier).toEqual(
      expect.arrayContaining([{ column: 'text', text: 'Die Bank am der Treppe.' }]),
    );
    // Nobody outside the office reads what stood there.
    expect(JSON.stringify([...(await listCorrections([id])).values()])).not.toContain('am der');
  });

  it('is corrected by one of two who saw the same', async () => {
    const { id, session } = await decided();
    const both = await Promise.all(
      ['Erste Fassung.', 'Zweite Fassung.'].map((text) =>
        correctDecision(staff, { id, session, ...better, text }),
      ),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: CHANGED_MEANWHILE });
    expect(await db.correction.count({ where: { subjectId: id } })).toBe(1);
  });

  it('is not corrected into what it says already, nor by others, nor under another session', async () => {
    const { id, session } = await decided();
    const same = { ...better, text: 'Die Bank am der Treppe.' };
    expect(await correctDecision(staff, { id, session, ...same })).toMatchObject({
      code: 'audit.correction.refused.nothing',
    });
    const other = await makeSession({ state: 'HELD', inDays: -2 });
    await expect(correctDecision(staff, { id, session: other.number, ...better })).rejects.toThrow(
      'NOT_FOUND',
    );
    for (const actor of [makeGuest(), await makeActor()]) {
      await expect(correctDecision(actor, { id, session, ...better })).rejects.toThrow(
        whyNotAllowed(actor),
      );
    }
    expect(await db.correction.count({ where: { subjectId: id } })).toBe(0);
  });

  it('keeps nothing of what must not be read any more, and the rest for a year', async () => {
    const { id, session } = await decided();
    await correctDecision(staff, { id, session, ...better, forget: true });
    const second = { ...better, version: 2, text: 'Noch einmal anders.' };
    await correctDecision(staff, { id, session, ...second });
    const columns = async () =>
      (await listEarlier(staff, [id])).get(id)?.map(({ earlier }) => earlier.length);
    expect(await columns()).toEqual([2, 0]);
    setClock(new Date(Date.now() + 364 * DAY_MS));
    await forgetEarlierWords();
    expect(await columns()).toEqual([2, 0]);
    setClock(new Date(Date.now() + 366 * DAY_MS));
    await forgetEarlierWords();
    expect(await columns()).toEqual([0, 0]);
    expect((await listCorrections([id])).get(id)).toHaveLength(2);
  });

  it('has no way around: the database holds words whose earlier ones are not kept', async () => {
    const { id } = await decided();
    for (const data of [{ text: 'anders' }, { agendaNo: 9 }]) {
      await expect(db.decision.update({ where: { id }, data })).rejects.toThrow('is not kept');
    }
  });
});

describe('a task', () => {
  it('gets another day, other words and somebody else, and says so where it is read', async () => {
    const { session, sessionId } = await decided();
    const data = { text: 'Bauhof fragen', assignee: 'Büro', dueOn: dayColumn('2027-03-01') };
    const { id } = await db.forumTask.create({ data: { sessionId, audience: 'PUBLIC', ...data } });
    const input = { session, id, version: 1, reason, forget: false, task: 'Bauhof anrufen' };
    const given = { ...input, assignee: 'Sprecherrat', dueOn: '' };
    expect(await correctTask(staff, given)).toMatchObject({ ok: true });
    expect(await correctTask(staff, given)).toMatchObject({ code: CHANGED_MEANWHILE });
    const [task] = await listTasks(sessionId);
    expect(task).toMatchObject({
      ...{ text: 'Bauhof anrufen', assignee: 'Sprecherrat', dueOn: null },
      corrections: [{ reason }],
    });
    const earlier = (await listEarlier(staff, [id])).get(id)?.[0]?.earlier;
    expect(earlier).toContainEqual({ column: 'due_on', text: '2027-03-01' });
  });

  it('of the office alone says why to the office alone', async () => {
    const { session, sessionId } = await decided();
    const { id } = await db.forumTask.create({
      data: { sessionId, audience: 'INTERNAL', text: 'Schlüssel holen', assignee: 'Büro' },
    });
    const input = { session, id, version: 1, reason, forget: false, task: 'Schlüssel bringen' };
    await correctTask(staff, { ...input, assignee: 'Büro', dueOn: '' });
    expect((await listCorrections([id])).size).toBe(0);
    expect((await listEarlier(staff, [id])).get(id)).toHaveLength(1);
  });
});

describe('minutes everybody reads', () => {
  const FLOOR = 'Eine Anwohnerin fragte nach dem Licht. Alle waren dafür.';
  const why = 'Der Vorschlag kam aus dem Saal.';

  /** A session whose minutes are where they are, with one announced item, and a proposal nobody had announced. */
  async function minuted(minutesState: 'DRAFT' | 'SUBMITTED' | 'UNCONFIRMED' | 'CONFIRMED') {
    const session = await makeSession({ state: 'HELD', inDays: -2 });
    const row = { title: 'Weg', kind: 'formal', minutes: 10, record: 'Der Weg wird gebaut.' };
    await db.agendaItem.create({ data: { ...row, sessionId: session.id, position: 1 } });
    const wayTo =
      minutesState === 'CONFIRMED' ? (['DRAFT', 'SUBMITTED'] as const) : (['DRAFT'] as const);
    for (const state of [...wayTo, minutesState])
      await ownerDb.forumSession.update({
        where: { id: session.id },
        data: { minutesState: state },
      });
    const districtId = (await makeDistrict()).id;
    const floor = await db.proposal.create({
      data: proposalRow({ districtId, state: 'PUBLISHED' }),
    });
    const { minutesVersion: version } = await db.forumSession.findUniqueOrThrow({
      where: { id: session.id },
    });
    const input = { session: session.number, version, title: 'Licht am Weg', record: FLOOR };
    return { ...session, floor, input: { ...input, proposals: [floor.number], reason: why } };
  }

  it.each(['UNCONFIRMED', 'CONFIRMED'] as const)(
    'that are %s get what the Forum spoke of besides, marked, with the day and the reason',
    async (state) => {
      const speaker = await makeActor({ roles: ['REPRESENTATIVE'], secondFactor: false });
      const { id, number, floor, input } = await minuted(state);
      expect(await addToMinutes(staff, input)).toMatchObject({ ok: true });
      expect(await listMinutesItems(id)).toMatchObject([
        { title: 'Weg', raised: false, late: null },
        { title: 'Licht am Weg', record: FLOOR, raised: true, late: { why } },
      ]);
      const [, added] = await listAgenda(id);
      expect(added).toMatchObject({ raised: true, proposals: [{ number: floor.number }] });
      const mails = await db.outgoingMail.findMany({ where: { recipient: speaker.email ?? '' } });
      expect(mails.map(({ text }) => text).join()).toContain(`/forum/${number}`);
      // What nobody has seen is added to nothing: who saw the same is second.
      expect(await addToMinutes(staff, input)).toMatchObject({ code: CHANGED_MEANWHILE });
      // From now on what the Forum said of it can be written down, though nothing had put it before the Forum.
      const held = await getProposalCase(staff, floor.number);
      expect(held?.wasBeforeForum).toBe(true);
      const said = { sessionId: id, note: 'Das Forum empfiehlt das Licht.' };
      const step = { number: floor.number, seen: held?.version ?? 0, step: 'adopt' as const };
      expect(await decideProposal(staff, { ...step, given: said })).toMatchObject({ ok: true });
    },
  );

  it('get other words for what was added, with a reason everybody reads, of two who saw the same once', async () => {
    const speaker = await makeActor({ roles: ['REPRESENTATIVE'], secondFactor: false });
    const { id, number, floor, input } = await minuted('CONFIRMED');
    await addToMinutes(staff, input);
    const added = async () => {
      const rows = await db.agendaItem.findMany({ where: { sessionId: id, position: 2 } });
      return rows[0] ?? expect.fail();
    };
    const before = await added();
    const words = { title: 'Licht am Steg', record: 'Alle außer einem waren dafür.', why };
    const change = {
      ...{ session: number, id: before.id, version: 1, reason, forget: false, ...words },
      proposals: [floor.number],
    };
    const both = await Promise.all(
      ['Erste Fassung.', words.record].map((record) =>
        correctAddition(staff, { ...change, record }),
      ),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: CHANGED_MEANWHILE });
    const again = { ...change, version: 2, record: 'Alle waren dafür.', why: 'Aus dem Saal.' };
    expect(await correctAddition(staff, again)).toMatchObject({ ok: true });
    const same = correctAddition(staff, { ...again, version: 3 });
    expect(await same).toMatchObject({ code: 'audit.correction.refused.nothing' });
    const [, read] = await listMinutesItems(id);
    expect(read).toMatchObject({
      ...{ title: words.title, record: again.record, raised: true },
      ...{ late: { at: before.raisedAt, why: again.why }, corrections: [{ reason }, { reason }] },
    });
    expect(JSON.stringify(read)).not.toContain(FLOOR);
    const earlier = (await listEarlier(staff, [before.id])).get(before.id);
    expect(earlier?.at(-1)?.earlier).toContainEqual({ column: 'record', text: FLOOR });
    const mails = await mailsAsSent({ recipient: speaker.email ?? '' });
    expect(mails.map(({ subject }) => subject.split(':')[0])).toEqual([
      'Das Protokoll ist ergänzt',
      'Ein Nachtrag im Protokoll ist berichtigt',
      'Ein Nachtrag im Protokoll ist berichtigt',
    ]);
    // What was announced and handed over stays, also through this door and in the database.
    const [announced] = await db.agendaItem.findMany({ where: { sessionId: id, position: 1 } });
    const other = { ...change, id: announced?.id ?? '' };
    await expect(correctAddition(staff, other)).rejects.toThrow('NOT_FOUND');
    for (const actor of [makeGuest(), await makeActor({ roles: ['REPRESENTATIVE'] })])
      await expect(correctAddition(actor, change)).rejects.toThrow(whyNotAllowed(actor));
    const unkept = db.agendaItem.update({ where: { id: before.id }, data: { record: 'Anders.' } });
    await expect(unkept).rejects.toThrow('is not kept');
    const moved = db.agendaItem.update({ where: { id: before.id }, data: { position: 9 } });
    await expect(moved).rejects.toThrow('handed over');
  });

  it('name another proposal where the wrong one was ticked, unless the Forum is said to have spoken of it', async () => {
    const { id, number, floor, input } = await minuted('CONFIRMED');
    await addToMinutes(staff, input);
    const right = await db.proposal.create({
      data: proposalRow({ districtId: floor.districtId, state: 'PUBLISHED' }),
    });
    const [, item] = await listAgenda(id);
    const words = { title: input.title, record: FLOOR, why, reason, forget: false };
    const to = (version: number, ...proposals: number[]) =>
      correctAddition(staff, { session: number, id: item?.id ?? '', ...words, version, proposals });
    expect(await to(1, 999_999)).toMatchObject({ code: 'forum-raised.error.proposals' });
    expect(await to(1, right.number)).toMatchObject({ ok: true });
    const linked = async () => (await listAgenda(id))[1]?.proposals.map((one) => one.number);
    expect(await linked()).toEqual([right.number]);
    const earlier = (await listEarlier(staff, [item?.id ?? ''])).get(item?.id ?? '');
    expect(earlier?.[0]?.earlier).toContainEqual({
      ...{ column: 'proposals', text: String(floor.number) },
    });
    const said = { proposalId: right.id, sessionId: id, to: 'ADOPTED', by: 'forum' } as const;
    await db.proposalStep.create({ data: { ...said, at: new Date() } });
    expect(await to(2, floor.number)).toMatchObject({
      code: 'forum-authors.refused.forumSpokeOfIt',
    });
    expect(await to(2, floor.number, right.number)).toMatchObject({ ok: true });
    expect(await linked()).toEqual([floor.number, right.number].toSorted((a, b) => a - b));
  });

  it('are the only ones: until then the agenda is open, or they are with the representation', async () => {
    for (const state of ['DRAFT', 'SUBMITTED'] as const) {
      const { id, input } = await minuted(state);
      const refusal = { code: 'forum-raised.refused.notPublic' };
      expect(await addToMinutes(staff, input)).toMatchObject(refusal);
      expect(await listAgenda(id)).toHaveLength(1);
    }
  });

  it('get nothing about a proposal nobody can read, from nobody else, and nothing besides', async () => {
    const { id, floor, input } = await minuted('CONFIRMED');
    const none = { ...input, proposals: [999_999] };
    expect(await addToMinutes(staff, none)).toMatchObject({ code: 'forum-raised.error.proposals' });
    for (const actor of [
      makeGuest(),
      await makeActor(),
      await makeActor({ roles: ['REPRESENTATIVE'] }),
    ])
      await expect(addToMinutes(actor, input)).rejects.toThrow(whyNotAllowed(actor));
    const item = { sessionId: id, position: 2, title: 'x', kind: 'formal', minutes: 1 };
    const unexplained = { ...item, raisedAt: new Date() };
    await expect(ownerDb.agendaItem.create({ data: unexplained })).rejects.toThrow('handed over');
    const wordless = { ...unexplained, raisedWhy: why };
    await expect(ownerDb.agendaItem.create({ data: wordless })).rejects.toThrow('raised_late');
    const [first] = await db.agendaItem.findMany({ where: { sessionId: id } });
    const link = { agendaItemId: first?.id ?? '', proposalId: floor.id };
    await expect(ownerDb.agendaProposal.create({ data: link })).rejects.toThrow('handed over');
  });
});
