import pg from 'pg';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { makeRequest } from '@/lib/initiatives/samples';
import { proposalRow } from '@/lib/proposals/rows.mjs';
import { testDatabase } from '@/lib/testing/database';
import {
  makeActor,
  makeDistrict,
  makeOffice,
  makePartner,
  whyNotAllowed,
} from '@/lib/testing/factories';
import { makePoll } from '@/lib/voting/samples';
import { getToday } from './queries';

testDatabase();

const NOW = new Date('2026-11-20T10:00:00Z');
const DUE = new Date('2026-11-19T17:00:00Z');
let office: Actor;

const day = (date: string) => new Date(`${date}T00:00:00Z`);

async function makeProposal(districtId: string, number: number, changes: object) {
  return db.proposal.create({
    data: {
      ...proposalRow({
        ...{ number, districtId, title: `Vorschlag ${number}`, stateSince: NOW },
        ...{ submittedAt: new Date('2026-11-13T10:00:00Z'), promisedFor: day('2026-11-20') },
        state: 'SUBMITTED',
      }),
      ...changes,
    },
  });
}

beforeAll(async () => {
  setClock(NOW);
  await makeOffice();
  office = await makeActor({ roles: ['COORDINATOR'] });
});
afterEach(() => setClock(null));

describe('an empty office', () => {
  it('has nothing to do', async () => {
    setClock(NOW);
    expect(await getToday(office)).toMatchObject({
      pressing: 0,
      groups: [],
      polls: [],
      session: null,
      more: [],
    });
  });
});

describe('a promise that is not kept', () => {
  it('stands there as long as the rule fails', async () => {
    setClock(NOW);
    const mark = { name: 'sweep.mails', at: NOW, ok: false, note: '22P02' };
    await db.operationMark.create({ data: mark });
    const { groups } = await getToday(office);
    expect(groups.flatMap(({ tasks }) => tasks)).toMatchObject([{ kind: 'retention', total: 1 }]);
    await db.operationMark.update({ where: { name: mark.name }, data: { ok: true } });
    expect((await getToday(office)).groups).toEqual([]);
  });
});

describe('a full day', () => {
  beforeAll(async () => {
    setClock(NOW);
    const { id: districtId } = await makeDistrict();
    await makeProposal(districtId, 9001, {});
    await makeProposal(districtId, 9002, { promisedFor: day('2026-11-18'), state: 'UNDER_REVIEW' });
    await makeProposal(districtId, 9003, { state: 'PUBLISHED' });
    const handed = await makeProposal(districtId, 9004, { state: 'HANDED_OVER' });
    const partner = await makePartner({ name: 'Bauamt' });
    await db.handover.create({
      data: {
        proposalId: handed.id,
        partnerId: partner.id,
        question: 'Geht das?',
        sentAt: new Date('2026-10-17T10:00:00Z'),
        sentHow: 'LETTER',
        answerDueAt: day('2026-11-01'),
      },
    });
    await makeRequest(districtId);
    await db.callListItem.createMany({
      data: [
        {
          kind: 'PHONE',
          person: 'A',
          contact: '1',
          message: 'x',
          dueAt: DUE,
        },
        { kind: 'PHONE', person: 'B', contact: '2', message: 'x', dueAt: DUE },
        { kind: 'LETTER', person: 'C', contact: '3', message: 'x', dueAt: NOW },
        { kind: 'PHONE', person: 'D', contact: '4', message: 'x', dueAt: DUE, doneAt: NOW },
        // The same person in another spelling: one row of the list.
        { kind: 'PHONE', person: 'E', contact: '0351/12 34-5', message: 'x', dueAt: DUE },
        { kind: 'PHONE', person: 'E', contact: '+49 (0)351 12345', message: 'x', dueAt: DUE },
      ],
    });
    await db.outgoingMail.create({
      data: { recipient: 'x@person.example', subject: 's', text: 't', state: 'FAILED' },
    });
    await makePoll({
      columns: { question: 'Was zuerst?' },
      opensAt: new Date('2026-11-01T07:00:00Z'),
      closesAt: new Date('2026-11-22T17:00:00Z'),
    });
    await makeSession();
    setClock(null);
  });

  async function makeSession() {
    const session = await db.forumSession.create({
      data: {
        number: 7,
        title: 'Forum im Advent',
        localDate: day('2026-12-02'),
        localStart: '17:30',
        localEnd: '19:00',
        startsAt: new Date('2026-12-02T16:30:00Z'),
        endsAt: new Date('2026-12-02T18:00:00Z'),
        place: 'Begegnungszentrum',
        capacity: 40,
        state: 'INVITED',
        agenda: {
          create: [
            { position: 1, title: 'Bank', kind: 'proposal', minutes: 30 },
            { position: 2, title: 'Licht', kind: 'proposal', minutes: 40 },
          ],
        },
      },
    });
    const people = (
      code: string,
      persons: number,
      state: 'CONFIRMED' | 'WAITLISTED',
      queueNumber: number,
    ) => ({
      ...{ codeHash: code, sessionId: session.id, name: 'N', persons, state, queueNumber },
      contactKind: 'NUMBER' as const,
      channel: 'ONLINE' as const,
    });
    await db.registration.createMany({
      data: [people('r1', 3, 'CONFIRMED', 1), people('r2', 2, 'WAITLISTED', 2)],
    });
  }

  it('shows everything that waits, the most overdue first', async () => {
    setClock(NOW);
    const { groups, polls, session } = await getToday(office);
    const rows = groups.map(({ urgency, tasks }) => [
      urgency,
      tasks.map(({ kind, number, total }) => (number ? `${kind} ${number}` : `${kind} ×${total}`)),
    ]);
    expect(rows.slice(0, 2)).toEqual([
      ['overdue', ['handover 9004', 'proposal 9002', 'phone ×3']],
      ['today', ['proposal 9001', 'letter ×1', 'mail ×1']],
    ]);
    expect(rows[2]?.[0]).toBe('soon');
    expect(groups[0]?.tasks[0]).toMatchObject({ detail: 'Bauamt', days: 34 });
    expect(polls).toMatchObject([{ title: 'Was zuerst?', dueOn: '2026-11-22' }]);
    expect(session).toMatchObject({
      number: 7,
      inDays: 12,
      agendaMinutes: 70,
      lengthMinutes: 90,
      persons: 3,
      waitingPersons: 2,
      capacity: 40,
    });
  });

  it('takes two statements, however much waits', async () => {
    setClock(NOW);
    const query = vi.spyOn(pg.Client.prototype, 'query');
    await getToday(office);
    const statements = query.mock.calls.length;
    query.mockRestore();
    expect(statements).toBe(2);
  });

  it('is for the office only', async () => {
    for (const actor of [
      await makeActor(),
      await makeActor({ roles: ['PARTNER'] }),
      await makeActor({ roles: ['COUNSELLOR'] }),
      await makeActor({ roles: ['COORDINATOR'], secondFactor: false }),
    ]) {
      await expect(getToday(actor)).rejects.toThrow(whyNotAllowed(actor));
    }
  });
});
