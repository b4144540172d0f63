import { dayColumn } from '@/lib/core/day.mjs';
import { longDate, longDay } from '@/lib/i18n/dates';
import { euros } from '@/lib/i18n/money';
import { DECISIONS, GOALS, linesOf, PARTIES, totalsOf, WEATHERS } from '../rules';
import { typedHours } from '../trials/rules';
import type { FormatCase, TrialView } from './types';

type Say = (key: string, params?: Record<string, string | number>) => string;

/** Something with its words, or with lines to write them on. */
interface Field {
  label: string;
  /** One a line; empty leaves room. */
  value: string[];
  /** That are left where nothing is known. */
  lines: number;
}

type FormBlock =
  | { kind: 'heading' | 'text'; text: string }
  | { kind: 'fields'; columns: number; fields: Field[] }
  | { kind: 'choice'; label: string; options: { label: string; ticked: boolean }[] }
  | { kind: 'ticks'; items: string[] }
  /** What follows begins on the next sheet. */
  | { kind: 'sheet' };

export interface FormSheet {
  title: string;
  overline: string;
  foot: string;
  blocks: FormBlock[];
}

const CONCEPT = [
  ...(['goal', 'targetGroups', 'procedure', 'preparation'] as const),
  ...(['duration', 'frequency', 'chances', 'risks', 'accessibility'] as const),
];
const SHORT = new Set<string>(['duration', 'frequency']);
/** To add what the list leaves out. */
const MORE_LINES = 4;

const titled = ({ name, edition }: FormatCase, tell: Say) =>
  edition === 1 ? name : tell('activation-formats.edition', { name, edition });

const footOf = (tell: Say) =>
  tell('activation-formats.print.foot', { page: '{page}', pages: '{pages}' });

/**
 * What a format is on paper and, on a sheet of its own, what has to be taken along, for `lib/print/templates/form.typ`.
 * @param office its name
 * @param tell of all words, in the language of the page
 */
export function conceptSheet(
  format: FormatCase,
  office: string,
  tell: Say,
  locale: string,
): FormSheet {
  const { costCents, shortDescription } = format;
  // messages: activation-formats.field.*
  const label = (name: string) => tell(`activation-formats.field.${name}`);
  const fields = CONCEPT.map((name) => ({
    ...{ label: label(name), value: linesOf(format[name]), lines: SHORT.has(name) ? 1 : 2 },
  }));
  const cost = costCents === null ? [] : [euros(costCents, locale)];
  const title = titled(format, tell);
  const room = { label: tell('activation-formats.print.more'), value: [], lines: MORE_LINES };
  return {
    ...{ title: tell('activation-formats.print.title', { name: title }), overline: office },
    foot: footOf(tell),
    blocks: [
      { kind: 'text', text: shortDescription },
      {
        ...{ kind: 'fields', columns: 1 },
        fields: [...fields, { label: label('costCents'), value: cost, lines: 1 }],
      },
      { kind: 'sheet' },
      { kind: 'heading', text: tell('activation-formats.print.materials', { name: title }) },
      ...ticksOf(linesOf(format.materials)),
      { kind: 'fields', columns: 1, fields: [room] },
    ],
  };
}

const ticksOf = (items: string[]): FormBlock[] =>
  items.length === 0 ? [] : [{ kind: 'ticks', items }];

/**
 * The sheet somebody takes along to a trial and fills in: what is known of it stands there already.
 * @param district its name
 */
export function evaluationSheet(
  { format, trial, district }: { format: FormatCase; trial: TrialView; district: string },
  office: string,
  tell: Say,
  locale: string,
): FormSheet {
  // messages: activation.party.*
  const facts = [
    field(tell('activation-trials.field.day'), longDay(dayColumn(trial.day), locale)),
    field(tell('activation-trials.field.district'), district),
    field(tell('activation-trials.field.ranBy'), tell(`activation.party.${trial.ranBy}`)),
    field(tell('activation-formats.field.goal'), format.goal),
  ];
  return {
    ...{ overline: office, foot: footOf(tell) },
    title: tell('activation-trials.print.title', { name: titled(format, tell) }),
    blocks: [
      { kind: 'text', text: tell('activation-trials.print.lead') },
      { kind: 'fields', columns: 2, fields: facts },
      ...countedBlocks(trial, tell, locale),
      { kind: 'heading', text: tell('activation-formats.case.evaluation') },
      { kind: 'text', text: tell('activation-trials.print.ofAll') },
      ...evaluationBlocks(format, tell),
      ...decisionBlocks(format, tell, locale),
    ],
  };
}

