import { z } from 'zod';
import { line, seenVersion } from '@/lib/core/text';

export const AGENDA_KINDS = [
  'formal',
  'follow_up',
  'proposals',
  'fund',
  'election',
  'guest',
  'open_floor',
  'walk',
] as const;

const session = z.coerce.number().int().positive();

export const agendaItemSchema = z.object({
  session,
  /** Empty for a new item. */
  item: z.union([z.literal(''), z.uuid()]).default(''),
  version: seenVersion.default(0),
  title: line(3, 160),
  kind: z.enum(AGENDA_KINDS, { error: 'form.error.choose' }),
  minutes: z
    .string({ error: 'forum.error.minutes' })
    .trim()
    .regex(/^\d{1,3}$/, 'forum.error.minutes')
    .transform(Number)
    .refine((minutes) => minutes >= 1 && minutes <= 240, 'forum.error.minutes'),
  presenter: line(0, 80),
  note: line(0, 300),
  proposals: z.array(z.coerce.number().int().positive()).max(20),
});
export type AgendaItemInput = z.output<typeof agendaItemSchema>;

export const agendaMoveSchema = z.object({
  session,
  item: z.uuid(),
  version: seenVersion,
  move: z.enum(['up', 'down', 'remove', 'restore']),
});
export type AgendaMoveInput = z.output<typeof agendaMoveSchema>;
