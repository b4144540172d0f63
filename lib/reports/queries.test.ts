import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/core/db';
import { makeSession } from '@/lib/forum/samples';
import { addWorkdays } from '@/lib/settings/workdays';
import { testDatabase } from '@/lib/testing/database';
import {
  makeActor,
  makeDistrict,
  makeGuest,
  makeOffice,
  makePartner,
} from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { countOrigins } from './counting/figures';
import { getFigures } from './queries';
import { readPeriod } from './rules';
import type { Period } from './types';

testDatabase();

const Q3 = readPeriod('2026-Q3', '2026-11-22', 'Europe/Berlin') as Period;
const at = (day: string) => new Date(`2026-${day}T12:00:00+02:00`);
let funder: Awaited<ReturnType<typeof makeActor>>;
let districtId = '';

async function promise(caseId: string, madeAt: Date, answeredAt: Date | null) {
  const promisedFor = new Date(addWorkdays(madeAt.toISOString().slice(0, 10), 5, 'SN'));
  await ownerDb.answerPromise.create({
    data: { kind: 'proposal', caseId, madeAt, promisedFor, answeredAt },
  });
}

async function makeProposal(submitted: string, channel: 'ONLINE' | 'PHONE', answered?: string) {
  const { id } = await db.proposal.create({
    data: {
      codeHash: crypto.randomUUID(),
      title: 'Kanarienvogel Titel',
      body: 'Kanarienvogel Text',
      name: 'Kanarienvogel Name',
      districtId,
      nameChoice: 'FIRST_NAME',
      contactKind: 'NUMBER',
      intakeChannel: channel,
      state: answered ? 'PUBLISHED' : 'SUBMITTED',
      stateSince: at(submitted),
      submittedAt: at(submitted),
      publishedAt: answered ? at(answered) : null,
      steps: {
        create: [
          { to: 'SUBMITTED' as const, at: at(submitted), by: 'author' },
          ...(answered ? [{ to: 'PUBLISHED' as const, at: at(answered), by: 'office' }] : []),
        ],
      },
    },
    select: { id: true },
  });
  await promise(id, at(submitted), answered ? at(answered) : null);
  return id;
}

async function figure(key: string, period = Q3): Promise<number | null | undefined> {
  const { groups } = await getFigures(funder, period);
  return groups.flatMap(({ figures }) => figures).find((one) => one.key === key)?.value;
}

beforeAll(async () => {
  await makeOffice();
  districtId = (await makeDistrict()).id;
  funder = await makeActor({ roles: ['FUNDER'], secondFactor: false });
});

