import 'server-only';
import { publicly } from '@/lib/accounts/command';
import { listCorrections } from '@/lib/audit/corrections/queries';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { officeMidnight } from '@/lib/core/office-time';
import { goodUntil, showsTags } from '@/lib/core/page-cache';
import { isPublic } from '@/lib/proposals/rules';
import { PROPOSALS_TAGS } from '@/lib/proposals/tags';
import type { Prisma } from '@/prisma/generated/client';
import { boundariesAfter, cardOf, type PollRow, ruleOf, viewOf } from './rules';
import { VOTING_TAGS } from './tags';
import type { PollCardView, PollList, PollView } from './types';

const PAST_SHOWN = 60;
const ARCHIVED_SHOWN = 500;

const POLL_SELECT = {
  id: true,
  number: true,
  state: true,
  opensAt: true,
  closesAt: true,
  frozenRule: true,
  result: true,
  cancelReason: true,
  sealedAt: true,
  isTest: true,
  checkedAlone: true,
  proposal: { select: { number: true, title: true, publishedAt: true, state: true } },
} as const satisfies Prisma.PollSelect;

/** What only the page of one poll shows. */
const PAGE_SELECT = {
  ...POLL_SELECT,
  options: { select: { id: true, withdrawnAt: true } },
  notes: { select: { id: true, text: true, publishedAt: true }, orderBy: { publishedAt: 'desc' } },
  stops: { where: { agreed: true, alone: true }, select: { optionId: true } },
} as const satisfies Prisma.PollSelect;

type FoundPoll = Prisma.PollGetPayload<{ select: typeof POLL_SELECT }>;

/** Drafts and the office's try-outs are nobody else's business. */
const isShown = { state: { not: 'DRAFT' }, isTest: false } as const satisfies Prisma.PollWhereInput;

/** All polls by phase, the newest first; past ones up to sixty. */
export const listPolls = publicly(async (): Promise<PollList> => {
  const cards = await findCards({ ...isShown, NOT: { state: 'ARCHIVED' } });
  const byClose = (a: PollCardView, b: PollCardView) => a.closesAt.getTime() - b.closesAt.getTime();
  const inPhase = (...phases: string[]) => cards.filter((card) => phases.includes(card.phase));
  return {
    open: inPhase('open').sort(byClose),
    coming: inPhase('coming').sort((a, b) => a.opensAt.getTime() - b.opensAt.getTime()),
    past: inPhase('counting', 'published', 'cancelled', 'annulled').sort(byClose).reverse(),
  };
});

/** Polls one can vote in now, the next to close first. Nothing of their votes is told. */
export const listOpenPolls = publicly(async (): Promise<PollCardView[]> => {
  const cards = await findCards({
    ...isShown,
    state: 'SCHEDULED',
    closesAt: { gt: now() },
  });
  return cards
    .filter((card) => card.phase === 'open')
    .sort((a, b) => a.closesAt.getTime() - b.closesAt.getTime());
});

/** Polls about a proposal, for its page. */
export const listPollsOfProposal = publicly(
  async (proposalId: string): Promise<PollCardView[]> =>
    await findCards({ ...isShown, proposalId }),
);

/** Published polls that were put away: their pages stay. */
export const listArchivedPolls = publicly(
  async (): Promise<PollCardView[]> =>
    await findCards({ ...isShown, state: 'ARCHIVED' }, ARCHIVED_SHOWN),
);

async function findCards(
  where: Prisma.PollWhereInput,
  take: number = PAST_SHOWN,
): Promise<PollCardView[]> {
  const at = now();
  const rows = await db.poll.findMany({
    where,
    orderBy: { closesAt: 'desc' },
    take,
    select: POLL_SELECT,
  });
  const cards = rows.map((row) => cardOf(toRow(row), at));
  noteWhatIsShown(cards, at);
  return cards;
}

/** The public page of a poll; a draft is not found. The result is there only after the close. */
export const getPollPage = publicly(async (number: number): Promise<PollView> => {
  const poll = await getPoll(number);
  noteWhatIsShown([poll], now());
  // Its title stands here as long as it is public itself.
  if (poll.proposal) showsTags(PROPOSALS_TAGS.proposal(poll.proposal.number));
  return poll;
});

/** The same for acting pages, which must not be kept for others. */
export const getPoll = publicly(async (number: number): Promise<PollView> => {
  const row = await db.poll.findFirst({ where: { ...isShown, number }, select: PAGE_SELECT });
  if (!row) throw new AppError('NOT_FOUND');
  return viewOf(await withCorrections(toRow(row)), ruleOf(row), now());
});

function noteWhatIsShown(
  polls: readonly Pick<PollCardView, 'phase' | 'opensAt' | 'closesAt'>[],
  at: Date,
): void {
  showsTags(VOTING_TAGS.polls);
  const boundaries = boundariesAfter(polls, at);
  for (const instant of boundaries) goodUntil(instant);
  // "noch 3 Tage" is true until midnight.
  if (boundaries.length > 0) goodUntil(officeMidnight(at));
}

async function withCorrections(row: PollRow): Promise<PollRow> {
  const { notes = [] } = row;
  // Only why it was stopped is said of the poll itself.
  const stopped = row.state === 'CANCELLED' ? [row.id] : [];
  const corrected = await listCorrections([...stopped, ...notes.map(({ id }) => id)]);
  return {
    ...row,
    reasonCorrections: corrected.get(row.id) ?? [],
    notes: notes.map((note) => ({ ...note, corrections: corrected.get(note.id) ?? [] })),
  };
}

/** Leaves out a proposal that has no page of its own any more. */
function toRow(row: FoundPoll): PollRow {
  const { proposal } = row;
  const hasPage = proposal !== null && isPublic(proposal.state, proposal.publishedAt);
  return { ...row, proposal: hasPage ? { number: proposal.number, title: proposal.title } : null };
}
