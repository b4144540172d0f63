import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { system } from '@/lib/accounts/actor';
import { deleteAccount } from '@/lib/accounts/profile/commands';
import type { Actor } from '@/lib/accounts/types';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { DOMAINS } from '@/lib/domains';
import { forgetOldProposals } from '@/lib/proposals/privacy';
import { saveDistrict } from '@/lib/settings/commands';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeEveryRecord, makeHandedIn } from '@/lib/testing/every-record';
import { makeActor, makeDistrict, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { countOrigins } from './counting/figures';
import { closePeriods } from './jobs';
import { getFigures, getRecords, listLateClosings } from './queries';
import { readPeriod } from './rules';
import type { Period } from './types';

testDatabase();

const LATER = '2027-06-01';
const periodOf = (id: string) => readPeriod(id, LATER, 'Europe/Berlin') as Period;
const Q3 = periodOf('2026-Q3');
const YEAR = periodOf('2026');
const SUMMER = new Date('2026-08-03T12:00:00+02:00');
/** Fourteen days after the end of September, by the clock of the office. */
const CLOSES = new Date('2026-10-15T00:00:00+02:00');
/** Of the year. */
const YEAR_CLOSES = new Date('2027-01-15T00:00:00+01:00');
let funder: Actor;
let office: Actor;
let resident: Actor;
let district: Awaited<ReturnType<typeof makeDistrict>>;
let lead = 0;

beforeAll(async () => {
  await moveClock(new Date('2026-07-01T10:00:00+02:00'));
  await makeOffice();
  district = await makeDistrict({ name: 'Alte Siedlung' });
  const { id: other } = await makeDistrict({ name: 'Am Hang' });
  funder = await makeActor({ roles: ['FUNDER'], secondFactor: false });
  office = await makeActor({ roles: ['ADMIN', 'COORDINATOR'] });
  resident = await makeActor();
  await ownerDb.user.updateMany({ data: { createdAt: new Date('2026-06-30T10:00:00+02:00') } });
  await makeEveryRecord(district.id, SUMMER);
  const wishes = { districtId: district.id, at: SUMMER };
  for (let number = 0; number < 6; number += 1)
    lead = (await makeHandedIn({ ...wishes, answeredAt: SUMMER })).number;
  for (let number = 0; number < 6; number += 1)
    await makeHandedIn({ districtId: other, at: SUMMER, columns: { intakeChannel: 'PHONE' } });
  await makeHandedIn({ ...wishes, columns: { authorId: resident.id, state: 'NOT_PUBLISHED' } });
});
beforeEach(async () => {
  await ownerDb.$executeRaw`TRUNCATE period_figures`;
});
afterEach(() => moveClock(null));

const closedPeriods = async () =>
  (await db.periodFigure.groupBy({ by: ['period'], orderBy: { period: 'asc' } })).map(
    ({ period }) => period,
  );
const said = async (period = Q3) => {
  const { at, standing, groups, origin } = await getFigures(funder, period);
  const figures = groups.flatMap(({ figures: all }) => all.map(({ key, value }) => [key, value]));
  return { at, standing, figures: Object.fromEntries(figures), origin };
};

describe('a quarter', () => {
  it('is closed fourteen days after its end, by the clock of the office, and says so', async () => {
    await moveClock(new Date(CLOSES.getTime() - 1000));
    await closePeriods();
    expect(await closedPeriods()).toEqual(['2026-Q2']);
    const before = await said();
    expect(before.standing).toEqual({ is: 'open', closesAt: CLOSES });
    const people = { outreachContacts: null, outreachFirstContacts: null };
    const none = { ...people, counsellingTalks: null };
    const empty = Object.entries(before.figures).filter(
      ([key, value]) => !(key.endsWith('Days') || value),
    );
    // People who were met are told of closed periods alone.
    expect(Object.fromEntries(empty)).toEqual(none);

    await moveClock(CLOSES);
    expect((await said()).standing).toEqual({ is: 'late', closesAt: CLOSES });
    await closePeriods();
    expect(await closedPeriods()).toEqual(['2026-Q2', '2026-Q3']);
    const met = { outreachContacts: 20, outreachFirstContacts: 12, counsellingTalks: 3 * 7 };
    const figures = { ...before.figures, ...met };
    expect(await said()).toEqual({ ...before, figures, at: CLOSES, standing: { is: 'closed' } });
  });

  it('says what it said then, whatever is deleted, renamed, ended or entered later', async () => {
    await moveClock(YEAR_CLOSES);
    await closePeriods();
    const [before, year] = [await said(), await said(YEAR)];
    expect(year.origin?.rows.map(({ label }) => label)).toEqual(['Alte Siedlung', 'Am Hang']);
    expect(year.origin?.rows[0]?.total).toBe(10);

    await moveClock(new Date('2027-03-01T10:00:00+01:00'));
    expect(await forgetOldProposals()).toBeGreaterThan(0);
    await db.calendarEntry.deleteMany();
    const { id, version, description, position } = district;
    const changed = { id, version, description, position, name: 'Neue Siedlung', places: [] };
    expect((await saveDistrict(office, { ...changed, active: false })).ok).toBe(true);
    expect((await deleteAccount(resident, 'de')).ok).toBe(true);
    await db.proposal.updateMany({ where: { number: lead }, data: { state: 'WITHDRAWN' } });
    await makeEveryRecord(district.id, SUMMER);
    await closePeriods();
    expect([await said(), await said(YEAR)]).toEqual([before, year]);

    // Red twin: without what was kept the same page says something else.
    await ownerDb.$executeRaw`TRUNCATE period_figures`;
    const live = await said();
    expect(live.figures).not.toEqual(before.figures);
    const { rows } = await countOrigins(YEAR);
    expect(rows.map(({ label }) => label)).toEqual(['Neue Siedlung', 'Am Hang']);
  });

  it('is closed once, however many processes do it, and leads to no lists any more', async () => {
    await moveClock(CLOSES);
    const getSubmitted = () => getRecords(office, Q3, 'submitted');
    expect((await getSubmitted()).total).toBeGreaterThan(0);
    await Promise.all([closePeriods(), closePeriods(), closePeriods()]);
    const lines = await db.periodFigure.findMany({ where: { period: Q3.id } });
    expect(new Set(lines.map(({ position }) => position)).size).toBe(lines.length);
    expect(new Set(lines.map(({ closedAt }) => closedAt.getTime())).size).toBe(1);
    await expect(getSubmitted()).rejects.toThrow('NOT_FOUND');
    const { groups } = await getFigures(office, Q3);
    expect(groups.flatMap(({ figures }) => figures).filter(({ pathOf }) => pathOf)).toEqual([]);
  });

  it('closes its year, too, where it is the last one', async () => {
    await moveClock(new Date('2027-01-14T23:59:00+01:00'));
    await closePeriods();
    expect(await closedPeriods()).toEqual(['2026-Q2', '2026-Q3']);
    await moveClock(new Date('2027-01-15T00:00:00+01:00'));
    await closePeriods();
    expect(await closedPeriods()).toEqual(['2026', '2026-Q2', '2026-Q3', '2026-Q4']);
    expect((await said(periodOf('2026'))).standing).toEqual({ is: 'closed' });
  });

  it('that is closed late, or not at all, is known as that', async () => {
    const late = () => listLateClosings(funder);
    await moveClock(CLOSES);
    await closePeriods();
    // The quarter before was over when the house began to close.
    expect((await late()).map(({ period }) => period)).toEqual(['2026-Q2']);
    await ownerDb.$executeRaw`TRUNCATE period_figures`;
    await moveClock(new Date(CLOSES.getTime() + DAY_MS - 1000));
    expect((await late()).map(({ period }) => period)).toEqual(['2026-Q2']);
    const after = new Date(CLOSES.getTime() + DAY_MS);
    await moveClock(after);
    expect((await late())[1]).toEqual({ period: Q3.id, dueAt: CLOSES, closedAt: null });
    await closePeriods();
    expect((await late())[1]).toEqual({ period: Q3.id, dueAt: CLOSES, closedAt: after });
  });

  it('before the house began is nobody’s to close', async () => {
    await moveClock(CLOSES);
    await closePeriods();
    expect((await said(periodOf('2026-Q1'))).standing).toEqual({ is: 'before' });
  });

  it('is no other when the accounts of then are deleted', async () => {
    await moveClock(CLOSES);
    const late = new Date('2026-12-01T10:00:00+01:00');
    const began = await db.user.findMany({ select: { id: true, createdAt: true } });
    await ownerDb.user.updateMany({ data: { createdAt: late } });
    await ownerDb.$executeRaw`INSERT INTO audit_entries (id, at, action, subject_id)
      VALUES (gen_random_uuid(), ${new Date('2026-07-02T10:00:00+02:00')}, 'try.begun', 'x')`;
    expect((await said(Q3)).standing).toMatchObject({ is: 'late' });
    await closePeriods();
    await ownerDb.$executeRaw`DELETE FROM audit_entries WHERE action = 'try.begun'`;
    expect((await said(Q3)).standing).toEqual({ is: 'closed' });
    await ownerDb.$executeRaw`DELETE FROM period_figures WHERE period <> ${Q3.id}`;
    expect((await said(periodOf('2026-Q2'))).standing).toEqual({ is: 'before' });
    for (const { id, createdAt } of began)
      await ownerDb.user.update({ where: { id }, data: { createdAt } });
  });

  it('keeps no small number by district and way, and nothing but numbers', async () => {
    await moveClock(YEAR_CLOSES);
    await closePeriods();
    const cells = await db.periodFigure.findMany({
      where: { OR: [{ districtId: { not: null } }, { channel: { not: '' } }] },
    });
    expect(cells.length).toBeGreaterThan(10);
    expect(new Set(cells.map(({ period }) => period))).toEqual(new Set([YEAR.id]));
    expect(cells.filter(({ value }) => value !== null && value < 5)).toEqual([]);
    await expect(
      ownerDb.$executeRaw`INSERT INTO period_figures
        SELECT gen_random_uuid(), period, 9999, part, title, figure, label, unit, district_id, district, channel, 4, closed_at
        FROM period_figures WHERE district_id IS NOT NULL LIMIT 1`,
    ).rejects.toThrow(/period_figures_nobody_is_seen/);
  });

  it('has no table by district and way, nor has a year that is not closed', async () => {
    await moveClock(new Date(YEAR_CLOSES.getTime() - 1000));
    await closePeriods();
    expect([(await said()).origin, (await said(YEAR)).origin]).toEqual([null, null]);
    await moveClock(YEAR_CLOSES);
    await closePeriods();
    expect((await said()).origin).toBeNull();
    expect((await said(YEAR)).origin?.totals).toHaveLength(7);
    await expect(
      ownerDb.$executeRaw`INSERT INTO period_figures
        SELECT gen_random_uuid(), '2026-Q3', 9999, part, title, figure, label, unit, district_id, district, channel, 9, closed_at
        FROM period_figures WHERE district_id IS NOT NULL LIMIT 1`,
    ).rejects.toThrow(/period_figures_origins_of_years/);
  });
});

it('is closed by what looks every minute for what is due', async () => {
  await moveClock(CLOSES);
  for (const domain of DOMAINS.filter(({ name }) => name === 'reports'))
    for (const catchUp of domain.catchUp) await catchUp(system);
  expect(await closedPeriods()).toContain('2026-Q3');
});
