import type { PollRule } from '../../types';
import {
  countedChannels,
  differencesOf,
  numberOfPapers,
  papersFromLines,
  papersFromNumbers,
  type SheetFault,
  sheetKindOf,
} from '../rules';
import type { CountDifference, CountedPaper } from '../types';
import type { CountedChannel, SheetStage } from './types';

export interface SheetContent {
  papers: CountedPaper[];
  spoiled: number;
}

/** Field names of a sheet with one number for each option, in the order of the ballot. */
export const numberField = (index: number) => `votes-${index + 1}`;

const PAPER_STEPS = [
  ...(['step.close', 'step.two', 'step.empty', 'step.number', 'step.spoiled'] as const),
  ...(['step.piles', 'step.first', 'step.second', 'step.keep'] as const),
];
const HAND_STEPS = [
  ...(['handStep.room', 'handStep.ask', 'handStep.hands'] as const),
  ...(['handStep.write', 'handStep.enter'] as const),
];

/** How two people count, step by step, as keys of sentences. */
export const countSteps = (isHands: boolean) => (isHands ? HAND_STEPS : PAPER_STEPS);

/** Words of the paths for the two counted ways. */
const WAY_WORDS = { papier: 'PAPER', handzeichen: 'HANDS' } as const;

export function wayWord(channel: CountedChannel): string {
  return channel === 'PAPER' ? 'papier' : 'handzeichen';
}

/** The way a path names; `null` for anything else. */
export function wayOfWord(word: string): CountedChannel | null {
  return Object.hasOwn(WAY_WORDS, word) ? WAY_WORDS[word as keyof typeof WAY_WORDS] : null;
}

/** Ways of a poll that people count, as `CountedChannel`. */
export function waysToCount(rule: Pick<PollRule, 'channels'>): CountedChannel[] {
  return countedChannels(rule).filter((way) => way === 'PAPER' || way === 'HANDS');
}

export interface TypedSheet {
  numbers: readonly number[];
  abstentions: number;
  lines: string;
}

/** The papers somebody typed, in either form of the sheet, with the lines that are no vote. */
export function papersTyped(
  rule: PollRule,
  typed: TypedSheet,
): { papers: CountedPaper[]; faults: SheetFault[] } {
  if (sheetKindOf(rule) === 'lines') return papersFromLines(rule, typed.lines);
  const papers = papersFromNumbers(rule, typed.numbers, typed.abstentions);
  return { papers, faults: [] };
}

/** Numbers of a sheet as they go back into its fields: one for each option, then the abstentions. */
export function numbersFromPapers(
  rule: Pick<PollRule, 'options'>,
  papers: readonly CountedPaper[],
): { numbers: number[]; abstentions: number } {
  const countOf = (key: string) => papers.find(({ choices }) => choices.join() === key)?.count ?? 0;
  return { numbers: rule.options.map(({ id }) => countOf(id)), abstentions: countOf('') };
}

/** One paper as it is typed: `3 1 2`, `1:3 4:2`, `-`. */
export function markedAs(
  rule: Pick<PollRule, 'method' | 'options'>,
  { choices, points }: Pick<CountedPaper, 'choices' | 'points'>,
): string {
  if (choices.length === 0) return '-';
  const marks = choices.map((choice, index) => {
    const position = rule.options.findIndex(({ id }) => id === choice) + 1;
    return {
      position,
      text: rule.method === 'POINTS' ? `${position}:${points[index]}` : `${position}`,
    };
  });
  const sorted = rule.method === 'RANKING' ? marks : marks.sort((a, b) => a.position - b.position);
  return sorted.map(({ text }) => text).join(' ');
}

/** The papers of a sheet as its lines, equal ones together. */
export function linesFromPapers(rule: PollRule, papers: readonly CountedPaper[]): string {
  return papers
    .map((paper) => `${paper.count > 1 ? `${paper.count}x ` : ''}${markedAs(rule, paper)}`)
    .sort((a, b) => a.localeCompare(b, 'de', { numeric: true }))
    .join('\n');
}

/** What two sheets say differently: the papers, and whether the spoiled ones are alike. */
export function compared(
  first: SheetContent,
  second: SheetContent,
): { differences: CountDifference[]; equal: boolean } {
  const differences = differencesOf(first.papers, second.papers);
  return { differences, equal: differences.length === 0 && first.spoiled === second.spoiled };
}

/** Where two sheets of one way stand. @param issued papers given out, where the roll knows it */
export function stageOf(
  sheets: readonly (SheetContent & { agreed: boolean })[],
  issued: number | null,
): SheetStage {
  const [first, second] = sheets;
  if (!first) return 'none';
  if (first.agreed) return 'agreed';
  if (!second) return 'first';
  if (!compared(first, second).equal) return 'differs';
  return isTooMany(first, issued) ? 'too-many' : 'agreed';
}

/** More papers, spoiled ones included, than people who were given one. */
export function isTooMany({ papers, spoiled }: SheetContent, issued: number | null): boolean {
  return issued !== null && numberOfPapers(papers) + spoiled > issued;
}

/**
 * How many papers a text of lines holds so far, without asking what they say: for the sum beside
 * the field while somebody types.
 */
export function sumOfLines(text: string): number {
  return text
    .split('\n')
    .filter((content) => content.trim() !== '')
    .reduce((sum, content) => sum + Number(/^\s*(\d{1,5})\s*[x×]/i.exec(content)?.[1] ?? 1), 0);
}

/** Sheets of a way as the page of the count saw them. */
export const sheetsSeen = (sheets: readonly { id: string }[]): string =>
  sheets.map(({ id }) => id).join(',');
