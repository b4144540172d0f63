import fc from 'fast-check';
import { officeZone } from '@/lib/core/office-time';
import type {
  BallotPaper,
  CountRule,
  PollMethod,
  PollOptionView,
} from '@/lib/elections/results/types';
import { hasSeats } from '../prepare/rules';
import { frozenRule } from '../rows.mjs';
import type { PollRule } from '../types';

/** A rule as `freezeRule` makes it, with everything that does not matter here filled in. */
export function ruleWith(changes: Partial<PollRule> & { labels?: string[] } = {}): PollRule {
  const { labels = ['Bank', 'Schaukel', 'Sonnensegel'], ...columns } = changes;
  return frozenRule({
    method: 'UP_TO',
    countRule: 'approval',
    options: labels.map((label, index) => ({ ...option(index, label), lot: index + 1 })),
    maxChoices: labels.length,
    decidedBy: 'Bauamt',
    timeZone: officeZone(),
    opensAt: '2027-01-01T08:00:00.000Z',
    closesAt: '2027-01-14T17:00:00.000Z',
    ...columns,
  });
}

/** Ids in another order than the labels, so that nothing depends on it by chance. */
const option = (index: number, label: string): PollOptionView => ({
  id: `00000000-0000-4000-8000-${String((index * 7 + 3) % 100).padStart(12, '0')}`,
  label,
  note: '',
  costCents: null,
});

const METHODS = {
  plurality: 'ONE',
  approval: 'UP_TO',
  points: 'POINTS',
  irv: 'RANKING',
  schulze_margins: 'RANKING',
  schulze_winning_votes: 'RANKING',
  stv_scottish: 'RANKING',
  greedy_votes: 'BUDGET',
  greedy_votes_per_cost: 'BUDGET',
  mes_cost_add1u: 'BUDGET',
} as const satisfies Record<CountRule, PollMethod>;

export const COUNT_RULES = Object.keys(METHODS) as CountRule[];

/** Any small election a poll of this rule can be, with as many ties as small numbers bring. */
export function elections(
  countRule: CountRule,
  ballots = { min: 0, max: 24 },
): fc.Arbitrary<{ rule: PollRule; papers: BallotPaper[]; withdrawn: string[] }> {
  const method = METHODS[countRule];
  return fc.integer({ min: 2, max: 6 }).chain((size) => {
    const labels = Array.from({ length: size }, (_, index) => `Antwort ${index + 1}`);
    const rule = ruleWith({ labels, method, countRule, ...pointsOf(method) });
    const ids = rule.options.map(({ id }) => id);
    return fc
      .record({
        lots: fc.shuffledSubarray(ids, { minLength: size }),
        costs: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: size, maxLength: size }),
        budget: fc.integer({ min: 0, max: 2400 }),
        seats: fc.integer({ min: 1, max: hasSeats(method, countRule) ? size : 1 }),
        papers: fc.array(paper(method, ids), { minLength: ballots.min, maxLength: ballots.max }),
        withdrawn: fc.option(fc.constantFrom(...ids), { freq: 6 }),
      })
      .map(({ lots, costs, budget, seats, papers, withdrawn }) => ({
        rule: {
          ...rule,
          seats: withdrawn === null ? seats : Math.min(seats, size - 1),
          budgetCents: method === 'BUDGET' ? budget : null,
          options: rule.options.map((entry, index) => ({
            ...entry,
            lot: lots.indexOf(entry.id) + 1,
            costCents: method === 'BUDGET' ? (costs[index] ?? 1) : null,
          })),
        },
        papers,
        withdrawn: withdrawn === null ? [] : [withdrawn],
      }));
  });
}

const pointsOf = (method: PollMethod) =>
  method === 'POINTS' ? { pointsPerOption: 5, pointsTotal: null } : {};

function paper(method: PollMethod, ids: string[]): fc.Arbitrary<BallotPaper> {
  const most = method === 'ONE' ? 1 : ids.length;
  const choices =
    method === 'RANKING'
      ? fc.shuffledSubarray(ids, { maxLength: most })
      : fc.subarray(ids, { maxLength: most });
  return choices.chain((chosen) =>
    fc
      .array(fc.integer({ min: 1, max: 5 }), { minLength: chosen.length, maxLength: chosen.length })
      .map((points) => ({ choices: chosen, points: method === 'POINTS' ? points : [] })),
  );
}

/**
 * Elections that are level throughout: every ballot comes again with the options turned round in a
 * circle, and all projects cost the same, so that the lot decides wherever it may.
 */
export function levelElections(
  countRule: CountRule,
): fc.Arbitrary<{ rule: PollRule; papers: BallotPaper[]; withdrawn: string[] }> {
  return fc
    .record({
      election: elections(countRule, { min: 1, max: 5 }),
      times: fc.integer({ min: 1, max: 3 }),
      circle: fc.integer({ min: 2, max: 6 }),
      extra: fc.boolean(),
    })
    .map(({ election: { rule, papers, withdrawn }, times, circle, extra }) => {
      const ids = rule.options.map(({ id }) => id).slice(0, circle);
      const turned = (id: string, by: number) => {
        const place = ids.indexOf(id);
        return place < 0 ? id : (ids[(place + by) % ids.length] ?? id);
      };
      const level = papers.flatMap(({ choices, points }) =>
        ids.flatMap((_, by) =>
          Array.from({ length: times }, () => ({
            ...{ choices: choices.map((id) => turned(id, by)), points },
          })),
        ),
      );
      const cost = rule.options[0]?.costCents ?? null;
      return {
        rule: { ...rule, options: rule.options.map((option) => ({ ...option, costCents: cost })) },
        papers: extra ? [...level, ...papers.slice(0, 1)] : level,
        withdrawn,
      };
    });
}
