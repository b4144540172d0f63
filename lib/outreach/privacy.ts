import 'server-only';
import { now } from '@/lib/core/clock';
import { dayColumn } from '@/lib/core/day.mjs';
import { inTransaction } from '@/lib/core/db';
import { officeDate } from '@/lib/core/office-time';
import { ok, type Result } from '@/lib/core/result';

const MONTHS_KEPT = 12;

/**
 * After twelve months only numbers are left of contacts, and of rounds what everybody could read: notes, places of
 * talks, what was learnt, what was taken along and who went are gone. Part of the daily sweep, safe to repeat.
 */
export async function forgetOldOutreach(): Promise<Result<{ contacts: number; rounds: number }>> {
  const before = now();
  before.setUTCMonth(before.getUTCMonth() - MONTHS_KEPT);
  const day = dayColumn(officeDate(before));
  return inTransaction(async (tx) => {
    const contacts = await tx.outreachContact.updateMany({
      where: { day: { lt: day }, OR: [{ note: { not: '' } }, { place: { not: '' } }] },
      data: { note: '', place: '' },
    });
    const rounds = await tx.outreachRound.updateMany({
      where: { localDate: { lt: day }, OR: [{ learnt: { not: '' } }, { materials: { not: '' } }] },
      data: { learnt: '', materials: '' },
    });
    await tx.outreachWalker.deleteMany({ where: { round: { localDate: { lt: day } } } });
    return ok({ contacts: contacts.count, rounds: rounds.count });
  });
}
