import { z } from 'zod';
import { line, tick } from '@/lib/core/text';
import { DOOR_MAX, TALKS_MAX } from '../rules';
import { BANDS, TOPICS } from '../types';

const which = {
  month: z
    .string({ error: 'appointments-desk.error.month' })
    .trim()
    .regex(/^20\d{2}-(?:0[1-9]|1[0-2])$/, 'appointments-desk.error.month')
    .transform((month) => `${month}-01`),
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

/** @param none said where no number was chosen */
const dayNumber = (none: string) =>
  z
    .string({ error: none })
    .regex(/^\d{1,4}$/, none)
    .transform(Number);

/** The next number to give out as the page named it, so that two presses give out one. */
export const drawSchema = z.object({ number: dayNumber('form.error.number') });
export type DrawInput = z.output<typeof drawSchema>;

/** A number the page named: given out, called, or called once more to some place. */
export const moveNumbersSchema = z.object({
  what: z.enum(['draw', 'call', 'again']).default('call'),
  number: dayNumber('form.error.choose'),
  place: line(0, DOOR_MAX).default(''),
});
export type CallInput = Pick<z.output<typeof moveNumbersSchema>, 'place' | 'number'>;
