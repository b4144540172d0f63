import 'server-only';
import { mayCoordinate } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/types';
import { localOf, now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { PUBLIC_STATES } from '@/lib/proposals/rules';
import { getOffice } from '@/lib/settings/queries';
import type { Prisma } from '@/prisma/generated/client';
import { freezeRule, isCountedByHand, phaseOf, ruleOf, viewOf } from '../rules';
import type { OfficePollRow, OfficePollView, PollDraftView, PollSourceView } from '../types';

const ZONE = 'Europe/Berlin';
const DAY_MS = 24 * 60 * 60 * 1000;

/** Every poll with its phase, drafts first, then by close. Before the close nothing of the votes, to nobody. */
export async function listPollsForOffice(actor: Actor): Promise<OfficePollRow[]> {
  if (!mayCoordinate(actor)) throw new AppError('NOT_FOUND');
  const at = now();
  const rows = await db.poll.findMany({
    orderBy: [{ closesAt: 'desc' }],
    take: 200,
    select: {
      number: true,
      question: true,
      state: true,
      opensAt: true,
      closesAt: true,
      channels: true,
      district: { select: { name: true } },
    },
  });
  return rows.map((row) => ({
    number: row.number,
    question: row.question,
    phase: phaseOf(row, at),
    districtName: row.district?.name ?? '',
    opensAt: row.opensAt,
    closesAt: row.closesAt,
    countDisputed: row.state === 'CLOSED' && !isCountedByHand(row.channels),
  }));
}

const OFFICE_SELECT = {
  id: true,
  number: true,
  question: true,
  description: true,
  easyText: true,
  maxChoices: true,
  districtId: true,
  minAge: true,
  method: true,
  countRule: true,
  pointsTotal: true,
  pointsPerOption: true,
  seats: true,
  budgetCents: true,
  quorum: true,
  channels: true,
  needsForumRight: true,
  cardBatch: { select: { id: true, number: true } },
  decidedBy: true,
  timeZone: true,
  localOpens: true,
  localCloses: true,
  opensAt: true,
  closesAt: true,
  state: true,
  frozenRule: true,
  result: true,
  cancelReason: true,
  proposal: { select: { number: true, title: true } },
  options: {
    select: { id: true, label: true, note: true, costCents: true },
    orderBy: { position: 'asc' },
  },
} as const satisfies Prisma.PollSelect;

/** One poll for the office, drafts too. */
export async function getPollForOffice(actor: Actor, number: number): Promise<OfficePollView> {
  if (!mayCoordinate(actor)) throw new AppError('NOT_FOUND');
  const row = await db.poll.findUnique({ where: { number }, select: OFFICE_SELECT });
  if (!row) throw new AppError('NOT_FOUND');
  // Known without a statement; a scheduled poll carries the name in its rule.
  const { districts } = await getOffice({ locale: 'de' });
  const district = districts.find(({ id }) => id === row.districtId) ?? null;
  const rule = row.state === 'DRAFT' ? freezeRule({ ...row, district }, []) : ruleOf(row);
  return {
    poll: viewOf(row, rule, now()),
    draft: draftOf(row),
    countDisputed: row.state === 'CLOSED' && !isCountedByHand(row.channels),
  };
}

type OfficeRow = Prisma.PollGetPayload<{ select: typeof OFFICE_SELECT }>;

function draftOf(row: OfficeRow): PollDraftView {
  const [opensDate = '', opensTime = ''] = row.localOpens.split('T');
  const [closesDate = '', closesTime = ''] = row.localCloses.split('T');
  return {
    question: row.question,
    description: row.description,
    easyText: row.easyText,
    options: row.options.map((option) => option.label),
    maxChoices: row.maxChoices,
    districtId: row.districtId ?? '',
    minAge: row.minAge,
    decidedBy: row.decidedBy,
    opensDate,
    opensTime,
    closesDate,
    closesTime,
  };
}

/**
 * What a new poll starts with: from tomorrow morning for two weeks.
 * @param source proposal it is made from, if there is one
 */
export function suggestDraft(_actor: Actor, source: PollSourceView | null): PollDraftView {
  const day = (days: number) =>
    localOf(new Date(now().getTime() + days * DAY_MS), ZONE).slice(0, 10);
  return {
    question: source?.title ?? '',
    description: '',
    easyText: '',
    options: [],
    maxChoices: 1,
    districtId: source?.districtId ?? '',
    minAge: 14,
    decidedBy: '',
    opensDate: day(1),
    opensTime: '08:00',
    closesDate: day(15),
    closesTime: '18:00',
  };
}

/** A published proposal as the start of a poll, or `null`. */
export async function findPollSource(
  actor: Actor,
  proposalNumber: number,
): Promise<PollSourceView | null> {
  if (!mayCoordinate(actor)) throw new AppError('NOT_FOUND');
  return await db.proposal.findFirst({
    where: {
      number: proposalNumber,
      publishedAt: { not: null },
      state: { in: [...PUBLIC_STATES] },
    },
    select: { id: true, number: true, title: true, districtId: true },
  });
}
