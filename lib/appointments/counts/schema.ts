import { z } from 'zod';
import { line, tick } from '@/lib/core/text';
import { DOOR_MAX, TALKS_MAX } from '../rules';
import { BANDS, TOPICS } from '../types';

const month = z
  .string({ error: 'appointments-desk.error.month' })
  .trim()
  .regex(/^20\d{2}-(?:0[1-9]|1[0-2])$/, 'appointments-desk.error.month')
  .transform((typed) => `${typed}-01`);

const which = {
  month,
  topic: z.enum(TOPICS, { error: 'form.error.choose' }),
  band: z.enum(BANDS, { error: 'form.error.choose' }),
  firstContact: tick,
};

/** How many such talks there were in a month; none takes the line away. */
export const tallySchema = z.object({
  ...which,
  talks: z
    .string({ error: 'form.error.number' })
    .trim()
    .regex(/^\d{1,3}$/, 'form.error.number')
    .transform(Number)
    .pipe(z.number().max(TALKS_MAX, 'form.error.number')),
});
export type TallyInput = z.output<typeof tallySchema>;

/** Whether a month had no talk at all. */
export const noTalksSchema = z.object({ month, none: tick });
export type NoTalksInput = z.output<typeof noTalksSchema>;

const DAY_NUMBER = /^\d{1,4}$/;

/** The next number to give out as the page named it, so that two presses give out one. */
export const drawSchema = z.object({
  number: z
    .string({ error: 'form.error.number' })
    .regex(DAY_NUMBER, 'form.error.number')
    .transform(Number),
});
export type DrawInput = z.output<typeof drawSchema>;

const numberOrNone = z
  .string()
  .default('')
  .transform((text) => (DAY_NUMBER.test(text) ? Number(text) : null));
const moves = z.enum(['draw', 'call', 'again']);

/**
 * Buttons of one form, so that the place typed beside them is lost with none of them: each means the number the page
 * named for it. `first`: what the main one does, which has no name.
 */
export const moveNumbersSchema = z
  .object({
    what: moves.optional(),
    first: moves.default('call'),
    call: numberOrNone,
    draw: numberOrNone,
    again: numberOrNone,
    place: line(0, DOOR_MAX).default(''),
  })
  .transform((typed) => {
    const what = typed.what ?? typed.first;
    return { what, number: typed[what], place: typed.place };
  })
  .refine(({ number }) => number !== null, { error: 'form.error.choose', path: ['again'] })
  .transform(({ number, ...rest }) => ({ ...rest, number: number ?? 0 }));
export type CallInput = Pick<z.output<typeof moveNumbersSchema>, 'place' | 'number'>;
