import { z } from 'zod';
import { centsOf } from '@/lib/core/money';
import { paragraphs, seenVersion } from '@/lib/core/text';
import { PARTIES, WEATHERS } from '../rules';
import type { ActivationParty, ActivationWeather } from '../types';
import {
  COST_MAX_CENTS,
  isTrialDay,
  minutesOf,
  NUMBERS_MAX,
  numbersOf,
  PROPOSALS_MAX,
  QUOTES_MAX,
  REACHED_MAX,
} from './rules';

const id = z.uuid('form.error.invalid');

/** What is left empty nobody counted; that is something else than nought. */
const read = <T>(of: (typed: string) => T | null, wrong: string) =>
  z
    .string()
    .trim()
    .default('')
    .transform((typed, context): T | null => {
      if (typed === '') return null;
      const value = of(typed);
      if (value === null) context.addIssue({ code: 'custom', message: wrong });
      return value;
    });

const whole = (max: number) => (typed: string) =>
  /^\d{1,5}$/.test(typed) && Number(typed) <= max ? Number(typed) : null;

/** Money in whole cents. */
export const amount = read(
  (typed) => centsOf(typed, COST_MAX_CENTS),
  'activation-trials.error.amount',
);

export const party = z.enum(PARTIES as [ActivationParty, ...ActivationParty[]], {
  error: 'form.error.choose',
});

const fields = {
  day: z.string('form.error.date').trim().refine(isTrialDay, { error: 'form.error.date' }),
  districtId: z.uuid('form.error.choose'),
  ranBy: party,
};

export const planTrialSchema = z.object({ formatId: id, version: seenVersion, ...fields });

export const changeTrialSchema = z
  .object({
    ...{ id, version: seenVersion, ...fields },
    reached: read(whole(REACHED_MAX), 'form.error.number'),
    firstTimers: read(whole(REACHED_MAX), 'form.error.number'),
    costCents: amount,
    staffMinutes: read(minutesOf, 'activation-trials.error.hours'),
    weather: z
      .union([
        z.literal(''),
        z.enum(WEATHERS as [ActivationWeather, ...ActivationWeather[]], {
          error: 'form.error.choose',
        }),
      ])
      .default('')
      .transform((value) => (value === '' ? null : value)),
    quotes: paragraphs(0, QUOTES_MAX).default(''),
    proposals: read(whole(PROPOSALS_MAX), 'form.error.number'),
    proposalNumbers: read(numbersOf, 'activation-trials.error.numbers').transform(
      (numbers) => numbers ?? [],
    ),
  })
  .superRefine(({ reached, firstTimers, proposals, proposalNumbers }, context) => {
    const wrong = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (firstTimers !== null && firstTimers > (reached ?? -1))
      wrong('firstTimers', 'activation-trials.error.moreFirst');
    if (proposalNumbers.length > NUMBERS_MAX)
      // messages: activation-trials.error.manyNumbers
      wrong('proposalNumbers', `activation-trials.error.manyNumbers|max=${NUMBERS_MAX}`);
    if (proposals !== null && proposals < proposalNumbers.length)
      wrong('proposals', 'activation-trials.error.fewerThanNumbers');
  });

export const tryAgainSchema = z.object({ id, version: seenVersion });
export const strikeTrialSchema = z.object({ id, version: seenVersion });

export type PlanTrialInput = z.output<typeof planTrialSchema>;
export type ChangeTrialInput = z.output<typeof changeTrialSchema>;
export type TryAgainInput = z.output<typeof tryAgainSchema>;
export type StrikeTrialInput = z.output<typeof strikeTrialSchema>;
