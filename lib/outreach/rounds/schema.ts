import { z } from 'zod';
import { line, localDate, localTime, paragraphs, seenVersion, tick } from '@/lib/core/text';
import { PLACE_MAX, SETTINGS } from '../rules';
import type { OutreachSetting } from '../types';
import { LEARNT_MAX, MATERIALS_MAX, MINUTES_MAX, REASON_MAX, WALKERS_MAX } from './rules';
import { STOPS_MAX, STOPS_TEXT_MAX, stopsIn } from './stops/rules';

const id = z.uuid('form.error.invalid');

/** Places after the first, a line each. */
const stops = paragraphs(0, STOPS_TEXT_MAX)
  .default('')
  .transform((text, context) => {
    const read = stopsIn(text);
    // messages: outreach-rounds.refused.stopLine outreach-rounds.refused.stopsMany
    const wrong =
      read.stops.length > STOPS_MAX - 1
        ? `outreach-rounds.refused.stopsMany|max=${STOPS_MAX}`
        : `outreach-rounds.refused.stopLine|line=${read.wrong}`;
    if (read.wrong > 0 || read.stops.length > STOPS_MAX - 1)
      context.addIssue({ code: 'custom', message: wrong });
    return read.stops;
  });

const fields = {
  districtId: z.uuid('form.error.choose'),
  setting: z.enum(SETTINGS as [OutreachSetting, ...OutreachSetting[]], {
    error: 'form.error.choose',
  }),
  place: line(2, PLACE_MAX),
  announced: tick,
  date: localDate,
  from: localTime,
  until: localTime,
  stops,
  walkers: z
    .array(z.uuid('form.error.choose'), 'form.error.choose')
    .min(1, 'outreach-rounds.refused.nobodyGoes')
    // messages: outreach-rounds.refused.tooManyGo
    .max(WALKERS_MAX, `outreach-rounds.refused.tooManyGo|max=${WALKERS_MAX}`),
  materials: paragraphs(0, MATERIALS_MAX).default(''),
};

/** Empty: nobody looked at the clock. */
const minutes = z
  .string()
  .trim()
  .default('')
  .transform((text) => (text === '' ? null : Number(text)))
  .pipe(
    z
      .number('form.error.number')
      .int('form.error.number')
      .min(1, 'form.error.number')
      .max(MINUTES_MAX, 'form.error.number')
      .nullable(),
  );

export const planRoundsSchema = z.object({
  ...fields,
  weeklyUntil: z.union([z.literal(''), localDate]).default(''),
});

export const changeRoundSchema = z.object({ id, version: seenVersion, ...fields });

export const cancelRoundSchema = z.object({
  id,
  version: seenVersion,
  reason: line(3, REASON_MAX),
});

export const closeRoundSchema = z.object({
  id,
  version: seenVersion,
  learnt: paragraphs(0, LEARNT_MAX).default(''),
  minutes,
});

export const reopenRoundSchema = z.object({ id, version: seenVersion });

export type PlanRoundsInput = z.output<typeof planRoundsSchema>;
export type ChangeRoundInput = z.output<typeof changeRoundSchema>;
export type CancelRoundInput = z.output<typeof cancelRoundSchema>;
export type CloseRoundInput = z.output<typeof closeRoundSchema>;
export type ReopenRoundInput = z.output<typeof reopenRoundSchema>;
