import 'server-only';
import { reading, sameFor } from '@/lib/accounts/command';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { typedAmount } from '@/lib/core/money';
import { PUBLIC_STATES } from '@/lib/proposals/rules';
import { getOffice } from '@/lib/settings/queries';
import type { Prisma } from '@/prisma/generated/client';
import { VOTING_RIGHTS } from '../access';
import { freezeRule, isCountedByHand, phaseOf, ruleOf, viewOf } from '../rules';
import { canUnarchive } from '../tell/rules';
import { linesOf, POINTS_SUGGESTED, RULE_COLUMNS } from './rules';
import type { OfficePollRow, OfficePollView, PollDraftView, PollSourceView } from './types';

/** Every poll with its phase, drafts first, then by close. Before the close nothing of the votes, to nobody. */
export const listPollsForOffice = sameFor(
  VOTING_RIGHTS.prepare,
  async (): Promise<OfficePollRow[]> => {
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
        sealedAt: true,
        disputedAt: true,
        isTest: true,
        readyAt: true,
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
      countDisputed: row.state === 'CLOSED' && row.disputedAt !== null,
      isTest: row.isTest,
      isArchived: row.state === 'ARCHIVED',
      waitsForCheck: row.state === 'DRAFT' && row.readyAt !== null,
    }));
  },
);

const OFFICE_SELECT = {
  ...RULE_COLUMNS,
  id: true,
  number: true,
  cardBatch: { select: { id: true, number: true } },
  timeZone: true,
  localOpens: true,
  localCloses: true,
  opensAt: true,
  closesAt: true,
  state: true,
  version: true,
  frozenRule: true,
  result: true,
  cancelReason: true,
  sealedAt: true,
  archivedAt: true,
  disputedAt: true,
  isTest: true,
  checkedAlone: true,
  proposal: { select: { number: true, title: true } },
  options: {
    select: { id: true, label: true, note: true, costCents: true, withdrawnAt: true },
    orderBy: { position: 'asc' },
  },
  notes: { select: { id: true, text: true, publishedAt: true }, orderBy: { publishedAt: 'desc' } },
  stops: { where: { agreed: true, alone: true }, select: { optionId: true } },
} as const satisfies Prisma.PollSelect;

/** One poll for the office, drafts too. */
export const getPollForOffice = reading(
  VOTING_RIGHTS.prepare,
  async (actor, number: number): Promise<OfficePollView> => {
    return await findOfficePoll(actor, number);
  },
);

/** The same for whoever checks a draft without being of the office. */
export const findOfficePoll = sameFor(
  VOTING_RIGHTS.check,
  async (number: number): Promise<OfficePollView> => {
    const row = await db.poll.findUnique({ where: { number }, select: OFFICE_SELECT });
    if (!row) throw new AppError('NOT_FOUND');
    // Known without a statement; a scheduled poll carries the name in its rule.
    const { everyDistrict } = await getOffice({ locale: 'de' });
    const district = everyDistrict.find(({ id }) => id === row.districtId) ?? null;
    const rule = row.state === 'DRAFT' ? freezeRule({ ...row, district }, []) : ruleOf(row);
    return {
      poll: viewOf(row, rule, now()),
      draft: draftOf(row),
      countDisputed: row.state === 'CLOSED' && row.disputedAt !== null,
      isRunning: row.state === 'CLOSED' && !isCountedByHand(row.channels) && !row.disputedAt,
      isUncounted: row.state === 'CLOSED',
      canUnarchive: canUnarchive(row, now()),
    };
  },
);

type OfficeRow = Prisma.PollGetPayload<{ select: typeof OFFICE_SELECT }>;

function draftOf(row: OfficeRow): PollDraftView {
  const [opensDate = '', opensTime = ''] = row.localOpens.split('T');
  const [closesDate = '', closesTime = ''] = row.localCloses.split('T');
  return {
    version: row.version,
    method: row.method,
    countRule: row.countRule,
    question: row.question,
    description: row.description,
    easyText: row.easyText,
    options: linesOf(row.options),
    maxChoices: row.maxChoices,
    pointsPerOption: row.pointsPerOption ?? POINTS_SUGGESTED,
    pointsTotal: row.pointsTotal,
    seats: row.seats,
    budget: row.budgetCents === null ? '' : typedAmount(row.budgetCents),
    quorum: row.quorum,
    channels: row.channels,
    districtId: row.districtId ?? '',
    minAge: row.minAge,
    needsForumRight: row.needsForumRight,
    cardBatchId: row.cardBatch?.id ?? '',
    decidedBy: row.decidedBy,
    opensDate,
    opensTime,
    closesDate,
    closesTime,
  };
}

/** Batches of access cards a poll can be reserved for. */
export const listCardBatchChoices = sameFor(
  VOTING_RIGHTS.prepare,
  async (): Promise<{ id: string; number: number; label: string }[]> => {
    return await db.accessCardBatch.findMany({
      where: { voidedAt: null },
      orderBy: { number: 'desc' },
      take: 100,
      select: { id: true, number: true, label: true },
    });
  },
);

/** A published proposal as the start of a poll, or `null`. */
export const findPollSource = sameFor(
  VOTING_RIGHTS.prepare,
  async (proposalNumber: number): Promise<PollSourceView | null> => {
    return await db.proposal.findFirst({
      where: {
        number: proposalNumber,
        publishedAt: { not: null },
        state: { in: [...PUBLIC_STATES] },
      },
      select: { id: true, number: true, title: true, districtId: true },
    });
  },
);
