import 'server-only';
import { command } from '@/lib/accounts/command';
import type { Actor } from '@/lib/accounts/types';
import { resolveLocalTime } from '@/lib/core/clock';
import { dayColumn, isLocalDate, isLocalTime } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { officeInstant, officeToday, officeZone } from '@/lib/core/office-time';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { nameProblem } from '@/lib/outreach/traces/rules';
import { CALENDAR_RIGHTS } from '../access';
import type { ChangeDateInput } from '../entries/schema';
import { countChange, lockEntry, overProblem } from '../entries/steps';
import { tellPartner } from '../notices/steps';
import type { EntryChange } from '../notices/types';
import { CALENDAR_TAGS } from '../tags';
import { fallsOn } from './rrule';
import { dateAsSaid, FARTHEST_MOVE_DAYS, localEndOf, plusDays } from './rules';
import type { DateException } from './types';

/**
 * Says what happens on one date of a series: as planned, cancelled, or at another time. Saying the
 * same twice changes nothing.
 */
export const changeDate = command(
  { right: CALENDAR_RIGHTS.keep, audit: ['entry.dateChanged'], tags: [CALENDAR_TAGS.entries] },
  async (given, input: ChangeDateInput): Promise<Result<{ id: string }>> => {
    const { tx, actor, note, unchanged } = given;
    const entry = await lockEntry(actor, tx, input.id);
    if (!fallsOn(entry.rrule, entry.localStart, entry.seriesEndsOn, input.date)) {
      throw new AppError('NOT_FOUND');
    }
    const over = await overIn(actor, tx, input);
    if (over) return over;
    const kept = await findException(tx, entry.id, input.date);
    const wanted = wantedException(input, entry, kept?.note ?? '');
    if (!wanted.ok) return wanted;
    if (isSame(kept, wanted.value)) {
      unchanged();
      return ok({ id: entry.id });
    }
    const named = personIn(wanted.value);
    if (named) return named;
    if (dateAsSaid(entry, kept ?? undefined) !== input.seen) return refused(CHANGED_MEANWHILE);
    await keepException(tx, entry.id, input.date, wanted.value);
    await countChange(given, entry.id);
    await note('entry.dateChanged', entry.id);
    await tellPartner(given, entry.id, dateChange(input.date, wanted.value));
    return ok({ id: entry.id });
  },
);

/** Calling off is what whoever acts for a partner that was still does. */
const overIn = async (
  actor: Actor,
  tx: Tx,
  { change }: ChangeDateInput,
): Promise<Refused | null> => (change === 'cancelled' ? null : await overProblem(actor, tx));

/** Everybody reads why, and nobody is the reason; whoever comes at another time may be told where. */
function personIn(wanted: DateException | null): Refused | null {
  return nameProblem({ note: wanted?.note ?? '' });
}

/** What the partner hears of it. */
function dateChange(date: string, wanted: DateException | null): EntryChange {
  const day = dayColumn(date);
  if (wanted === null) return { what: 'dateAsPlanned', day, note: '' };
  const { cancelled, newLocalStart, note } = wanted;
  if (cancelled) return { what: 'dateCancelled', day, note };
  return { what: 'dateMoved', day, startsAt: officeInstant(newLocalStart), note };
}

/**
 * `null`: it takes place as planned. Beside such a date no sentence stands anywhere, so none is taken.
 * @param saidBefore what stands in the form already: with the calling-off, its reason goes
 */
function wantedException(
  input: ChangeDateInput,
  entry: { localStart: string; localEnd: string },
  saidBefore: string,
): Result<DateException | null> {
  const { date: localDate, note } = input;
  const planned =
    note === '' || note === saidBefore
      ? ok(null)
      : refused('calendar.error.noteOnPlanned', {}, 'note');
  if (input.change === 'asPlanned') return planned;
  if (input.change === 'cancelled') {
    return ok({ localDate, cancelled: true, newLocalStart: '', newLocalEnd: '', note });
  }
  const moved = movedTimes(input);
  if (!moved.ok) return moved;
  const unmoved =
    moved.value.newLocalStart === `${localDate}T${entry.localStart.slice(11)}` &&
    moved.value.newLocalEnd.slice(11) === entry.localEnd.slice(11);
  return unmoved ? planned : ok({ localDate, cancelled: false, ...moved.value, note });
}

function movedTimes(
  input: ChangeDateInput,
): Result<Pick<DateException, 'newLocalStart' | 'newLocalEnd'>> {
  const { date, newDate } = input;
  const [start, end] = [input.newStart.slice(0, 5), input.newEnd.slice(0, 5)];
  if (!isLocalDate(newDate)) return refused('form.error.date', {}, 'newDate');
  if (!isLocalTime(start)) return refused('form.error.time', {}, 'newStart');
  if (!isLocalTime(end)) return refused('form.error.time', {}, 'newEnd');
  if (newDate < officeToday()) return refused('calendar.error.past', {}, 'newDate');
  const [first, last] = [plusDays(date, -FARTHEST_MOVE_DAYS), plusDays(date, FARTHEST_MOVE_DAYS)];
  if (newDate < first || newDate > last) {
    return refused('calendar.error.movedTooFar', { days: FARTHEST_MOVE_DAYS }, 'newDate');
  }
  const newLocalEnd = localEndOf(newDate, start, end);
  if (!newLocalEnd) return refused('calendar.error.endBeforeStart', {}, 'newEnd');
  const newLocalStart = `${newDate}T${start}`;
  const skipped = skippedField(newLocalStart, newLocalEnd);
  return skipped ?? ok({ newLocalStart, newLocalEnd });
}

function skippedField(start: string, end: string) {
  for (const [field, local] of [
    ['newStart', start],
    ['newEnd', end],
  ] as const) {
    const time = resolveLocalTime(local, officeZone());
    if (time.kind === 'skipped') {
      return refused('calendar.error.skippedHour', { instead: time.instead.slice(11) }, field);
    }
  }
  return null;
}

const keyOf = (entryId: string, localDate: string) => ({
  entryId_localDate: { entryId, localDate },
});

/** What was said of one date so far; `null`: it takes place as planned. */
function findException(tx: Tx, entryId: string, localDate: string): Promise<DateException | null> {
  return tx.calendarException.findUnique({
    where: keyOf(entryId, localDate),
    select: {
      localDate: true,
      cancelled: true,
      newLocalStart: true,
      newLocalEnd: true,
      note: true,
    },
  });
}

function isSame(kept: DateException | null, wanted: DateException | null): boolean {
  return JSON.stringify(kept && sorted(kept)) === JSON.stringify(wanted && sorted(wanted));
}

async function keepException(
  tx: Tx,
  entryId: string,
  localDate: string,
  wanted: DateException | null,
): Promise<void> {
  const where = keyOf(entryId, localDate);
  if (wanted === null) {
    await tx.calendarException.delete({ where, select: { id: true } });
    return;
  }
  await tx.calendarException.upsert({
    where,
    create: { entryId, ...wanted },
    update: wanted,
    select: { id: true },
  });
}

const sorted = ({ cancelled, newLocalStart, newLocalEnd, note }: DateException) => [
  cancelled,
  newLocalStart,
  newLocalEnd,
  note,
];
