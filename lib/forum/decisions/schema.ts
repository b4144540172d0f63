import { z } from 'zod';
import { isLocalDate } from '@/lib/core/day.mjs';
import { line, paragraphs, seenVersion, tick } from '@/lib/core/text';
import { RESULTS } from './rules';

const session = z.coerce.number().int().positive();

const count = z
  .string({ error: 'form.error.number' })
  .trim()
  .regex(/^\d{1,4}$/, 'form.error.number')
  .transform(Number);

const optionalCount = z
  .string({ error: 'form.error.number' })
  .trim()
  .regex(/^\d{0,4}$/, 'form.error.number')
  .transform((text) => (text === '' ? null : Number(text)));

export const turnoutSchema = z.object({
  session,
  version: seenVersion,
  attended: optionalCount,
  votingResidents: optionalCount,
});
export type TurnoutInput = z.output<typeof turnoutSchema>;

export const decisionSchema = z.object({
  session,
  version: seenVersion,
  agendaNo: count,
  text: paragraphs(5, 500),
  yes: count,
  no: count,
  abstain: count,
  result: z.enum(RESULTS, { error: 'form.error.choose' }),
});
export type DecisionInput = z.output<typeof decisionSchema>;

export const taskSchema = z.object({
  session,
  task: line(3, 200),
  assignee: line(2, 80),
  dueOn: z
    .string()
    .trim()
    .default('')
    .refine((text) => text === '' || isLocalDate(text), 'form.error.date'),
});
export type TaskInput = z.output<typeof taskSchema>;

const task = { session, id: z.uuid(), version: seenVersion };

export const taskDoneSchema = z.object({ ...task, done: tick });
export type TaskDoneInput = z.output<typeof taskDoneSchema>;

/** Nobody goes on with it, and everybody who reads the task reads why. */
export const dropTaskSchema = z.object({
  ...task,
  reason: paragraphs(5, 300, 'forum.error.reason'),
});
export type DropTaskInput = z.output<typeof dropTaskSchema>;
