import type { BallotChannel } from '@/lib/elections/results/types';
import type { PollRule, PollState } from '../types';
import { type BallotProblem, ballotProblem, paperOf } from '../vote/rules';
import type { CountCheck, CountDifference, CountedPaper, Ways } from './types';

/** More papers than any office has; stops a slip of the finger. */
const MOST_PAPERS = 20_000;

export type SheetProblem = BallotProblem | 'notANumber' | 'tooManyPapers';

/** A line of the sheet that is no vote, and why. */
export interface SheetFault {
  line: number;
  problem: SheetProblem;
  /** As they would stand on a ballot; none where the line could not be read. */
  marks: readonly string[];
}

/** Whether a sheet has one number for each option, or a line for each paper. */
export function sheetKindOf(rule: Pick<PollRule, 'method'>): 'numbers' | 'lines' {
  return rule.method === 'YES_NO' || rule.method === 'ONE' ? 'numbers' : 'lines';
}

/** Ways of a poll that people count after its close. */
export function countedChannels(rule: Pick<PollRule, 'channels'>): BallotChannel[] {
  return rule.channels.filter((channel) => channel === 'PAPER' || channel === 'HANDS');
}

/**
 * A sheet with one number for each option.
 * @param votes by option, in the order of the ballot
 */
export function papersFromNumbers(
  rule: Pick<PollRule, 'options'>,
  votes: readonly number[],
  abstentions: number,
): CountedPaper[] {
  const chosen = rule.options.map(({ id }, index) => ({
    ...{ choices: [id], points: [] },
    count: votes[index] ?? 0,
  }));
  return merged([...chosen, { choices: [], points: [], count: abstentions }]);
}

/**
 * A sheet with a line for each paper: numbers of options as they stand on the ballot, in their order
 * for rankings (`3 1 2`), with points after a colon (`1:3 4:2`), `-` for an abstention. `5x 1 3`
 * stands for five equal papers. Empty lines mean nothing.
 */
export function papersFromLines(
  rule: PollRule,
  text: string,
): { papers: CountedPaper[]; faults: SheetFault[] } {
  const papers: CountedPaper[] = [];
  const faults: SheetFault[] = [];
  text.split(/\r\n|\r|\n/).forEach((content, index) => {
    if (content.trim() === '') return;
    const found = paperFromLine(rule, content.trim());
    if ('problem' in found) faults.push({ line: index + 1, ...found });
    else papers.push(found);
  });
  const total = papers.reduce((sum, paper) => sum + paper.count, 0);
  if (total > MOST_PAPERS) faults.push({ line: 1, problem: 'tooManyPapers', marks: [] });
  return { papers: merged(papers), faults };
}

const LINE = /^(?:(\d{1,5})\s*[x×]\s*)?(.+)$/i;

const NOT_A_NUMBER = { problem: 'notANumber', marks: [] } as const;

function paperFromLine(rule: PollRule, content: string): CountedPaper | Omit<SheetFault, 'line'> {
  const [, times = '1', marks = ''] = LINE.exec(content) ?? [];
  const count = Number(times);
  if (count < 1) return NOT_A_NUMBER;
  if (/^[-–]$/.test(marks.trim())) return { choices: [], points: [], count };
  const words = marks.trim().split(/[\s,;>]+/);
  if (!words.every((word) => /^\d{1,3}(?::\d{1,3})?$/.test(word))) return NOT_A_NUMBER;
  const entries = words.map((word, index) => markOf(rule, word, index));
  const problem = ballotProblem(rule, entries);
  return problem ? { problem, marks: entries } : { ...paperOf(rule.method, entries), count };
}

function markOf(rule: PollRule, word: string, index: number): string {
  const [position = '', points] = word.split(':');
  const option = rule.options[Number(position) - 1]?.id ?? 'unknown';
  if (rule.method === 'RANKING') return `${option}:${index + 1}`;
  return rule.method === 'POINTS' ? `${option}:${points ?? '1'}` : option;
}

/** Equal papers together, in a fixed order, so that two sheets can be compared. */
function merged(papers: readonly CountedPaper[]): CountedPaper[] {
  const byContent = new Map<string, CountedPaper>();
  for (const paper of papers) {
    const key = keyOf(paper);
    const found = byContent.get(key);
    const count = (found?.count ?? 0) + paper.count;
    if (count > 0) byContent.set(key, { ...paper, count });
  }
  return [...byContent].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, paper]) => paper);
}

const keyOf = ({ choices, points }: CountedPaper) => `${choices.join()}|${points.join()}`;

/** What stands on one sheet and not, or not as often, on the other. */
export function differencesOf(
  first: readonly CountedPaper[],
  second: readonly CountedPaper[],
): CountDifference[] {
  const counts = new Map<string, CountDifference>();
  const note = (papers: readonly CountedPaper[], sheet: 'first' | 'second') => {
    for (const paper of papers) {
      const key = keyOf(paper);
      const found = counts.get(key) ?? {
        paper: { choices: paper.choices, points: paper.points },
        ...{ first: 0, second: 0 },
      };
      counts.set(key, { ...found, [sheet]: found[sheet] + paper.count });
    }
  };
  note(first, 'first');
  note(second, 'second');
  return [...counts.values()].filter((entry) => entry.first !== entry.second);
}

export const numberOfPapers = (papers: readonly CountedPaper[]): number =>
  papers.reduce((sum, paper) => sum + paper.count, 0);

/** What has to be equal, from what lies in the box and what the roll says. */
export function checkOf(papers: number, { rights, counted, spoiled, receipts }: Ways): CountCheck {
  const { WEB = 0, KIOSK = 0, PHONE = 0, PAPER: issued = 0 } = rights;
  const { PAPER: onPaper = 0, HANDS: hands = 0 } = counted;
  return {
    electronic: WEB + KIOSK + PHONE,
    box: papers - onPaper - hands,
    receipts,
    issued,
    // Spoiled hands are no papers, and nobody was given one.
    onPaper: onPaper === 0 && hands > 0 ? 0 : onPaper + spoiled,
  };
}

/** Under which name a count is known that this process is at. */
export const underWayKey = (pollId: string): string => `count-poll ${pollId}`;

/** Whether there are whole ballots for those who count again for all. */
export const hasWholeBallots = (poll: {
  state: PollState;
  result: unknown;
  isTest: boolean;
}): boolean =>
  !poll.isTest &&
  (poll.state === 'PUBLISHED' || poll.state === 'ARCHIVED') &&
  Boolean((poll.result as { salt?: string } | null)?.salt);
