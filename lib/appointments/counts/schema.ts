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

/** Buttons of one form: what is typed beside them counts for the number that is called; `number` is called again. */
export const moveNumbersSchema = z.object({
  what: z.enum(['draw', 'call', 'again']).default('call'),
  number: z
    .string()
    .regex(/^\d{0,4}$/, 'form.error.number')
    .default('')
    .transform(Number),
  place: line(0, DOOR_MAX).default(''),
});
export type CallInput = Pick<z.output<typeof moveNumbersSchema>, 'place'>;
export type CallAgainInput = Pick<z.output<typeof moveNumbersSchema>, 'place' | 'number'>;
