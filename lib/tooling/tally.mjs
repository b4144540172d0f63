/**
 * Counts a file of ballots: `npm run -s tally -- --rule RULE FILE`. Prints one JSON object; needs
 * neither database nor build. A file that is not right is refused with its line and column.
 * @import { Election, Outcome } from '../elections/types'
 * @import { RuleName } from '../elections/methods/count.mjs'
 */
import { constants } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseBlt } from '../elections/files/blt.mjs';
import { decode, FileFault } from '../elections/files/file-fault.mjs';
import { parsePabulib } from '../elections/files/pabulib.mjs';
import { parseRankings } from '../elections/files/rankings.mjs';
import { count, isRuleName, needsBudget, RULE_NAMES } from '../elections/methods/count.mjs';
import { decimal, fraction } from '../elections/methods/fraction.mjs';

const REFUSED = 2;
/** Longer texts no program of this kind can hold. */
const MOST_BYTES = constants.MAX_STRING_LENGTH;
const USAGE = `Usage: npm run -s tally -- --rule RULE FILE

FILE  .pb (Pabulib), .blt, or .json with "candidates", "ballots" and "seats"
RULE  ${RULE_NAMES.join('\n      ')}

"mes_cost_add1" stops when nothing more fits into the budget, or before the step that would cost more;
"…_nonexh" only before that step (the variant used in Wieliczka in 2023).
Ties: projects by the smaller id; several winners of one seat are all named; else by the earlier
rounds, then by lot ([tie ...] of a .blt, else the order of the file): whoever stands first goes before,
so the first is elected or passes on a surplus first and the last leaves. "ties" says who and why.`;

// Whoever reads the result may stop before its end (`| head`): nothing to tell, but nothing is done either.
process.stdout.on('error', () => {
  process.exitCode = REFUSED;
});
process.exitCode = main();

/** @returns {number} exit code */
function main() {
  const wish = wishOf(process.argv.slice(2));
  if ('message' in wish) {
    process.stderr.write(`${wish.message}\n`);
    return REFUSED;
  }
  try {
    process.stdout.write(`${JSON.stringify(report(wish.rule, read(wish.file)))}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${wish.file}:${placed(error)}\n`);
    return REFUSED;
  }
}

/**
 * @param {unknown} error
 * @returns {string} with the first place where there is none: the file is beyond what can be counted
 */
function placed(error) {
  if (error instanceof FileFault) return `${error.line}:${error.column}: ${error.message}`;
  return `1:1: this file cannot be counted here (${error})`;
}

/**
 * @param {string[]} args
 * @returns {{ rule: RuleName, file: string } | { message: string }}
 */
function wishOf(args) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { rule: { type: 'string' } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (!values.rule || !file || more.length > 0) return { message: USAGE };
    if (!isRuleName(values.rule))
      return { message: `There is no rule "${values.rule}".\n\n${USAGE}` };
    return { rule: values.rule, file };
  } catch {
    return { message: USAGE };
  }
}

/**
 * @param {string} file
 * @returns {Election}
 */
function read(file) {
  const text = decode(bytesOf(file));
  const ending = file.toLowerCase().split('.').at(-1);
  if (ending === 'pb') return parsePabulib(text);
  if (ending === 'blt') return parseBlt(text);
  if (ending === 'json') return parseRankings(text);
  throw new FileFault('the name must end in .pb, .blt or .json', 1, 1);
}

/** @param {string} file */
function bytesOf(file) {
  try {
    if (statSync(file).size <= MOST_BYTES) return readFileSync(file);
  } catch {
    throw new FileFault('this file cannot be read', 1, 1);
  }
  throw new FileFault(`this file has more than ${MOST_BYTES} bytes`, 1, 1);
}

/**
 * @param {RuleName} rule
 * @param {Election} election
 */
function report(rule, election) {
  if (needsBudget(rule) && election.budget === null) {
    throw new FileFault(`"${rule}" gives out a budget, and this file has none`, 1, 1);
  }
  if (rule === 'points' && !election.papers.every((paper) => paper.points)) {
    throw new FileFault('"points" adds up points, and this file has none', 1, 1);
  }
  const outcome = count(rule, election);
  return {
    rule,
    winners: outcome.winners,
    ...money(election, outcome),
    ...(outcome.quota === undefined ? {} : { quota: outcome.quota }),
    ...(outcome.rounds === undefined ? {} : { rounds: outcome.rounds }),
    ...(outcome.ties.length === 0 ? {} : { ties: outcome.ties }),
  };
}

/**
 * @param {Election} election
 * @param {Outcome} outcome
 */
function money({ budget, candidates, unit }, { winners }) {
  if (budget === null) return {};
  const cost = candidates
    .filter(({ id }) => winners.includes(id))
    .reduce((sum, candidate) => sum + candidate.cost, 0n);
  const amount = (/** @type {bigint} */ value) => Number(decimal(fraction(value, unit), 30));
  return { cost: amount(cost), budget: amount(budget) };
}
