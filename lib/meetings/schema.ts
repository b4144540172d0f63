import { z } from 'zod';
import { centsOf } from '@/lib/core/money';
import { line, localDate, paragraphs, seenVersion, tick } from '@/lib/core/text';
import {
  COST_MAX_CENTS,
  KINDS,
  ORGANIZER_MAX,
  PEOPLE_MAX,
  readHours,
  STEPS,
  SUMMARY_MAX,
  saysNothing,
  TITLE_MAX,
  TOPICS_MAX,
} from './rules';
import type { MeetingKind, MeetingStep } from './types';

const id = z.uuid('form.error.invalid');

const minutes = z.string('meetings.refused.hours').transform((text, context) => {
  const read = readHours(text);
  if (read === null) context.addIssue({ code: 'custom', message: 'meetings.refused.hours' });
  return read ?? 0;
});

const costCents = z
  .string()
  .default('')
  .transform((text, context) => {
    if (text.trim() === '') return null;
    const read = centsOf(text, COST_MAX_CENTS);
    if (read === null) context.addIssue({ code: 'custom', message: 'meetings.refused.cost' });
    return read;
  });

const fields = z.object({
  kind: z.enum(KINDS as [MeetingKind, ...MeetingKind[]], { error: 'form.error.choose' }),
  title: line(0, TITLE_MAX).default(''),
  organizer: line(0, ORGANIZER_MAX).default(''),
  day: localDate,
  hours: minutes,
  people: z
    .array(z.uuid('form.error.choose'), 'form.error.choose')
    // messages: meetings.refused.tooManyGo
    .max(PEOPLE_MAX, `meetings.refused.tooManyGo|max=${PEOPLE_MAX}`)
    .default([]),
  cost: costCents,
  certificate: tick,
});

type Fields = z.output<typeof fields>;

/** Of a peer consultation day and hours alone; everything else says what it was. */
function held(input: Fields, context: z.RefinementCtx<Fields>): void {
  const wrong = (field: string, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message });
  if (!saysNothing(input.kind)) {
    if (input.title.length < 2) wrong('title', 'form.error.required');
    return;
  }
  const said: [string, boolean][] = [
    ['title', input.title !== ''],
    ['organizer', input.organizer !== ''],
    ['people', input.people.length > 0],
    ['cost', input.cost !== null],
    ['certificate', input.certificate],
  ];
  for (const [field, isSaid] of said) if (isSaid) wrong(field, 'meetings.refused.peersSayNothing');
}

export const addMeetingSchema = fields.superRefine(held);

export const changeMeetingSchema = fields.extend({ id, version: seenVersion }).superRefine(held);

export const moveMeetingSchema = z.object({
  id,
  version: seenVersion,
  step: z.enum(STEPS as [MeetingStep, ...MeetingStep[]], { error: 'form.error.invalid' }),
});

export const evaluateMeetingSchema = z
  .object({
    id,
    version: seenVersion,
    topics: paragraphs(0, TOPICS_MAX).default(''),
    publicSummary: paragraphs(0, SUMMARY_MAX).default(''),
    released: tick,
  })
  .superRefine(({ released, publicSummary }, context) => {
    if (released && publicSummary === '')
      context.addIssue({
        code: 'custom',
        path: ['publicSummary'],
        message: 'meetings.refused.nothingToRelease',
      });
  });

export type AddMeetingInput = z.output<typeof addMeetingSchema>;
export type ChangeMeetingInput = z.output<typeof changeMeetingSchema>;
export type MoveMeetingInput = z.output<typeof moveMeetingSchema>;
export type EvaluateMeetingInput = z.output<typeof evaluateMeetingSchema>;

/** A talk among colleagues: day and hours alone. */
export const addPeersSchema = z.object({ day: localDate, hours: minutes });
export const changePeersSchema = addPeersSchema.extend({ id, version: seenVersion });
export type ChangePeersInput = z.output<typeof changePeersSchema>;
export type AddPeersInput = z.output<typeof addPeersSchema>;
