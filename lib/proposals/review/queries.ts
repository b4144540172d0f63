import 'server-only';
import { reading, sameFor } from '@/lib/accounts/command';
import { listCorrections, listEarlier } from '@/lib/audit/corrections/queries';
import type { CorrectionEntry } from '@/lib/audit/corrections/types';
import { typedAddresses } from '@/lib/cases/proving/queries';
import { now } from '@/lib/core/clock';
import { dayOrNone } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { searchWords } from '@/lib/core/folded';
import { officeDate, officeZone } from '@/lib/core/office-time';
import { readNumber } from '@/lib/core/text';
import { asTyped } from '@/lib/core/typed';
import { getOffice } from '@/lib/settings/queries';
import type { Office } from '@/lib/settings/types';
import type { Prisma } from '@/prisma/generated/client';
import { PROPOSAL_RIGHTS } from '../access';
import { POLLS, whyCardStaysAt } from '../card/rules';
import { listSimilarProposals } from '../intake/queries';
import { shownName } from '../intake/rules';
import { isCorrectable } from '../notes/rules';
import { standingOf } from '../reading/rules';
import { isAwaitingAnswer, isPublic } from '../rules';
import { countSupporters } from '../supporting/queries';
import type { Supported } from '../supporting/types';
import type { ProposalState } from '../types';
import {
  canUnpublish,
  GROUP_NAMES,
  INBOX_GROUPS,
  INBOX_SHOWN,
  type InboxGroup,
  sessionsThatHad,
} from './rules';
import type { InboxLine, ProposalCase } from './types';
import { stateToGoBackTo } from './undoing/rules';

const LINE = {
  number: true,
  title: true,
  districtId: true,
  intakeChannel: true,
  state: true,
  stateSince: true,
  voteClosesAt: true,
  submittedAt: true,
  promisedFor: true,
  steps: { where: { by: 'forum' }, select: { to: true, by: true } },
  handovers: {
    select: { sentAt: true, answerDueAt: true, partner: { select: { name: true } } },
    orderBy: { recordedAt: 'desc' },
    take: 1,
  },
} satisfies Prisma.ProposalSelect;

type LineRow = Prisma.ProposalGetPayload<{ select: typeof LINE }>;

function promiseOn(
  state: ProposalState,
  promisedFor: Date | null,
  at: Date,
): Pick<InboxLine, 'promisedFor' | 'isLate' | 'isDueToday'> {
  const promised = isAwaitingAnswer(state) ? promisedFor : null;
  const day = dayOrNone(promised);
  const today = officeDate(at);
  return {
    promisedFor: promised,
    isLate: day !== null && day < today,
    isDueToday: day === today,
  };
}

function toLine(row: LineRow, office: Office, at: Date): InboxLine {
  const { number, title, intakeChannel, submittedAt } = row;
  return {
    ...{ number, title, intakeChannel, submittedAt },
    districtName: office.everyDistrict.find(({ id }) => id === row.districtId)?.name ?? '',
    standing: standingOf(row, at, officeZone()),
    ...promiseOn(row.state, row.promisedFor, at),
  };
}

const CLOSED_LAST = [
  { stateSince: 'desc' },
  { number: 'desc' },
] satisfies Prisma.ProposalOrderByWithRelationInput[];
const DUE_FIRST: Prisma.ProposalOrderByWithRelationInput[] = [
  { promisedFor: { sort: 'asc', nulls: 'last' } },
  { stateSince: 'asc' },
  { number: 'asc' },
];

/** One list of the office, page by page: what was promised first stands first, what is closed newest first. */
export const listInbox = sameFor(
  PROPOSAL_RIGHTS.review,
  async (group: InboxGroup, page: number = 1): Promise<InboxLine[]> => {
    const office = await getOffice({ locale: 'de' });
    const rows = await db.proposal.findMany({
      where: { state: { in: [...INBOX_GROUPS[group]] } },
      select: LINE,
      orderBy: group === 'closed' ? CLOSED_LAST : DUE_FIRST,
      ...{ skip: (page - 1) * INBOX_SHOWN, take: INBOX_SHOWN },
    });
    return rows.map((row) => toLine(row, office, now()));
  },
);

/** Numbers of proposals that have every word somewhere in what is known of them. */
async function numbersWith(words: readonly string[]): Promise<number[]> {
  if (words.length === 0) return [];
  const rows = await db.$queryRaw<{ number: number }[]>`
    SELECT number FROM proposals WHERE state <> 'DRAFT' AND (SELECT bool_and(strpos(text, word) > 0)
      FROM folded(concat_ws(' ', title, place, body)) AS text, unnest(${words}::text[]) AS word)
    ORDER BY state_since DESC, number DESC LIMIT ${INBOX_SHOWN}`;
  return rows.map(({ number }) => number);
}

/** Proposals with a number or words in title, place or text, for somebody on the phone. */
export const searchInbox = sameFor(
  PROPOSAL_RIGHTS.review,
  async (words: string): Promise<InboxLine[]> => {
    const office = await getOffice({ locale: 'de' });
    const number = readNumber(words) ?? { in: await numbersWith(searchWords(asTyped(words))) };
    const rows = await db.proposal.findMany({
      where: { state: { not: 'DRAFT' }, number },
      select: LINE,
      orderBy: CLOSED_LAST,
      take: INBOX_SHOWN,
    });
    return rows.map((row) => toLine(row, office, now()));
  },
);

