import { z } from 'zod';
import { centsOf } from '@/lib/core/money';
import { LARGEST_NUMBER, line, localDate, localTime, paragraphs, tick } from '@/lib/core/text';
import { METHODS, RULES_OF } from '@/lib/elections/explained/methods';
import type { BallotChannel, CountRule } from '@/lib/elections/results/types';
import {
  channelProblem,
  type DraftOption,
  hasDuplicates,
  hasSeats,
  isRuleOf,
  NOTE_AT_MOST,
  OPTION_LABEL_AT_MOST,
  OPTIONS_AT_LEAST,
  OPTIONS_AT_MOST,
  optionLines,
  YES_NO_LABELS,
} from './rules';

const POINTS_AT_MOST = 100;
const TOTAL_AT_MOST = 999;
const QUORUM_AT_MOST = 9_999;
const CHANNELS = ['WEB', 'KIOSK', 'PHONE', 'PAPER', 'HANDS'] as const satisfies BallotChannel[];

const wholeNumber = (min: number, max: number) =>
  z
    .string({ error: 'form.error.number' })
    .trim()
    .regex(/^\d{1,4}$/, 'form.error.number')
    .transform(Number)
    .refine((value) => value >= min && value <= max, {
      message: `voting.error.numberBetween|min=${min}|max=${max}`,
    });

/** Fields only some methods ask for: a form without them means nothing by them. */
const maybe = <Of extends z.ZodType>(field: Of) =>
  z.preprocess((typed) => (typed === '' || typed === undefined ? null : typed), field.nullable());

const numberOrNew = maybe(
  z.coerce
    .number({ error: 'form.error.invalid' })
    .int('form.error.invalid')
    .positive('form.error.invalid')
    .max(LARGEST_NUMBER, 'form.error.invalid'),
);

const fields = z.object({
  number: numberOrNew,
  /** Of the draft as it was opened. */
  version: z.coerce.number({ error: 'form.error.invalid' }).int().nonnegative().default(0),
  proposal: numberOrNew,
  method: z.enum(METHODS, { error: 'form.error.choose' }),
  countRule: z.string().default(''),
  question: line(5, 140, 'voting.error.question'),
  description: paragraphs(0, 2000),
  easyText: paragraphs(0, 1000),
  options: paragraphs(0, 16_000).default(''),
  maxChoices: maybe(wholeNumber(1, OPTIONS_AT_MOST)),
  pointsPerOption: maybe(wholeNumber(1, POINTS_AT_MOST)),
  pointsTotal: maybe(wholeNumber(1, TOTAL_AT_MOST)),
  seats: maybe(wholeNumber(1, OPTIONS_AT_MOST)),
  budget: z.string().trim().max(40).default(''),
  quorum: maybe(wholeNumber(0, QUORUM_AT_MOST)),
  channels: z
    .array(z.enum(CHANNELS, { error: 'form.error.choose' }))
    .transform((channels) => CHANNELS.filter((channel) => channels.includes(channel)))
    .default([]),
  district: maybe(z.uuid('form.error.choose')),
  minAge: wholeNumber(6, 99),
  needsForumRight: tick,
  cardBatch: maybe(z.uuid('form.error.choose')),
  decidedBy: line(2, 120, 'voting.error.decidedBy'),
  opensDate: localDate,
  opensTime: localTime,
  closesDate: localDate,
  closesTime: localTime,
});

type Fields = z.output<typeof fields>;
/** Checked beside the single fields, so that everything wrong is said at once; any of them may be missing or something else. */
type Typed = Partial<Fields> & Pick<Fields, 'method'>;
const textOf = (typed: unknown) => (typeof typed === 'string' ? typed : '');
type Problem = { field: keyof Fields; message: string };

function optionsOf({ method, options }: Typed): DraftOption[] {
  if (method !== 'YES_NO') return optionLines(textOf(options), method);
  return YES_NO_LABELS.map((label) => ({ label, note: '', costCents: null }));
}

// messages: voting-drafts.error.*
function* problemsOf(input: Typed): Generator<Problem> {
  const options = optionsOf(input);
  const about = optionsProblem(options);
  if (about) yield { field: 'options', message: about };
  const ways = channelProblem(input.method, Array.isArray(input.channels) ? input.channels : []);
  if (ways) yield { field: 'channels', message: `voting-drafts.error.${ways}` };
  yield* choicesProblems(input, options);
  yield* pointsProblems(input);
  yield* budgetProblems(input, options);
  yield* ruleProblems(input, options);
}

function optionsProblem(options: readonly DraftOption[]): string | null {
  const labels = options.map(({ label }) => label);
  if (labels.length < OPTIONS_AT_LEAST) return `voting.error.tooFewOptions|min=${OPTIONS_AT_LEAST}`;
  if (labels.length > OPTIONS_AT_MOST) return `voting.error.tooManyOptions|max=${OPTIONS_AT_MOST}`;
  if (labels.includes('')) return 'voting-drafts.error.optionWithoutName';
  if (labels.some((label) => Array.from(label).length > OPTION_LABEL_AT_MOST)) {
    return `voting.error.optionTooLong|max=${OPTION_LABEL_AT_MOST}`;
  }
  if (options.some(({ note }) => Array.from(note).length > NOTE_AT_MOST)) {
    return `voting-drafts.error.noteTooLong|max=${NOTE_AT_MOST}`;
  }
  return hasDuplicates(labels) ? 'voting.error.sameOptions' : null;
}

