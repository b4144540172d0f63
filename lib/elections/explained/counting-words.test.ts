import fc from 'fast-check';
import { createTranslator } from 'use-intl/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '@/lib/i18n/catalogue';
import { euros } from '@/lib/i18n/money';
import { missing, readData, readJson } from '@/lib/testing/elections';
import { resultFrom } from '@/lib/testing/publications';
import { countByWords, readSteps, sentencesOfSteps } from '@/lib/testing/published/words';
import { COUNT_RULES, elections, ruleWith } from '@/lib/voting/count/samples';
import { examplePolls } from '@/lib/voting/prepare/demo.mjs';
import { parsePabulib } from '../files/pabulib.mjs';
import { recommendedOf } from '../results/tally.mjs';
import type { BallotPaper, CountRule, ElectionRule } from '../results/types';
import type { Election } from '../types';
import { countingWords } from './counting-words';
import { RULES_OF } from './methods';

const LOCALES = ['de', 'de-LS', 'en'] as const;
type Say = Parameters<typeof countingWords>[1]['sayAny'];
const says = new Map<string, Say>();

beforeAll(async () => {
  for (const locale of LOCALES) {
    const messages = await catalogue(locale);
    says.set(locale, createTranslator({ locale, messages }) as unknown as Say);
  }
});

const published = (rule: ElectionRule, locale: string) =>
  countingWords(rule, {
    sayAny: says.get(locale) ?? ((key) => key),
    euros: (cents) => euros(cents, locale),
  });

interface Cast {
  rule: ElectionRule;
  papers: BallotPaper[];
  withdrawn: string[];
}

/** What the program recommends and publishes of its rounds. */
function counted({ rule, papers, withdrawn }: Cast) {
  const result = resultFrom(rule, papers, withdrawn);
  const rounds = result.rounds?.map(({ votes }) => votes);
  return { winners: [...recommendedOf(result)].sort(), ...(rounds && { rounds }) };
}

function byWords(text: readonly string[], locale: string, { rule, papers, withdrawn }: Cast) {
  const found = countByWords(text, locale, { options: rule.options, papers, withdrawn });
  return { ...found, winners: found.winners.sort() };
}

/** Elections with a quorum now and then, and options that cost nothing. */
const cast = (name: CountRule) =>
  fc
    .tuple(elections(name), fc.integer({ min: 0, max: 30 }), fc.boolean())
    .map(([election, quorum, isFree]): Cast => {
      const options = election.rule.options.map((option, index) =>
        isFree && index === 0 && option.costCents !== null ? { ...option, costCents: 0 } : option,
      );
      return { ...election, rule: { ...election.rule, options, quorum: quorum > 12 ? 0 : quorum } };
    });

/** Polls of the demo that are not about one tick. */
const DEMO = examplePolls({ day: (date: string) => date } as Parameters<typeof examplePolls>[0]);

function demoPoll(poll: (typeof DEMO)[number]): Pick<Cast, 'rule' | 'papers'> {
  const { options, papers, channels: _channels, method, countRule, ...columns } = poll;
  const made = ruleWith({
    ...{ method, countRule, quorum: columns.quorum ?? 0, budgetCents: columns.budgetCents ?? null },
    labels: options.map(({ label }) => label),
  } as Parameters<typeof ruleWith>[0]);
  const rule = {
    ...made,
    options: made.options.map((option, index) => ({
      ...{ ...option, costCents: options[index]?.costCents ?? null },
    })),
  };
  const ids = rule.options.map(({ id }) => id);
  return {
    rule,
    papers: papers.map(({ choices, points = [] }) => ({
      ...{ choices: choices.map((place) => ids[place - 1] ?? ''), points },
    })),
  };
}

interface Expected {
  n_votes: number;
  rules: Partial<Record<string, { winners: string[] }>>;
}

