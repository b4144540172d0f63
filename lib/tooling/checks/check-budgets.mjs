import { readFileSync } from 'node:fs';
import path from 'node:path';
import { habitProblems, traceProblems } from './habits.mjs';
import { runAsScript } from './report.mjs';
import { isTestFile, listCode, listFiles, readSource } from './source.mjs';

/**
 * @typedef {import('./report.mjs').Problem} Problem
 * @typedef {import('./source.mjs').Source} Source
 */

const MOST_LINES = 250;
const MOST_LINES_OF_TESTS = 400;
/** Whoever recounts a poll at home loads one file and needs no other. */
const MOST_LINES_ALONE = new Map([['lib/elections/recount/recount.mjs', 280]]);
/** The aim is 70; above 90 the house has become a different one. */
const MEDIAN_AIM = 70;
const MEDIAN_LIMIT = 90;

const ROOT_CODE = /^(?:instrumentation|proxy)\.ts$|^next\.config\.js$/;
const TEXT =
  /\.(?:[cm]?[jt]sx?|json|md|css|prisma|sql|ya?ml|html|svg|sh|txt)$|^(?:Dockerfile|\.ci\/.*|\.\w+ignore)$/;

/**
 * The budgets of size (Biome counts the lines of functions) and the things that are never done: `any`, silenced checks, skipped tests,
 * raw SQL by string, markup by string, notes without an issue, traces of somebody's machine.
 * @param {string} root
 * @returns {Problem[]}
 */
export function findProblems(root) {
  const all = listFiles(root);
  const code = [...all.filter((file) => ROOT_CODE.test(file)), ...listCode(root)];
  const sources = code.map((file) => readSource(root, file));
  return [
    ...sources.flatMap((source) => [...sizeProblems(source), ...habitProblems(source)]),
    ...medianProblems(sources),
    ...all
      .filter((file) => TEXT.test(file) && file !== 'package-lock.json')
      .flatMap((file) => traceProblems(file, readFileSync(path.join(root, file), 'utf8'))),
  ];
}

/** @param {string} text */
const countLines = (text) => text.trimEnd().split('\n').length;

/** @param {Source} source */
function sizeProblems({ file, text }) {
  const limit = MOST_LINES_ALONE.get(file) ?? (isTestFile(file) ? MOST_LINES_OF_TESTS : MOST_LINES);
  const lines = countLines(text);
  return lines > limit
    ? [{ file, line: limit + 1, message: `has ${lines} lines, at most ${limit}` }]
    : [];
}

/** @param {Source[]} sources */
function medianProblems(sources) {
  const lines = sources
    .filter(({ file }) => !isTestFile(file))
    .map(({ text }) => countLines(text))
    .sort((a, b) => a - b);
  const median = lines[Math.floor(lines.length / 2)] ?? 0;
  if (median <= MEDIAN_LIMIT) return [];
  const message = `the median file has ${median} lines: at most ${MEDIAN_LIMIT}, better ${MEDIAN_AIM}`;
  return [{ file: '.', line: 1, message }];
}

await runAsScript(import.meta.url, findProblems);
