import { z } from 'zod';
import { plusDays } from '@/lib/core/day.mjs';
import { line, tick } from '@/lib/core/text';
import { LANGUAGES, MINUTES, PLACE_MAX } from '../rules';
import { BOOKING_STATES, HOURS_KINDS } from '../types';

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isRound(text);
/** The 30th of February is none. */
function isRound(day: string): boolean {
  try {
    return plusDays(day, 0) === day;
  } catch {
    return false;
  }
}
const day = z.string('form.error.date').trim().refine(isDay, { error: 'form.error.date' });
const dayOrNone = z
  .union([z.literal(''), day])
  .default('')
  .transform((text) => (text === '' ? null : text));
const clock = z
  .string('form.error.time')
  .trim()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'form.error.time');

const inMinutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Minutes that hours last at least; the database holds to the same. */
const SHORTEST = 10;

/** A press is enough. */
export const openDeskSchema = z.object({});

export const openHoursSchema = z
  .object({
    weekday: z
      .enum(['1', '2', '3', '4', '5', '6', '7'], { error: 'form.error.choose' })
      .transform(Number),
    from: clock,
    until: clock,
    minutes: z.enum(MINUTES, { error: 'form.error.choose' }).transform(Number),
    kind: z.enum(HOURS_KINDS, { error: 'form.error.choose' }),
    place: line(1, PLACE_MAX),
    stepFree: tick,
    languages: z.array(z.enum(LANGUAGES)).min(1, 'form.error.choose').max(10, 'form.error.choose'),
    fromDay: day,
    untilDay: dayOrNone,
  })
  // Without appointments there is nothing to divide.
  .transform((hours) => (hours.kind === 'WALK_IN' ? { ...hours, minutes: SHORTEST } : hours))
  .superRefine(({ kind, from, until, minutes, fromDay, untilDay }, context) => {
    if (inMinutes(until) - inMinutes(from) < minutes)
      context.addIssue({
        code: 'custom',
        path: ['until'],
        message:
          kind === 'WALK_IN'
            ? 'appointments-desk.error.untilOpen'
            : 'appointments-desk.error.until',
      });
    if (untilDay !== null && untilDay < fromDay)
      context.addIssue({
        code: 'custom',
        path: ['untilDay'],
        message: 'appointments-desk.error.untilDay',
      });
  });
export type OpenHoursInput = z.output<typeof openHoursSchema>;

const id = z.uuid('form.error.choose').toLowerCase();

export const closeHoursSchema = z.object({ id });
export type CloseHoursInput = z.output<typeof closeHoursSchema>;

const MOST_DAYS = 366;

/** `whole`: also what has begun or is over, because nobody was there. */
export const takeOffDays = { fromDay: day, untilDay: dayOrNone, whole: tick };

export const takeOffSchema = z
  .object(takeOffDays)
  .transform(({ untilDay, ...rest }) => ({ ...rest, untilDay: untilDay ?? rest.fromDay }))
  .superRefine(({ fromDay, untilDay }, context) => {
    if (untilDay < fromDay || untilDay > plusDays(fromDay, MOST_DAYS))
      context.addIssue({
        code: 'custom',
        path: ['untilDay'],
        message: 'appointments-desk.error.untilDay',
      });
  });
export type TakeOffInput = z.output<typeof takeOffSchema>;

/** One time nobody has: `to` take it back or give it again. */
export const withdrawSchema = z.object({
  slot: id,
  to: z.enum(['WITHDRAWN', 'FREE'], { error: 'form.error.choose' }),
});
export type WithdrawInput = z.output<typeof withdrawSchema>;

export const dayOnAgainSchema = z.object({ id });
export type DayOnAgainInput = z.output<typeof dayOnAgainSchema>;

/** Of that appointment: whoever has it may have moved to another since the page was read. */
export const settleSchema = z.object({
  id,
  slot: id,
  to: z.enum([...BOOKING_STATES, 'TOLD'], { error: 'form.error.choose' }).exclude(['BOOKED']),
});
export type SettleInput = z.output<typeof settleSchema>;
