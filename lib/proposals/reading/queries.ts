import 'server-only';
import { publicly } from '@/lib/accounts/command';
import type { Viewer } from '@/lib/accounts/types';
import { textFor } from '@/lib/core/audience';
import { now } from '@/lib/core/clock';
import { dayColumn } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { officeDate, officeMidnight, officeZone } from '@/lib/core/office-time';
import { goodUntil, showsTags } from '@/lib/core/page-cache';
import { NETWORK_TAGS } from '@/lib/network/tags';
import { getOffice } from '@/lib/settings/queries';
import type { Office } from '@/lib/settings/types';
import type { Prisma } from '@/prisma/generated/client';
import { LISTED_STATES } from '../rules';
import { countSupporters } from '../supporting/queries';
import { PROPOSALS_TAGS } from '../tags';
import { PAGE_SIZE, type ProposalFilter, standingOf } from './rules';
import type { ProposalLine, ProposalPage } from './types';

const LINE = {
  id: true,
  number: true,
  title: true,
  districtId: true,
  place: true,
  state: true,
  stateSince: true,
  voteClosesAt: true,
  resultNote: true,
  outcomeAudience: true,
  steps: { where: { by: 'forum' }, select: { to: true, by: true } },
  handovers: {
    select: { sentAt: true, answerDueAt: true, partner: { select: { name: true } } },
    orderBy: { recordedAt: 'desc' },
    take: 1,
  },
} satisfies Prisma.ProposalSelect;

type LineRow = Prisma.ProposalGetPayload<{ select: typeof LINE }>;

const LISTED: Prisma.ProposalWhereInput = {
  publishedAt: { not: null },
  state: { in: LISTED_STATES },
};

/** Public lists say "since 12 days" and "overdue", which is another thing tomorrow. */
function showsToday(): Date {
  const at = now();
  // Also who was asked, by the name the partner has today.
  showsTags(PROPOSALS_TAGS.lists, NETWORK_TAGS.partners);
  goodUntil(officeMidnight(at));
  return at;
}

function toLine(row: LineRow, supporters: number, office: Office, at: Date): ProposalLine {
  const { voteClosesAt } = row;
  showsTags(PROPOSALS_TAGS.supporters(row.number));
  // The list says so from that moment on.
  if (voteClosesAt && voteClosesAt > at) goodUntil(voteClosesAt);
  return {
    number: row.number,
    title: row.title,
    districtName: districtName(office, row.districtId),
    place: row.place,
    standing: standingOf(row, at, officeZone()),
    supporters,
    resultNote: textFor('PUBLIC', row.resultNote, row.outcomeAudience),
    stateSince: row.stateSince,
  };
}

async function toLines(
  rows: readonly LineRow[],
  office: Office,
  at: Date,
): Promise<ProposalLine[]> {
  const counted = await countSupporters(rows.map(({ id }) => id));
  return rows.map((row) => toLine(row, counted(row.id).supporters, office, at));
}

function districtName(office: Office, id: string): string {
  return office.everyDistrict.find((district) => district.id === id)?.name ?? '';
}

function overdueOn(at: Date): Prisma.ProposalWhereInput {
  const today = dayColumn(officeDate(at));
  return {
    state: 'HANDED_OVER',
    handovers: { some: { closedAt: null, sentAt: { not: null }, answerDueAt: { lt: today } } },
  };
}

/** The where-clause of a filter, or null when its district or category does not exist. */
function whereOf(
  filter: ProposalFilter,
  office: Office,
  at: Date,
): Prisma.ProposalWhereInput | null {
  if (filter.kind === 'all') return LISTED;
  if (filter.kind === 'result') return { ...LISTED, state: 'DONE' };
  if (filter.kind === 'unanswered') return { ...LISTED, ...overdueOn(at) };
  const places = filter.kind === 'district' ? office.everyDistrict : office.everyCategory;
  const id = places.find(({ slug }) => slug === filter.slug)?.id;
  if (id === undefined) return null;
  return { ...LISTED, ...(filter.kind === 'district' ? { districtId: id } : { categoryId: id }) };
}

const ORDER: Record<ProposalFilter['kind'], Prisma.ProposalOrderByWithRelationInput[]> = {
  all: [{ publishedAt: 'desc' }, { number: 'desc' }],
  district: [{ publishedAt: 'desc' }, { number: 'desc' }],
  category: [{ publishedAt: 'desc' }, { number: 'desc' }],
  result: [{ stateSince: 'desc' }, { number: 'desc' }],
  unanswered: [{ stateSince: 'asc' }, { number: 'asc' }],
};

/** One page of public proposals, or null when the list or the page does not exist. */
export async function listProposals(
  viewer: Viewer,
  filter: ProposalFilter,
  page: number,
): Promise<ProposalPage | null> {
  const at = showsToday();
  const office = await getOffice(viewer);
  const where = whereOf(filter, office, at);
  if (!where) return null;
  const total = await db.proposal.count({ where });
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  if (page > pages) return null;
  const rows = await db.proposal.findMany({
    where,
    select: LINE,
    orderBy: ORDER[filter.kind],
    skip: (page - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
  });
  return { lines: await toLines(rows, office, at), page, pages, total };
}

/** What became of ideas, newest first: for the first page. */
export async function listProposalResults(viewer: Viewer, limit: number): Promise<ProposalLine[]> {
  const at = showsToday();
  const office = await getOffice(viewer);
  const rows = await db.proposal.findMany({
    where: { ...LISTED, state: 'DONE' },
    select: LINE,
    orderBy: ORDER.result,
    take: limit,
  });
  return toLines(rows, office, at);
}

/** How many proposals wait at a body that should have answered: for the first page. */
export const countUnansweredProposals = publicly(async (): Promise<number> => {
  const at = showsToday();
  return db.proposal.count({ where: { ...LISTED, ...overdueOn(at) } });
});
