import { z } from 'zod';
import { line, localDate, seenVersion, tick } from '@/lib/core/text';
import { NAME_MAX, REASON_MAX, STEPS, TEXT_MAX } from './rules';
import type { TaskStep } from './types';

const id = z.uuid('form.error.invalid');

const kind = z
  .string()
  .regex(/^[a-zA-Z]{0,40}$/, 'form.error.choose')
  .default('');

const fields = {
  text: line(3, TEXT_MAX),
  /** Empty: nobody yet. */
  assigneeId: z.union([z.literal(''), z.uuid('form.error.choose')]).default(''),
  assigneeName: line(0, NAME_MAX).default(''),
  dueOn: z.union([z.literal(''), localDate]).default(''),
};

export const addTaskSchema = z.object({
  ...fields,
  thingKind: kind,
  thingId: z.union([z.literal(''), id]).default(''),
});

export const changeTaskSchema = z.object({ id, version: seenVersion, ...fields });

/** What somebody who counsels writes down for themselves: words and a day, and nothing it could be about. */
export const addOwnTaskSchema = z.object({ text: fields.text, dueOn: fields.dueOn });
export const changeOwnTaskSchema = addOwnTaskSchema.extend({ id, version: seenVersion });

export const moveTaskSchema = z.object({
  id,
  version: seenVersion,
  step: z.enum(STEPS as [TaskStep, ...TaskStep[]], { error: 'form.error.invalid' }),
});

export const dropTaskSchema = z.object({ id, version: seenVersion, reason: line(1, REASON_MAX) });

export const viewSchema = z.object({ mine: tick, overdue: tick, kind });

export type AddTaskInput = z.output<typeof addTaskSchema>;
export type ChangeTaskInput = z.output<typeof changeTaskSchema>;
export type AddOwnTaskInput = z.output<typeof addOwnTaskSchema>;
export type ChangeOwnTaskInput = z.output<typeof changeOwnTaskSchema>;
export type MoveTaskInput = z.output<typeof moveTaskSchema>;
export type DropTaskInput = z.output<typeof dropTaskSchema>;
export type ViewInput = z.output<typeof viewSchema>;
