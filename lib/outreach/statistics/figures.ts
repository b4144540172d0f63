import 'server-only';
import { dayColumn } from '@/lib/core/day.mjs';
import type { db, Tx } from '@/lib/core/db';
import { plusQuarters, sumsOf } from './rules';
import type { Sum } from './types';

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
