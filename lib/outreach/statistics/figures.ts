import 'server-only';
import { dayColumn } from '@/lib/core/day.mjs';
import type { db, Tx } from '@/lib/core/db';
import { officeDate, officeMonthsAgo } from '@/lib/core/office-time';
import { MONTHS_KEPT } from '../rules';
import { plusQuarters, sumsOf } from './rules';
import type { Sum } from './types';

/** The day from which on contacts are whole; of those before only numbers are left. */
export const keptWholeFrom = (): string => officeDate(officeMonthsAgo(MONTHS_KEPT));

/** What is there now of a quarter. @param quarter its first day */
export async function liveSums(tx: Tx | typeof db, quarter: string): Promise<Sum[]> {
  const days = { gte: dayColumn(quarter), lt: dayColumn(plusQuarters(quarter, 1)) };
  const districts = await tx.district.findMany({ select: { id: true } });
  const contacts = await tx.outreachContact.findMany({ where: { day: days } });
  const rounds = await tx.outreachRound.findMany({
    where: { localDate: days, state: 'DONE' },
    select: { districtId: true, minutes: true },
  });
  return sumsOf(
    districts.map(({ id }) => id),
    contacts,
    rounds,
  );
}
