import { z } from 'zod';
import { choice, line, localDate, localTime, paragraphs, tick } from '@/lib/core/text';
import { REPEATS } from '../dates/rules';
import type { Repeat } from '../dates/types';
import { ENTRY_KINDS } from '../rules';
import type { EntryKind } from '../types';

const orEmpty = <T extends z.ZodType>(type: T) => z.union([z.literal(''), type]).default('');

const entryFields = z.object({
  title: line(3, 120),
  kind: choice<EntryKind>(ENTRY_KINDS),
  districts: z
    .array(z.string().max(80), { error: 'form.error.choose' })
    .min(1, 'form.error.choose')
    .max(50, 'form.error.choose'),
  place: line(2, 120),
  accessible: line(0, 160).default(''),
  audience: line(0, 120).default(''),
  description: paragraphs(0, 2000).default(''),
  date: localDate,
  startTime: localTime,
  endTime: localTime,
  /** Asked only when the hour exists twice. */
  hour: orEmpty(z.enum(['first', 'second'])),
  repeat: choice<Repeat>(REPEATS),
  until: orEmpty(localDate),
  /** The office only; a partner's entry carries the partner's name. */
  organizer: line(0, 120).default(''),
  partnersOnly: tick,
});

export const addEntrySchema = entryFields;

export const changeEntrySchema = entryFields.extend({
  id: z.uuid('form.error.invalid'),
  /** Version the form was filled from, so that nobody undoes somebody else's change unseen. */
  sequence: z.coerce.number({ error: 'form.error.invalid' }).int().min(0),
});

/** What the page said, see `entryAsSaid` and `dateAsSaid`: without it nothing is overwritten. */
const seen = z.string({ error: 'form.error.invalid' }).max(1000, 'form.error.invalid').default('');

export const cancelEntrySchema = z.object({
  id: z.uuid('form.error.invalid'),
  seen,
  note: line(0, 160).default(''),
});

export const reviveEntrySchema = z.object({ id: z.uuid('form.error.invalid'), seen });

export const changeDateSchema = z.object({
  id: z.uuid('form.error.invalid'),
  date: localDate,
  seen,
  change: choice(['asPlanned', 'cancelled', 'moved'] as const),
  newDate: z.string().trim().max(10, 'form.error.date').default(''),
  newStart: z.string().trim().max(8, 'form.error.time').default(''),
  newEnd: z.string().trim().max(8, 'form.error.time').default(''),
  note: line(0, 160).default(''),
});

export type AddEntryInput = z.output<typeof addEntrySchema>;
export type ChangeEntryInput = z.output<typeof changeEntrySchema>;
export type CancelEntryInput = z.output<typeof cancelEntrySchema>;
export type ReviveEntryInput = z.output<typeof reviveEntrySchema>;
export type ChangeDateInput = z.output<typeof changeDateSchema>;