describe('the figures of a period', () => {
  it('count what happened in it, by the clock of the town', async () => {
    const justJuly = new Date('2026-06-30T22:30:00Z');
    // 30 June 23:30 is June here, 1 July 00:30 is July, although both are June in UTC.
    await makeProposal('06-30', 'ONLINE');
    const first = await makeProposal('07-01', 'ONLINE', '07-03');
    await makeProposal('09-30', 'PHONE', '10-30');
    await makeProposal('10-01', 'PHONE');
    await db.proposal.update({
      where: { id: first },
      data: { submittedAt: justJuly },
    });
    await ownerDb.$executeRaw`ALTER TABLE answer_promises DISABLE TRIGGER USER`;
    await ownerDb.answerPromise.updateMany({
      where: { caseId: first },
      data: { madeAt: justJuly },
    });
    await ownerDb.$executeRaw`ALTER TABLE answer_promises ENABLE TRIGGER USER`;
    await db.proposalStep.create({
      data: { proposalId: first, to: 'DONE', at: at('08-10'), by: 'office' },
    });
    expect(await figure('submitted')).toBe(2);
    expect(await figure('offlineShare')).toBe(50);
    expect(await figure('done')).toBe(1);
    // Two days and thirty; promised were five working days.
    expect(await figure('answered')).toBe(2);
    expect(await figure('medianDays')).toBe(16);
    expect(await figure('inTime')).toBe(50);
  });

  it('hold an answer against what was promised before it, not against a later promise', async () => {
    const late = await makeProposal('01-05', 'ONLINE', '02-20');
    // This one came with the next turn of the office.
    await ownerDb.answerPromise.create({
      data: {
        ...{ kind: 'proposal', caseId: late },
        ...{ madeAt: at('03-01'), promisedFor: new Date('2026-03-09') },
      },
    });
    const Q1 = readPeriod('2026-Q1', '2026-11-22', 'Europe/Berlin') as Period;
    expect(await figure('answered', Q1)).toBe(1);
    expect(await figure('inTime', Q1)).toBe(0);
  });

  it('say how many promises were only reckoned later, and nothing where all are facts', async () => {
    const Q4 = readPeriod('2025-Q4', '2026-11-22', 'Europe/Berlin') as Period;
    const madeAt = new Date('2025-11-03T12:00:00+01:00');
    const row = { kind: 'proposal', madeAt, promisedFor: new Date('2025-11-10') };
    await ownerDb.answerPromise.create({ data: { ...row, caseId: crypto.randomUUID() } });
    expect(await figure('reckoned', Q4)).toBeUndefined();
    const reckoned = { ...row, caseId: crypto.randomUUID(), reckoned: true, answeredAt: madeAt };
    await ownerDb.answerPromise.create({ data: reckoned });
    expect(await figure('reckoned', Q4)).toBe(1);
    expect(await figure('inTime', Q4)).toBe(50);
  });

  it('know how long bodies took and what they still owe', async () => {
    const partnerId = (await makePartner()).id;
    const [answered, open] = [
      await makeProposal('05-01', 'ONLINE'),
      await makeProposal('05-02', 'ONLINE'),
    ];
    const handover = { partnerId, question: 'Geht das?' };
    await ownerDb.handover.createMany({
      data: [
        {
          ...handover,
          proposalId: answered,
          sentAt: at('06-01'),
          sentHow: 'LETTER',
          answerDueAt: at('06-29'),
          closedAt: at('07-11'),
        },
        {
          ...handover,
          proposalId: open,
          sentAt: at('07-01'),
          sentHow: 'LETTER',
          answerDueAt: at('07-29'),
        },
        // Passed on: one proposal given to two bodies is one proposal.
        {
          ...{ ...handover, partnerId: (await makePartner()).id, proposalId: open },
          ...{
            sentAt: at('07-02'),
            sentHow: 'LETTER' as const,
            answerDueAt: at('07-30'),
            closedAt: at('07-03'),
          },
        },
      ],
    });
    await db.statement.create({
      data: {
        proposalId: answered,
        partnerId,
        result: 'yes',
        text: 'Ja.',
        receivedAt: at('07-11'),
      },
    });
    expect(await figure('handovers')).toBe(1);
    expect(await figure('statements')).toBe(1);
    expect(await figure('bodyMedianDays')).toBe(40);
    expect(await figure('overdue')).toBe(1);
  });

  it('count forums that were held, not those called off', async () => {
    const when = { startsAt: at('09-02'), endsAt: new Date(at('09-02').getTime() + 5_400_000) };
    const held = await makeSession({ state: 'HELD' });
    await db.forumSession.update({ where: { id: held.id }, data: { ...when, attended: 22 } });
    const off = await makeSession();
    const data = { ...when, state: 'CANCELLED' } as const;
    await db.forumSession.update({ where: { id: off.id }, data });
    expect(await figure('sessionsHeld')).toBe(1);
    expect(await figure('sessionsCancelled')).toBe(1);
    expect(await figure('attendance')).toBe(22);
  });

  it('hold no name, no text and no small number by district and way', async () => {
    const figures = await getFigures(funder, Q3);
    expect(JSON.stringify(figures)).not.toContain('Kanarienvogel');
    // Of a year that is closed alone: whatever else there is could be subtracted from it.
    expect(figures.origin).toBeNull();
    const few = await countOrigins(Q3);
    expect(few.rows.every(({ cells }) => cells.every((cell) => cell === null))).toBe(true);
    // Two proposals of one district are few as well, and so are those that came one way.
    expect(few.rows[0]?.total).toBeNull();
    expect(few.totals.every((total) => total === null)).toBe(true);
    for (let more = 0; more < 6; more += 1) await makeProposal('08-01', 'ONLINE');
    for (let more = 0; more < 6; more += 1) await makeProposal('08-01', 'PHONE');
    const { rows } = await countOrigins(Q3);
    expect(rows[0]?.cells.slice(0, 3)).toEqual([7, null, 7]);
  });

  it('are for the office and funders only', async () => {
    await expect(getFigures(makeGuest(), Q3)).rejects.toThrow('SIGN_IN_REQUIRED');
    for (const roles of [[], ['PARTNER'], ['COUNSELLOR'], ['REPRESENTATIVE']] as const) {
      const actor = await makeActor({ roles: [...roles] });
      await expect(getFigures(actor, Q3)).rejects.toThrow('NOT_FOUND');
    }
    const halfway = await makeActor({ roles: ['COORDINATOR'], secondFactor: false });
    await expect(getFigures(halfway, Q3)).rejects.toThrow('SECOND_FACTOR_REQUIRED');
  });
});