const ASKS_FOR_CHOICES = ['UP_TO', 'BUDGET'];

function* choicesProblems(input: Typed, options: readonly DraftOption[]): Generator<Problem> {
  if (!ASKS_FOR_CHOICES.includes(input.method)) return;
  if (input.maxChoices === null) yield { field: 'maxChoices', message: 'form.error.number' };
  const most = options.length;
  if ((input.maxChoices ?? 0) > most && most > 0) {
    yield { field: 'maxChoices', message: `voting.error.moreChoicesThanOptions|max=${most}` };
  }
}

function* pointsProblems({ method, pointsPerOption, pointsTotal }: Typed): Generator<Problem> {
  if (method !== 'POINTS') return;
  if (pointsPerOption === null) yield { field: 'pointsPerOption', message: 'form.error.number' };
  if (pointsPerOption && pointsTotal && pointsTotal < pointsPerOption) {
    const message = `voting-drafts.error.totalTooSmall|each=${pointsPerOption}`;
    yield { field: 'pointsTotal', message };
  }
}

function* budgetProblems(input: Typed, options: readonly DraftOption[]): Generator<Problem> {
  if (input.method !== 'BUDGET') return;
  const unpriced = options.find(({ costCents }) => costCents === null);
  if (unpriced) {
    const message = `voting-drafts.error.noCost|option=${plain(unpriced.label)}`;
    yield { field: 'options', message };
  }
  const budget = centsOf(textOf(input.budget));
  if (!budget) yield { field: 'budget', message: 'voting-drafts.error.amount' };
  const dear = options.find(({ costCents }) => budget !== null && (costCents ?? 0) > budget);
  if (budget && dear) {
    const message = `voting-drafts.error.tooDear|option=${plain(dear.label)}`;
    yield { field: 'options', message };
  }
}

/** Values of a message stand between bars and equal signs. */
const plain = (text: string) => text.replaceAll('|', '/').replaceAll('=', ' ');

function* ruleProblems(input: Typed, options: readonly DraftOption[]): Generator<Problem> {
  const rules = RULES_OF[input.method];
  const { countRule = '', method } = input;
  if (rules.length > 1 && !isRuleOf(method, countRule)) {
    yield { field: 'countRule', message: 'form.error.choose' };
  }
  if (!hasSeats(method, countRule)) return;
  if (input.seats === null) yield { field: 'seats', message: 'form.error.number' };
  const most = options.length - 1;
  if ((input.seats ?? 0) > most && most > 0) {
    yield { field: 'seats', message: `voting-drafts.error.moreSeatsThanOptions|max=${most}` };
  }
  if (countRule === 'stv_scottish' && input.seats === 1) {
    yield { field: 'seats', message: 'voting-drafts.error.oneSeat' };
  }
}

/** What the method does not ask for gets the value the database wants. */
function columnsFor({ budget, options: lines, ...input }: Fields) {
  const { method } = input;
  const options = optionsOf({ method, options: lines });
  return {
    ...input,
    ...pointsFor(input),
    options,
    countRule: countRuleFor(input),
    maxChoices: maxChoicesFor(input, options.length),
    seats: hasSeats(method, input.countRule) ? (input.seats ?? 1) : 1,
    budgetCents: method === 'BUDGET' ? centsOf(budget) : null,
    quorum: input.quorum ?? 0,
  };
}

type Chosen = Omit<Fields, 'budget' | 'options'>;

function countRuleFor({ method, countRule }: Chosen): CountRule {
  return isRuleOf(method, countRule) ? countRule : RULES_OF[method][0];
}

function maxChoicesFor({ method, maxChoices }: Chosen, options: number): number {
  if (method === 'RANKING' || method === 'POINTS') return options;
  return ASKS_FOR_CHOICES.includes(method) ? (maxChoices ?? 1) : 1;
}

function pointsFor({ method, pointsPerOption, pointsTotal }: Chosen) {
  return method === 'POINTS'
    ? { pointsPerOption, pointsTotal }
    : { pointsPerOption: null, pointsTotal: null };
}

/** A poll as the office writes it; times are local wall-clock times of the office. */
export const pollDraftSchema = fields
  .superRefine(
    (input, context) => {
      if (!METHODS.includes(input.method)) return;
      for (const { field, message } of problemsOf(input)) {
        context.addIssue({ code: 'custom', path: [field], message });
      }
    },
    { when: ({ value }) => typeof value === 'object' && value !== null },
  )
  .transform(columnsFor);

export type PollDraftInput = z.output<typeof pollDraftSchema>;

export const pollNumberSchema = z.object({
  number: z.coerce.number().int().positive().max(LARGEST_NUMBER),
});

export type PollNumberInput = z.output<typeof pollNumberSchema>;
