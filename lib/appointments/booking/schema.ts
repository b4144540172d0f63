import { z } from 'zod';
import { line, phoneNumber, tick } from '@/lib/core/text';
import { isName, LANGUAGES, NAME_MAX } from '../rules';
import { VIAS } from '../types';

const slot = z.uuid('appointments.error.slot').toLowerCase();

const said = {
  slot,
  name: line(1, NAME_MAX, 'appointments.error.name').refine(isName, {
    error: 'appointments.error.name',
  }),
  phone: z
    .union([z.literal(''), phoneNumber])
    .default('')
    .transform((text) => (text === '' ? null : text)),
  language: z.enum(LANGUAGES, { error: 'form.error.choose' }).default('de'),
  stepFree: tick,
};

/** No field could hold what somebody comes for. */
export const bookSchema = z.object(said);
export type BookInput = z.output<typeof bookSchema>;

/** For somebody who called or stands there. */
export const deskBookSchema = z.object({
  ...said,
  via: z.enum(VIAS, { error: 'form.error.choose' }).exclude(['WEB', 'OFFICE']),
});
export type DeskBookInput = z.output<typeof deskBookSchema>;

const number = z
  .string({ error: 'appointments.error.number' })
  .transform((text) => text.replace(/\D/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'appointments.error.number'))
  .transform(Number);
const code = z
  .string({ error: 'appointments.error.code' })
  .transform((text) => text.toUpperCase().replace(/[^0-9A-Z]/g, ''))
  .pipe(z.string().regex(/^[0-9A-Z]{8}$/, 'appointments.error.code'));

export const lookUpSchema = z.object({ number, code });
export type LookUpInput = z.output<typeof lookUpSchema>;

/** The slot whose time the page showed: nobody changes another one than they read. */
const seen = z.uuid('form.error.invalid').toLowerCase();

export const giveBackSchema = z.object({ number, code, seen });
export type GiveBackInput = z.output<typeof giveBackSchema>;

export const moveSchema = z.object({ number, code, seen, slot });
export type MoveInput = z.output<typeof moveSchema>;
