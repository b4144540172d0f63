import 'server-only';
import type { Viewer } from '@/lib/accounts/types';
import { localDateOf, nextMidnight, now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { goodUntil, showsTags } from '@/lib/core/page-cache';
import { getOffice } from '@/lib/settings/queries';
import type { Office } from '@/lib/settings/types';
import type { Prisma } from '@/prisma/generated/client';
import { shownName } from '../intake/rules';
import { isPublic, isPublicNote, isSupportable, LISTED_STATES, OFFICE_ZONE } from '../rules';
import { PAGE_SIZE, type ProposalFilter, standingOf } from './rules';
import type {
  HandoverView,
  ProposalDetails,
  ProposalLine,
  ProposalLink,
  ProposalPage,
} from './types';

const LINE = {
  number: true,
  title: true,
  districtId: true,
  place: true,
  state: true,
  stateSince: true,
  resultNote: true,
  paperSupporters: true,
  handovers: {
    select: { answerDueAt: true, partner: { select: { name: true } } },
    orderBy: { sentAt: 'desc' },
    take: 1,
  },
  _count: { select: { supports: true } },
} satisfies Prisma.ProposalSelect;

type LineRow = Prisma.ProposalGetPayload<{ select: typeof LINE }>;

const LISTED: Prisma.ProposalWhereInput = {
  publishedAt: { not: null },
  state: { in: LISTED_STATES },
};

/** Public lists say "since 12 days" and "overdue", which is another thing tomorrow. */
function showsToday(...tags: string[]): Date {
  const at = now();
  showsTags('proposals', ...tags);
  goodUntil(nextMidnight(at, OFFICE_ZONE));
  return at;
}

function toLine(row: LineRow, office: Office, at: Date): ProposalLine {
  return {
    number: row.number,
    title: row.title,
    districtName: districtName(office, row.districtId),
    place: row.place,
    standing: standingOf(row, at),
    supporters: row._count.supports + row.paperSupporters,
    resultNote: row.resultNote,
    stateSince: row.stateSince,
  };
}

function districtName(office: Office, id: string): string {
  return office.districts.find((district) => district.id === id)?.name ?? '';
}

function overdueOn(at: Date): Prisma.ProposalWhereInput {
  const today = new Date(`${localDateOf(at, OFFICE_ZONE)}T00:00:00Z`);
  return {
    state: 'HANDED_OVER',
    handovers: { some: { closedAt: null, answerDueAt: { lt: today } } },
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
  const places = filter.kind === 'district' ? office.districts : office.categories;
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
  return { lines: rows.map((row) => toLine(row, office, at)), page, pages, total };
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
  return rows.map((row) => toLine(row, office, at));
}

/** How many proposals wait at a body that should have answered: for the first page. */
export async function countUnansweredProposals(_viewer: Viewer): Promise<number> {
  const at = showsToday();
  return db.proposal.count({ where: { ...LISTED, ...overdueOn(at) } });
}

const DETAILS = {
  id: true,
  number: true,
  title: true,
  body: true,
  easyText: true,
  districtId: true,
  place: true,
  categoryId: true,
  nameChoice: true,
  name: true,
  intakeChannel: true,
  onBehalf: true,
  state: true,
  stateSince: true,
  submittedAt: true,
  publishedAt: true,
  reasonCode: true,
  reasonText: true,
  resultNote: true,
  paperSupporters: true,
  mergedIntoId: true,
  handovers: {
    select: { id: true, partnerId: true, question: true, sentAt: true, answerDueAt: true },
    orderBy: { sentAt: 'desc' },
  },
  statements: {
    select: {
      id: true,
      partnerId: true,
      result: true,
      text: true,
      plainText: true,
      receivedAt: true,
    },
    orderBy: { receivedAt: 'desc' },
  },
  steps: {
    select: { to: true, at: true, by: true, note: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  },
  _count: { select: { supports: true } },
} satisfies Prisma.ProposalSelect;

type DetailsRow = Prisma.ProposalGetPayload<{ select: typeof DETAILS }>;

/** A public proposal by its number; null when there is none, also when it is not public. */
export async function getProposal(viewer: Viewer, number: number): Promise<ProposalDetails | null> {
  const at = showsToday(`proposal:${number}`);
  const row = await db.proposal.findUnique({ where: { number }, select: DETAILS });
  if (!row || !isPublic(row.state, row.publishedAt)) return null;
  const office = await getOffice(viewer);
  const names = await bodyNames(row);
  const related = await relatedTo(row);
  const nameOf = (partnerId: string) => names.get(partnerId) ?? '';
  const handovers = row.handovers.map((handover) => ({
    ...handover,
    partner: { name: nameOf(handover.partnerId) },
  }));
  return {
    ...details(row, office),
    ...related,
    standing: standingOf({ ...row, handovers }, at),
    handovers: handovers.map(toHandover),
    statements: row.statements.map(({ partnerId, ...rest }) => ({
      ...rest,
      bodyName: nameOf(partnerId),
    })),
  };
}

function details(row: DetailsRow, office: Office) {
  const district = office.districts.find(({ id }) => id === row.districtId);
  const category = office.categories.find(({ id }) => id === row.categoryId);
  const { number, title, body, easyText, place, intakeChannel, onBehalf, state } = row;
  const { reasonCode, reasonText, resultNote, submittedAt } = row;
  return {
    ...{ number, title, body, easyText, place, intakeChannel, onBehalf, state },
    ...{ reasonCode, reasonText, resultNote, submittedAt },
    districtName: district?.name ?? '',
    districtSlug: district?.slug ?? '',
    categoryLabel: category?.label ?? '',
    categorySlug: category?.slug ?? '',
    author: shownName(row.nameChoice, row.name),
    isSupportable: isSupportable(state),
    supporters: row._count.supports + row.paperSupporters,
    history: row.steps.map((step) => (isPublicNote(step.to) ? step : { ...step, note: '' })),
  };
}

function toHandover(
  row: DetailsRow['handovers'][number] & { partner: { name: string } },
): HandoverView {
  const { id, question, sentAt, answerDueAt, partner } = row;
  const answerDueOn = answerDueAt?.toISOString().slice(0, 10) ?? null;
  return { id, bodyName: partner.name, question, sentAt, answerDueOn };
}

async function bodyNames(row: DetailsRow): Promise<Map<string, string>> {
  const ids = [...row.handovers, ...row.statements].map(({ partnerId }) => partnerId);
  if (ids.length === 0) return new Map();
  const partners = await db.partner.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  return new Map(partners.map(({ id, name }) => [id, name]));
}

async function relatedTo(
  row: DetailsRow,
): Promise<{ lead: ProposalLink | null; merged: ProposalLink[] }> {
  const leadId = row.mergedIntoId;
  const rows = await db.proposal.findMany({
    where: {
      publishedAt: { not: null },
      OR: [
        { mergedIntoId: row.id, state: 'MERGED' },
        ...(leadId ? [{ id: leadId, state: { in: LISTED_STATES } }] : []),
      ],
    },
    select: { id: true, number: true, title: true },
    orderBy: { number: 'asc' },
  });
  const links = rows.map(({ id, number, title }) => ({ isLead: id === leadId, number, title }));
  const lead = links.find(({ isLead }) => isLead) ?? null;
  return { lead, merged: links.filter(({ isLead }) => !isLead) };
}