/** How many proposals stand in each list. */
export const countInboxGroups = sameFor(
  PROPOSAL_RIGHTS.review,
  async (): Promise<Record<InboxGroup, number>> => {
    const counted = await db.proposal.groupBy({ by: ['state'], _count: { _all: true } });
    const of = (state: ProposalState) =>
      counted.find((row) => row.state === state)?._count._all ?? 0;
    const entries = GROUP_NAMES.map((group) => {
      const states: readonly ProposalState[] = INBOX_GROUPS[group];
      return [group, states.reduce((sum, state) => sum + of(state), 0)] as const;
    });
    return Object.fromEntries(entries) as Record<InboxGroup, number>;
  },
);

const CASE = {
  ...LINE,
  ...{ id: true, version: true, body: true, easyText: true, place: true, categoryId: true },
  ...{ nameChoice: true, name: true, contactKind: true, contactValue: true, onBehalf: true },
  ...{ publishedAt: true, question: true, answerBy: true },
  ...{ reasonCode: true, reasonText: true, resultNote: true },
  mergedInto: { select: { number: true, title: true, polls: POLLS } },
  polls: POLLS,
  wording: { select: { title: true, body: true, agreedHow: true, agreedAt: true } },
  handovers: {
    select: {
      id: true,
      question: true,
      sentAt: true,
      answerDueAt: true,
      partner: { select: { name: true } },
    },
    orderBy: { recordedAt: 'desc' },
  },
  statements: {
    select: {
      id: true,
      result: true,
      text: true,
      plainText: true,
      receivedAt: true,
      partner: { select: { name: true } },
    },
    orderBy: { receivedAt: 'desc' },
  },
  steps: {
    select: {
      ...{ to: true, at: true, by: true, step: true, bodyName: true },
      session: { select: { number: true } },
      note: true,
      audience: true,
    },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  },
} satisfies Prisma.ProposalSelect;

type CaseRow = Prisma.ProposalGetPayload<{ select: typeof CASE }>;

/** A proposal with everything personal, for deciding about it; null when there is none. */
export const getProposalCase = reading(
  PROPOSAL_RIGHTS.review,
  async (actor, number: number): Promise<ProposalCase | null> => {
    const row = await db.proposal.findUnique({ where: { number }, select: CASE });
    if (!row || row.state === 'DRAFT') return null;
    const office = await getOffice({ locale: 'de' });
    const similar = await listSimilarProposals(
      { ...row, categoryId: row.categoryId ?? '' },
      row.number,
    );
    const counted = await countSupporters([row.id]);
    const corrections = await listCorrections(row.statements.map(({ id }) => id));
    const earlier = (await listEarlier(actor, [row.id])).get(row.id) ?? [];
    const typedAddress = (await typedAddresses(actor, [row.id])).get(row.id) ?? null;
    const shown = toCase({ ...row, corrections }, counted(row.id), office, now());
    const had = await db.forumSession.count({ where: sessionsThatHad(row.id) });
    return { ...shown, similar, earlier, typedAddress, wasBeforeForum: had > 0 };
  },
);

function toCase(
  { corrections, ...row }: CaseRow & { corrections: Map<string, CorrectionEntry[]> },
  supported: Supported,
  office: Office,
  at: Date,
): Omit<ProposalCase, 'similar' | 'earlier' | 'typedAddress' | 'wasBeforeForum'> {
  const { polls: _polls, ...shown } = row;
  const { categoryId, districtId, mergedInto, publishedAt, steps, ...plain } = shown;
  const district = office.everyDistrict.find(({ id }) => id === districtId);
  return {
    ...plain,
    ...promiseOn(row.state, row.promisedFor, at),
    districtName: district?.name ?? '',
    places: district?.places ?? [],
    categoryId: categoryId ?? '',
    categoryLabel: office.everyCategory.find(({ id }) => id === categoryId)?.label ?? '',
    author: shownName(row.nameChoice, row.name),
    standing: standingOf(row, at, officeZone()),
    isPublic: isPublic(row.state, publishedAt),
    cardStays: whyCardStaysAt(row, at),
    hasNotes: isPublic(row.state, publishedAt) && steps.some(isCorrectable),
    isUnpublishable: canUnpublish(publishedAt, at),
    isTakeBackable: stateToGoBackTo(steps, at) !== null,
    ...supported,
    lead: mergedInto && { number: mergedInto.number, title: mergedInto.title },
    history: steps,
    handovers: row.handovers.map(({ answerDueAt, partner, ...rest }) => ({
      ...rest,
      bodyName: partner.name,
      answerDueOn: dayOrNone(answerDueAt),
    })),
    statements: row.statements.map(({ partner, ...rest }) => ({
      ...{ ...rest, bodyName: partner.name },
      corrections: corrections.get(rest.id) ?? [],
    })),
  };
}
