import 'server-only';
import { reading, sameFor } from '@/lib/accounts/command';
import { mayCoordinate } from '@/lib/accounts/policy';
import type { Actor, Visitor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { type Refused, refused } from '@/lib/core/result';
import { sentence } from '@/lib/i18n/sentence';
import type { Prisma } from '@/prisma/generated/client';
import { VOTING_RIGHTS } from '../../access';
import { ruleOf } from '../../rules';
import type { PollRule } from '../../types';
import { faultOf } from '../../vote/rules';
import { checkBox } from '../queries';
import { hasWholeBallots, numberOfPapers, type SheetFault, sheetKindOf } from '../rules';
import type { CountedPaper } from '../types';
import { compared, markedAs, papersTyped, sheetsSeen, stageOf, waysToCount } from './rules';
import type { CountSheetInput } from './schema';
import type {
  CountEntry,
  CountedChannel,
  CountingView,
  CountingWay,
  SheetCheck,
  SheetView,
  WaitingCount,
} from './types';

const SHEETS = {
  orderBy: [{ channel: 'asc' }, { entry: 'asc' }],
  select: {
    ...{ id: true, channel: true, enteredById: true, papers: true },
    ...{ spoiled: true, agreedAt: true, remark: true },
  },
} as const satisfies Prisma.Poll$countSheetsArgs;

const SELECT = {
  ...{ id: true, number: true, question: true, state: true, isTest: true },
  ...{ closesAt: true, frozenRule: true, disputedAt: true, result: true },
  countSheets: SHEETS,
} as const satisfies Prisma.PollSelect;

type FoundPoll = Prisma.PollGetPayload<{ select: typeof SELECT }>;

async function findCounting(number: number): Promise<FoundPoll> {
  const row = await db.poll.findFirst({
    where: { number, state: { in: ['CLOSED', 'COUNTED', 'PUBLISHED', 'ARCHIVED'] } },
    select: SELECT,
  });
  if (!row) throw new AppError('NOT_FOUND');
  return row;
}

const issuedIn = (pollId: string) => db.rollEntry.count({ where: { pollId, channel: 'PAPER' } });

type SheetRow = FoundPoll['countSheets'][number];

function readSheet({ papers, spoiled, agreedAt, remark, enteredById }: SheetRow) {
  const agreed = agreedAt !== null;
  const list = agreed ? [] : (papers as unknown as CountedPaper[]);
  return { papers: list, spoiled, agreed, remark, enteredById };
}

function sheetsOfWay(poll: FoundPoll, channel: CountedChannel) {
  return poll.countSheets.filter((sheet) => sheet.channel === channel).map(readSheet);
}

function wayOf(
  poll: FoundPoll,
  channel: CountedChannel,
  actor: Actor,
  issued: number,
): CountingWay {
  const sheets = sheetsOfWay(poll, channel);
  const mine = sheets.some((sheet) => sheet.enteredById === actor.id);
  return {
    channel,
    stage: stageOf(sheets, channel === 'PAPER' ? issued : null),
    mine,
    full: !mine && sheets.length > 1,
    sheets: sheetsSeen(poll.countSheets.filter((sheet) => sheet.channel === channel)),
  };
}

/** Where the counting of a poll is; of the votes nothing, to nobody. */
export const getCounting = reading(
  VOTING_RIGHTS.count,
  async (actor, number: number): Promise<CountingView> => {
    const poll = await findCounting(number);
    const rule = ruleOf(poll);
    const issued = await issuedIn(poll.id);
    const ways = waysToCount(rule).map((channel) => wayOf(poll, channel, actor, issued));
    const isComplete = poll.state === 'CLOSED' && ways.every(({ stage }) => stage === 'agreed');
    const isDisputed = isComplete && poll.disputedAt !== null;
    return {
      ...{ number: poll.number, question: rule.question, state: poll.state, isTest: poll.isTest },
      ...{ rule, closesAt: poll.closesAt, ways, issued },
      disputed: isDisputed ? await checkBox(actor, poll.id) : null,
      isRunning: isComplete && !isDisputed,
      hasWholeBallots: hasWholeBallots(poll),
    };
  },
);

/**
 * The sheet of one way. Nobody sees what somebody else counted before they have counted themselves,
 * and then only what is different; after both agreed nobody sees it again.
 */
export const getSheet = reading(
  VOTING_RIGHTS.count,
  async (actor, number: number, channel: CountedChannel): Promise<SheetView> => {
    const poll = await findCounting(number);
    const rule = ruleOf(poll);
    if (!waysToCount(rule).includes(channel)) throw new AppError('NOT_FOUND');
    const issued = await issuedIn(poll.id);
    const { stage, full } = wayOf(poll, channel, actor, issued);
    const sheets = sheetsOfWay(poll, channel);
    const own = sheets.find((sheet) => sheet.enteredById === actor.id);
    const other = sheets.find((sheet) => sheet !== own);
    const isShown = own !== undefined && other !== undefined && !own.agreed;
    const [agreed] = poll.countSheets.filter(
      (sheet) => sheet.channel === channel && sheet.agreedAt,
    );
    return {
      ...{ number: poll.number, question: rule.question, rule, channel, stage, full },
      own: own && !own.agreed ? { ...own, confirmed: own.remark !== '' } : null,
      differences: isShown ? differencesFor(own, other) : [],
      spoiled: { mine: own?.spoiled ?? 0, other: isShown ? other.spoiled : 0 },
      surplus:
        isShown && stage === 'too-many'
          ? { papers: numberOfPapers(own.papers) + own.spoiled, issued }
          : null,
      agreed: agreed
        ? { papers: (agreed.papers as { number: number }).number, spoiled: agreed.spoiled }
        : null,
    };
  },
);

type ReadSheet = ReturnType<typeof readSheet>;

function differencesFor(own: ReadSheet, other: ReadSheet): SheetView['differences'] {
  return compared(own, other).differences.map(({ paper, first, second }) => ({
    ...{ paper, mine: first, other: second },
  }));
}

const MOST_FAULTS = 8;

/** What a typed sheet says, or which of its lines say nothing; nothing is written. */
export const readTyped = sameFor(
  VOTING_RIGHTS.count,
  async (
    input: CountSheetInput,
    locale: string,
  ): Promise<{ ok: true; entry: CountEntry; rule: PollRule } | Refused> => {
    const poll = await findCounting(input.poll);
    const rule = ruleOf(poll);
    const { papers, faults } = papersTyped(rule, input);
    if (faults.length > 0) return await refusedLines(faults, input.lines, rule, locale);
    const { channel, spoiled } = input;
    return { ok: true, rule, entry: { poll: input.poll, channel, papers, spoiled } };
  },
);

// messages: voting.error.nothingChosen voting.error.tooMany voting.error.abstainAlone voting.error.unknownOption voting.error.sameRank voting.error.tooManyPoints voting.error.pointsPerOption
async function refusedLines(
  faults: readonly SheetFault[],
  typed: string,
  rule: PollRule,
  locale: string,
): Promise<Refused> {
  const lines = typed.split('\n');
  const told: string[] = [];
  for (const { line, problem, marks } of faults.slice(0, MOST_FAULTS)) {
    const own =
      problem === 'notANumber' || problem === 'tooManyPapers' || problem === 'unknownOption';
    const key = own ? `counting.error.${problem}Line` : `voting.error.${problem}`;
    const why = await sentence(locale, key, faultOf(rule, marks));
    const text = (lines[line - 1] ?? '').trim().slice(0, 30);
    told.push(await sentence(locale, 'counting.error.line', { line, text, why }));
  }
  const rest = faults.length - told.length;
  if (rest > 0) told.push(await sentence(locale, 'counting.error.moreLines', { rest }));
  return refused('counting.error.lines', { faults: told.join('\n') }, 'lines');
}

const MOST_ROWS = 60;

/** The typed sheet once more, with its sums, before it is entered. */
export async function checkTyped(
  visitor: Visitor,
  input: CountSheetInput,
  locale: string,
): Promise<SheetCheck | Refused> {
  const read = await readTyped(visitor, input, locale);
  if (!read.ok) return read;
  const { entry, rule } = read;
  const labels = new Map(rule.options.map(({ id, label }) => [id, label]));
  const abstained = await sentence(locale, 'counting.abstained');
  const textOf = ({ choices }: CountedPaper) =>
    choices.length === 0 ? abstained : choices.map((id) => labels.get(id) ?? '').join(' · ');
  const rows = entry.papers
    .map((paper) => ({ mark: markedAs(rule, paper), text: textOf(paper), count: paper.count }))
    .sort((a, b) => a.mark.localeCompare(b.mark, 'de', { numeric: true }));
  const hasLines = sheetKindOf(rule) === 'lines';
  const papers = numberOfPapers(entry.papers);
  const sums = { papers, spoiled: entry.spoiled, all: papers + entry.spoiled };
  const shown = { shown: MOST_ROWS, kinds: rows.length };
  return {
    intro: await sentence(locale, 'counting.sheet.checkIntro', sums),
    more: rows.length > MOST_ROWS ? await sentence(locale, 'counting.sheet.checkMore', shown) : '',
    rows: rows.slice(0, MOST_ROWS).map((row) => ({ ...row, mark: hasLines ? row.mark : '' })),
  };
}

/** Polls whose papers wait for this person or for somebody else; none is told to whoever may not count. */
export async function listWaitingCounts(actor: Visitor): Promise<WaitingCount[]> {
  if (!VOTING_RIGHTS.count.isHeldBy(actor)) return [];
  const rows = await db.poll.findMany({
    where: { state: 'CLOSED' },
    orderBy: { closesAt: 'asc' },
    take: 20,
    select: SELECT,
  });
  const found = await Promise.all(
    rows.map(async (poll) => {
      const issued = await issuedIn(poll.id);
      const ways = waysToCount(ruleOf(poll)).map((way) => wayOf(poll, way, actor, issued));
      return { poll, todo: poll.disputedAt ? ('look' as const) : todoOf(ways) };
    }),
  );
  return found
    .flatMap(({ poll, todo }) => (todo === null ? [] : [{ poll, todo }]))
    .filter(({ todo }) => todo !== 'look' || mayCoordinate(actor))
    .map(({ poll, todo }) => ({
      ...{ number: poll.number, question: ruleOf(poll).question, closesAt: poll.closesAt, todo },
    }));
}

/** Nothing where everything lies in the box: then the program counts. */
function todoOf(ways: readonly CountingWay[]): WaitingCount['todo'] | null {
  const open = ways.filter(({ stage }) => stage !== 'agreed');
  if (open.length === 0) return null;
  if (open.some(({ mine, full }) => !(mine || full))) return 'count';
  const isTheirs = ({ stage, mine }: CountingWay) =>
    mine && (stage === 'differs' || stage === 'too-many');
  return open.some(isTheirs) ? 'compare' : 'wait';
}