/** A town's election as a poll whose lot is the order of the ids, whose cents are the file's smallest amount. */
function byTown({ candidates, papers, budget, unit }: Election, countRule: CountRule): string[] {
  const cents = (amount: bigint) => Number((amount * 100n) / unit);
  const ids = candidates.map(({ id }) => id);
  const order = [...ids].sort();
  const { options, ...rule } = ruleWith({
    ...{ method: 'BUDGET', countRule, budgetCents: cents(budget ?? 0n), labels: ids },
  });
  const town = {
    ...rule,
    options: candidates.map(({ id, cost }) => ({
      ...{ id, label: id, note: '', costCents: cents(cost), lot: order.indexOf(id) + 1 },
    })),
  };
  const cast = papers.flatMap(({ count, ranks }) => {
    const choices = ranks.flat().map((index) => ids[index] ?? '');
    return Array.from({ length: count }, () => ({ choices, points: [] }));
  });
  const election = { rule: town, papers: cast, withdrawn: [] };
  return byWords(published(town, 'de'), 'de', election).winners;
}

describe('whoever counts by the published words', () => {
  it.each(COUNT_RULES)('comes to what the program recommends: %s', (name) => {
    fc.assert(
      fc.property(cast(name), fc.constantFrom(...LOCALES), (election, locale) => {
        const text = published(election.rule, locale);
        expect(byWords(text, locale, election)).toEqual(counted(election));
      }),
      { numRuns: 300 },
    );
  });

  it.each(DEMO.map((poll) => [poll.number, poll] as const))(
    'comes to what the program recommends: poll %i of the demo',
    (_number, poll) => {
      const { rule, papers } = demoPoll(poll);
      for (const countRule of RULES_OF[rule.method]) {
        for (const locale of LOCALES) {
          const election = { rule: { ...rule, countRule }, papers, withdrawn: [] };
          const text = published(election.rule, locale);
          expect(byWords(text, locale, election), countRule).toEqual(counted(election));
        }
      }
    },
  );

  it('comes to what two other programs bought in six towns', ({ skip }) => {
    skip(...missing('participatory-budgeting'));
    const expected = readJson<Record<string, Expected>>('participatory-budgeting/expected.json');
    const files = Object.entries(expected).filter(([, { n_votes }]) => n_votes < 700);
    expect(files.length).toBeGreaterThanOrEqual(6);
    for (const [file, { rules }] of files) {
      const parsed = parsePabulib(readData('participatory-budgeting', file));
      for (const countRule of RULES_OF.BUDGET) {
        const found = byTown(parsed, countRule);
        expect(found, `${file} ${countRule}`).toEqual(
          [...(rules[countRule]?.winners ?? [])].sort(),
        );
      }
    }
  });

  it.each(COUNT_RULES)('needs every sentence: %s', (name) => {
    const needed = new Map<string, boolean>();
    const tried = fc.sample(cast(name), { seed: 7, numRuns: 1500 });
    for (const [index, election] of tried.entries()) {
      // All sentences a rule can have are among the first hundred.
      if (index > 100 && [...needed.values()].every(Boolean)) break;
      const text = published(election.rule, 'de');
      const keys = readSteps(text, 'de');
      const right = JSON.stringify(counted(election));
      keys.forEach((key, place) => {
        if (needed.get(key)) return;
        const others = text.filter((_, at) => at !== place);
        needed.set(key, JSON.stringify(byWords(others, 'de', election)) !== right);
      });
    }
    expect([...needed].filter(([, isNeeded]) => !isNeeded).map(([key]) => key)).toEqual([]);
  });

  it.each(LOCALES)('reads every sentence in only one way: %s', (locale) => {
    for (const [key, pattern] of sentencesOfSteps(locale)) {
      const alike = [...sentencesOfSteps(locale)].filter(
        ([, other]) => other.source === pattern.source,
      );
      expect(alike.map(([name]) => name)).toEqual([key]);
    }
  });
});