const field = (label: string, value: string | null, lines = 1): Field => ({
  ...{ label, lines, value: value === null ? [] : linesOf(value) },
});

function countedBlocks(trial: TrialView, tell: Say, locale: string): FormBlock[] {
  const { reached, firstTimers, staffMinutes, costCents, proposals, proposalNumbers } = trial;
  // messages: activation-trials.field.* activation-trials.weather.*
  const label = (name: string) => tell(`activation-trials.field.${name}`);
  const count = (number: number | null) => (number === null ? null : String(number));
  const money = (cents: number | null) => (cents === null ? null : euros(cents, locale));
  const { centsPerFirstTimer } = totalsOf([trial]);
  return [
    { kind: 'heading', text: tell('activation-trials.case.results') },
    {
      ...{ kind: 'fields', columns: 2 },
      fields: [
        field(label('reached'), count(reached)),
        field(label('firstTimers'), count(firstTimers)),
        field(label('staffMinutes'), staffMinutes === null ? null : typedHours(staffMinutes)),
        field(label('costCents'), money(costCents)),
        field(label('proposals'), count(proposals)),
        field(label('proposalNumbers'), proposalNumbers.join(', ')),
        // It is computed, nobody has to.
        ...(centsPerFirstTimer === null
          ? []
          : [field(tell('activation-evaluation.total.perFirst'), money(centsPerFirstTimer))]),
      ],
    },
    {
      ...{ kind: 'choice', label: label('weather') },
      options: WEATHERS.map((one) => ({
        ...{ label: tell(`activation-trials.weather.${one}`), ticked: one === trial.weather },
      })),
    },
    { kind: 'fields', columns: 1, fields: [field(label('quotes'), trial.quotes, 2)] },
  ];
}

function evaluationBlocks({ evaluation }: FormatCase, tell: Say): FormBlock[] {
  // messages: activation-evaluation.field.* activation-evaluation.goal.*
  const label = (name: string) => tell(`activation-evaluation.field.${name}`);
  return [
    {
      ...{ kind: 'choice', label: label('goalReached') },
      options: GOALS.map((one) => ({
        ...{ label: tell(`activation-evaluation.goal.${one}`) },
        ticked: one === evaluation?.goalReached,
      })),
    },
    {
      ...{ kind: 'fields', columns: 1 },
      fields: [
        field(label('whatWorked'), evaluation?.whatWorked ?? null, 2),
        field(label('whatToChange'), evaluation?.whatToChange ?? null, 2),
      ],
    },
  ];
}

function decisionBlocks(format: FormatCase, tell: Say, locale: string): FormBlock[] {
  const { state, decidedBy, decidedAt, reason } = format;
  return [
    {
      ...{ kind: 'choice', label: tell('activation-evaluation.decide.decision') },
      // messages: activation-evaluation.decision.*
      options: DECISIONS.map((one) => ({
        ...{ label: tell(`activation-evaluation.decision.${one}`), ticked: one === state },
      })),
    },
    {
      ...{ kind: 'choice', label: tell('activation-evaluation.decide.decidedBy') },
      options: PARTIES.map((one) => ({
        ...{ label: tell(`activation.party.${one}`), ticked: one === decidedBy },
      })),
    },
    {
      ...{ kind: 'fields', columns: 2 },
      fields: [
        field(
          tell('activation-trials.print.decidedAt'),
          decidedAt ? longDate(decidedAt, locale) : null,
        ),
        field(tell('activation-evaluation.decide.reason'), reason),
      ],
    },
  ];
}
