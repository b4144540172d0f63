import { z } from 'zod';
import { dayColumn } from '@/lib/core/day.mjs';
import { line, seenVersion, tick } from '@/lib/core/text';
import { NAME_MAX, REASON_MAX, STEPS, TEXT_MAX } from './rules';
import type { TaskStep } from './types';

const id = z.uuid('form.error.invalid');

export const localDate = z
  .string('form.error.date')
  .trim()
  .refine(isDay, { error: 'form.error.date' });

function isDay(text: string): boolean {
  const day = dayColumn(text);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(day.getTime()) &&
    day.toISOString().startsWith(text)
  );
}

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

export const moveTaskSchema = z.object({
  id,
  version: seenVersion,
  step: z.enum(STEPS as [TaskStep, ...TaskStep[]], { error: 'form.error.invalid' }),
});

export const dropTaskSchema = z.object({ id, version: seenVersion, reason: line(3, REASON_MAX) });

export const viewSchema = z.object({ mine: tick, overdue: tick, kind });

export type AddTaskInput = z.output<typeof addTaskSchema>;
export type ChangeTaskInput = z.output<typeof changeTaskSchema>;
export type MoveTaskInput = z.output<typeof moveTaskSchema>;
export type DropTaskInput = z.output<typeof dropTaskSchema>;
export type ViewInput = z.output<typeof viewSchema>;
