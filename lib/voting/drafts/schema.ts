import { z } from 'zod';
import { LARGEST_NUMBER, line, paragraphs } from '@/lib/core/text';
import { hasDuplicates, OPTIONS_AT_LEAST, OPTIONS_AT_MOST, optionLines } from './rules';

const LABEL_AT_MOST = 80;

const day = z
  .string({ error: 'form.error.date' })
  .trim()
  .regex(/^\d{4}-\d\d-\d\d$/, 'form.error.date')
  .refine(isDay, {
    message: 'form.error.date',
  });

const time = z
  .string({ error: 'form.error.time' })
  .trim()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'form.error.time');

function isDay(text: string): boolean {
  const date = new Date(`${text}T12:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

const wholeNumber = (min: number, max: number, key: string) =>
  z
    .string({ error: 'form.error.number' })
    .trim()
    .regex(/^\d{1,3}$/, 'form.error.number')
    .transform(Number)
    .refine((value) => value >= min && value <= max, { message: `${key}|min=${min}|max=${max}` });

const options = paragraphs(1, 2000)
  .transform(optionLines)
  .superRefine((labels, context) => {
    const problem = optionsProblem(labels);
    if (problem) context.addIssue({ code: 'custom', message: problem });
  });

function optionsProblem(labels: string[]): string | null {
  if (labels.length < OPTIONS_AT_LEAST) return `voting.error.tooFewOptions|min=${OPTIONS_AT_LEAST}`;
  if (labels.length > OPTIONS_AT_MOST) return `voting.error.tooManyOptions|max=${OPTIONS_AT_MOST}`;
  if (labels.some((label) => Array.from(label).length > LABEL_AT_MOST)) {
    return `voting.error.optionTooLong|max=${LABEL_AT_MOST}`;
  }
  return hasDuplicates(labels) ? 'voting.error.sameOptions' : null;
}

/** A poll as the office writes it; times are local wall-clock times of the office. */
export const pollDraftSchema = z
  .object({
    number: z.union([
      z.literal('').transform(() => null),
      z.coerce.number().int().positive().max(LARGEST_NUMBER),
    ]),
    proposal: z.union([
      z.literal('').transform(() => null),
      z.coerce.number().int().positive().max(LARGEST_NUMBER),
    ]),
    question: line(5, 140),
    description: paragraphs(0, 2000),
    easyText: paragraphs(0, 1000),
    options,
    maxChoices: wholeNumber(1, OPTIONS_AT_MOST, 'voting.error.numberBetween'),
    district: z.union([z.literal('').transform(() => null), z.uuid('form.error.choose')]),
    minAge: wholeNumber(6, 99, 'voting.error.numberBetween'),
    decidedBy: line(2, 120),
    opensDate: day,
    opensTime: time,
    closesDate: day,
    closesTime: time,
  })
  .superRefine((input, context) => {
    if (input.maxChoices > input.options.length) {
      const message = `voting.error.moreChoicesThanOptions|max=${input.options.length}`;
      context.addIssue({ code: 'custom', path: ['maxChoices'], message });
    }
  });

export type PollDraftInput = z.output<typeof pollDraftSchema>;

export const pollNumberSchema = z.object({
  number: z.coerce.number().int().positive().max(LARGEST_NUMBER),
});

export type PollNumberInput = z.output<typeof pollNumberSchema>;

export const cancelPollSchema = z.object({
  number: z.coerce.number().int().positive().max(LARGEST_NUMBER),
  reason: paragraphs(10, 500),
});

export type CancelPollInput = z.output<typeof cancelPollSchema>;
