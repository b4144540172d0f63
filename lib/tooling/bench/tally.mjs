import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parsePabulib } from '../../elections/files/pabulib.mjs';
import { count, RULE_NAMES } from '../../elections/methods/count.mjs';

/**
 * @import { RuleName } from '../../elections/methods/count.mjs'
 * @import { Election, Paper } from '../../elections/types'
 */

const BALLOTS = [1000, 10_000, 100_000];
const OPTIONS = [50, 200];
/** A rule that took longer than this is not measured at the next size. */
const PATIENCE_MS = 8000;
const CHOICES = 8;
/** Rules for papers that name without ranking. */
const ONE_RANK = /^(?:greedy|mes|phragmen|approval)/;

/** @param {number} seed @returns {() => number} the same numbers in every run, from 0 to 1 */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/**
 * Some options are wanted by many, most by few; costs so that about a fifth can be paid.
 * @param {number} ballots
 * @param {number} options
 * @param {boolean} ranked
 * @returns {Election}
 */
function makeElection(ballots, options, ranked) {
  const next = numbers(ballots + options);
  const costs = Array.from({ length: options }, () => Math.ceil(500 + next() * 20_000));
  const choose = () => Math.floor(next() * next() * options);
  /** @returns {Paper} */
  const paper = () => {
    const chosen = [...new Set(Array.from({ length: CHOICES }, choose))];
    if (!ranked) return { count: 1, ranks: [chosen] };
    const points = new Map(chosen.map((index, place) => [index, BigInt(CHOICES - place)]));
    return { count: 1, ranks: chosen.map((index) => [index]), points };
  };
  return {
    candidates: costs.map((cost, index) => ({
      id: String(index + 1),
      cost: BigInt(cost),
      withdrawn: false,
    })),
    papers: Array.from({ length: ballots }, paper),
    seats: 1,
    unit: 1n,
    budget: BigInt(Math.round(costs.reduce((sum, cost) => sum + cost, 0) / 5)),
    lot: costs.map((_, index) => index),
  };
}

/** @param {RuleName} rule @param {Election} election */
function timed(rule, election) {
  const began = performance.now();
  const { winners } = count(rule, election);
  return { ms: Math.round(performance.now() - began), winners: winners.length };
}

/**
 * Each rule at each size, with how much longer it takes for ten times the ballots.
 * @param {unknown} _house
 * @param {(line: object) => void} print
 */
export async function measureTally(_house, print) {
  for (const options of OPTIONS) {
    /** @type {Map<RuleName, number>} */
    const before = new Map();
    for (const ballots of BALLOTS) {
      const named = makeElection(ballots, options, false);
      const ranked = makeElection(ballots, options, true);
      for (const rule of RULE_NAMES) {
        const election = ONE_RANK.test(rule) ? named : ranked;
        printTime({ rule, ballots, options }, election, before, print);
      }
    }
  }
}

/**
 * @param {{ rule: RuleName, ballots: number, options: number }} size
 * @param {Election} election
 * @param {Map<RuleName, number>} before how long the rule took for a tenth of the ballots
 * @param {(line: object) => void} print
 */
function printTime(size, election, before, print) {
  const measure = 'tally';
  const last = before.get(size.rule);
  if (last !== undefined && last > PATIENCE_MS) {
    print({ measure, ...size, ms: null, because: `a tenth of the ballots took ${last} ms` });
    return;
  }
  const seats = size.rule === 'stv_scottish' ? 5 : 1;
  const { ms } = timed(size.rule, { ...election, seats });
  before.set(size.rule, ms);
  const growth = last === undefined ? {} : { growth: Number((ms / Math.max(last, 1)).toFixed(1)) };
  print({ measure, ...size, ms, ...growth });
}

/**
 * Equal shares with completion on the real election with the most voters, where it is there.
 * @param {unknown} _house
 * @param {(line: object) => void} print
 */
export async function measureRealElection(_house, print) {
  const measure = 'equal shares with completion, largest real election';
  const real = realElections().toSorted((a, b) => work(b.election) - work(a.election))[0];
  if (!real) {
    print({ measure, ms: null, because: 'no real election is on this machine' });
    return;
  }
  const { file, election } = real;
  const size = { voters: election.papers.length, projects: election.candidates.length };
  for (const rule of /** @type {const} */ (['mes_cost', 'mes_cost_add1', 'mes_cost_add1_nonexh'])) {
    print({ measure, file, rule, ...size, ...timed(rule, election) });
  }
}

/** @param {Election} election */
const work = ({ papers, candidates }) => papers.length * candidates.length;

function realElections() {
  const folder = path.join(
    process.env.CONFORMANCE_DATA ?? '../shared/data',
    'participatory-budgeting',
  );
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.pb'))
      .map((file) => ({
        file,
        election: parsePabulib(readFileSync(path.join(folder, file), 'utf8')),
      }));
  } catch {
    return [];
  }
}
