import { describe, expect, it } from 'vitest';
import { budgetElection, missing, readData, readJson, winnersOf } from '@/lib/testing/elections';
import { parseBlt } from '../files/blt.mjs';
import { parsePabulib } from '../files/pabulib.mjs';
import { parseRankings } from '../files/rankings.mjs';
import type { Election } from '../types';
import { count, type RuleName } from './count.mjs';

const sorted = (names: readonly string[]) => [...names].sort();

const election = (candidates: string[], ballots: unknown[], seats = 1) =>
  parseRankings(JSON.stringify({ candidates, ballots, seats }));

describe('participatory budgets', () => {
  interface Expected {
    rules: Record<RuleName, { winners: string[] }>;
  }

  it('twelve towns buy what two other programs bought', ({ skip }) => {
    skip(...missing('participatory-budgeting'));
    const files = readJson<Record<string, Expected>>('participatory-budgeting/expected.json');
    expect(Object.keys(files).length).toBeGreaterThanOrEqual(12);
    for (const [file, { rules }] of Object.entries(files)) {
      const parsed = parsePabulib(readData('participatory-budgeting', file));
      for (const [rule, { winners }] of Object.entries(rules)) {
        const found = winnersOf(rule as RuleName, parsed);
        expect(sorted(found), `${file} ${rule}`).toEqual(sorted(winners));
      }
    }
  });

  it('committees of equal cost are among the tied ones of abcvoting', ({ skip }) => {
    skip(...missing('participatory-budgeting'));
    const cases = readJson<
      {
        file: string;
        num_cand: number;
        committeesize: number;
        profile: number[][];
        expected_all_tied_committees: Record<string, number[][]>;
      }[]
    >('participatory-budgeting/abcvoting_unit_cost_expected.json');
    const names: [RuleName, string][] = [
      ['greedy_votes', 'av'],
      ['approval', 'av'],
      ['mes_cost_u', 'equal-shares-with-av-completion'],
      ['phragmen_seq', 'seqphragmen'],
    ];
    let compared = 0;
    for (const one of cases) {
      const ids = Array.from({ length: one.num_cand }, (_, index) => String(index));
      const parsed = {
        ...budgetElection({
          costs: Object.fromEntries(ids.map((id) => [id, 1])),
          votes: one.profile.map((paper) => [1, paper.map(String)]),
          budget: one.committeesize,
        }),
        seats: one.committeesize,
      };
      for (const [rule, theirs] of names) {
        const tied = one.expected_all_tied_committees[theirs];
        if (!tied) continue;
        const found = sorted(winnersOf(rule, parsed));
        expect(
          tied.map((committee) => sorted(committee.map(String))),
          `${one.file} ${rule}`,
        ).toContainEqual(found);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(200);
  });
});

describe('rankings', () => {
  const PAIRWISE_RULES = ['schulze_margins', 'schulze_winning_votes', 'minimax_margins'] as const;

  it('small profiles with ties and short papers', ({ skip }) => {
    skip(...missing('ranked-ballots'));
    const profiles = readJson<
      ({
        id: string;
        candidates: string[];
        ballots: unknown[];
        irv_winner: string;
        irv_elimination_tie: boolean;
        copeland_raw: string[];
      } & Record<(typeof PAIRWISE_RULES)[number], string[]>)[]
    >('ranked-ballots/small_profiles_expected.json');
    expect(profiles.length).toBeGreaterThanOrEqual(100);
    for (const profile of profiles) {
      const parsed = election(profile.candidates, profile.ballots);
      const found = (rule: RuleName) => sorted(winnersOf(rule, parsed));
      for (const rule of PAIRWISE_RULES) {
        expect(found(rule), `${profile.id} ${rule}`).toEqual(sorted(profile[rule]));
      }
      expect(found('copeland'), profile.id).toEqual(sorted(profile.copeland_raw));
      const runoff = profile.irv_elimination_tie ? found('irv') : [profile.irv_winner];
      expect(found('irv'), profile.id).toEqual(runoff);
    }
  });

  interface Case {
    name: string;
    candidates?: string[];
    /** Elections of several seats name a file instead, which is not there. */
    ballots: [number, (string | string[])[]][] | string;
    expected: Record<string, unknown>;
  }

  const EXPECTATIONS: [string, RuleName[]][] = [
    ['plurality', ['plurality']],
    ['irv', ['irv']],
    ['schulze', ['schulze_margins']],
    ['minimax', ['minimax_margins']],
    ['copeland', ['copeland']],
    ['copeland_first', ['copeland']],
    [
      'condorcet_winner',
      ['schulze_margins', 'schulze_winning_votes', 'copeland', 'minimax_margins'],
    ],
  ];

  function readCase({ name, candidates, ballots, expected }: Case) {
    if (typeof ballots === 'string') return [];
    const names = candidates ?? [...new Set(ballots.flatMap(([, ranking]) => ranking.flat()))];
    const parsed = election(
      names,
      ballots.map(([number, ranking]) => ({ count: number, ranking })),
    );
    return EXPECTATIONS.filter(([key]) => expected[key]).flatMap(([key, rules]) =>
      rules.map((rule) => ({
        told: `${name}, ${rule}`,
        found: winnersOf(rule, parsed),
        winners: [expected[key]].flat(),
      })),
    );
  }

  it('cases of the literature', ({ skip }) => {
    skip(...missing('ranked-ballots'));
    const cases = readJson<Case[]>('ranked-ballots/literature_cases.json').flatMap(readCase);
    expect(cases.length).toBeGreaterThanOrEqual(20);
    for (const { told, found, winners } of cases) {
      expect(sorted(found), told).toEqual(winners.sort());
    }
  });
});

describe('single transferable vote', () => {
  interface Expected {
    elected: string[];
    quota: string;
    ties: string[];
    final_votes: Record<string, string | null>;
  }

  /**
   * The lot droop drew, as our files state one: whom it defeated stands last. A file without a lot
   * leaves open which of equal ones leaves; theirs is the first, ours the last.
   */
  function withLotOf(ties: readonly string[], parsed: Election): Election {
    const defeated = ties.flatMap((tie) => /lot \(defeat.*-> (.+)$/.exec(tie)?.[1] ?? []);
    const last = defeated.map((name) => parsed.candidates.findIndex(({ id }) => id === name));
    const first = parsed.lot.filter((index) => !last.includes(index));
    return { ...parsed, lot: [...first, ...last.reverse()] };
  }

  it('elects whom droop elects, with the same quota and the same votes at the end', ({ skip }) => {
    skip(...missing('ranked-ballots/blt'));
    const files = readJson<Record<string, { 'scotland-fixed-p5-d5': Expected }>>(
      'ranked-ballots/blt/expected.json',
    );
    for (const [file, { 'scotland-fixed-p5-d5': expected }] of Object.entries(files)) {
      const parsed = parseBlt(readData('ranked-ballots/blt', file));
      const outcome = count('stv_scottish', withLotOf(expected.ties, parsed));
      const votes = Object.entries(expected.final_votes).filter(([, number]) => number !== null);
      expect(sorted(outcome.winners), file).toEqual(sorted(expected.elected));
      expect(outcome.quota, file).toBe(expected.quota);
      expect(outcome.rounds?.at(-1)?.votes, file).toMatchObject(Object.fromEntries(votes));
    }
  });

  it('every stage of three wards as the returning officer published it', ({ skip }) => {
    skip(...missing('ranked-ballots/blt/scotland'));
    for (const ward of ['Calton-2007', 'Linn-2007', 'Shettleston-2007']) {
      const file = `ranked-ballots/blt/scotland/${ward}`;
      const stages = readJson<{ round: number; votes: Record<string, string> }[]>(`${file}.json`);
      const { rounds } = count('stv_scottish', parseBlt(readData(`${file}.blt`)));
      const last = new Map(stages.map(({ round, votes }) => [round, votes]));
      expect(rounds?.length, ward).toBe(last.size);
      for (const [round, votes] of last) {
        expect(rounds?.[round]?.votes, `${ward}, stage ${round}`).toMatchObject(votes);
      }
    }
  });
});
