import 'server-only';
import type { Given } from '@/lib/accounts/command';
import { mayActAsPartner, mayCoordinate } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/types';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { type Refused, refusedAnew } from '@/lib/core/result';
import type { SaidOfEntry } from '../dates/types';
import { CALENDAR_TAGS } from '../tags';

/** A row held for the length of the transaction. */
interface LockedEntry extends SaidOfEntry {
  id: string;
  sequence: number;
  seriesEndsOn: string | null;
}

/**
 * For whom this person keeps entries: a partner for their own, the office (`null`) for all. Nobody else
 * gets so far; still, "for nobody" must not read as "for all".
 */
export function partnerOf(actor: Actor): string | null {
  if (mayCoordinate(actor)) return null;
  if (mayActAsPartner(actor)) return actor.partnerId;
  throw new AppError('NOT_FOUND');
}

/**
 * Holds an entry this person keeps until the transaction ends, so that every change counts in its
 * sequence. Somebody else's entry is not found.
 */
export async function lockEntry(actor: Actor, tx: Tx, id: string): Promise<LockedEntry> {
  const partnerId = partnerOf(actor);
  const rows = await tx.$queryRaw<LockedEntry[]>`
    SELECT id, sequence, status = 'CANCELLED' AS cancelled, local_start AS "localStart", local_end AS "localEnd", rrule,
      series_ends_on::text AS "seriesEndsOn", note
    FROM calendar_entries
    WHERE id = ${id}::uuid AND (${partnerId}::uuid IS NULL OR partner_id = ${partnerId}::uuid)
    FOR UPDATE`;
  const [row] = rows;
  if (!row) throw new AppError('NOT_FOUND');
  return row;
}

/**
 * Why a partner may not say that something takes place: their partnership is over, and calling off is all they still do.
 * The office always may.
 */
export async function overProblem(actor: Actor, tx: Tx): Promise<Refused | null> {
  const id = partnerOf(actor);
  if (id === null) return null;
  const isOver = (await tx.partner.count({ where: { id, state: 'ENDED' } })) > 0;
  return isOver ? refusedAnew('calendar.error.partnershipOver') : null;
}

type Changing = Pick<Given, 'tx' | 'at' | 'drop'>;

/** Part of every change: counted, dated, shown everywhere at once. */
export async function countChange(given: Changing, id: string): Promise<void> {
  const { tx, at, drop } = given;
  await tx.calendarEntry.update({
    where: { id },
    data: { sequence: { increment: 1 }, updatedAt: at },
    select: { id: true },
  });
  drop(CALENDAR_TAGS.entry(id));
}
