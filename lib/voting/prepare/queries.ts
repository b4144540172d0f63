import 'server-only';
import { reading } from '@/lib/accounts/command';
import type { Actor } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { plusDays } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { officeToday } from '@/lib/core/office-time';
import { RULES_OF } from '@/lib/elections/explained/methods';
import type { PollMethod } from '@/lib/elections/results/types';
import { PUBLIC_STATES } from '@/lib/proposals/rules';
import { getOffice } from '@/lib/settings/queries';
import type { Prisma } from '@/prisma/generated/client';
import { VOTING_RIGHTS } from '../access';
import { freezeRule, isCountedByHand, phaseOf, ruleOf, viewOf } from '../rules';
import { channelsFor, linesOf, RULE_COLUMNS, typedAmount } from './rules';
import type { OfficePollRow, OfficePollView, PollDraftView, PollSourceView } from './types';

const POINTS_SUGGESTED = 5;

/** Every poll with its phase, drafts first, then by close. Before the close nothing of the votes, to nobody. */
export const listPollsForOffice = reading(
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
        channels: true,
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
      countDisputed: row.state === 'CLOSED' && !isCountedByHand(row.channels),
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
  isTest: true,
  checkedAlone: true,
  proposal: { select: { number: true, title: true } },
  options: {
    select: { id: true, label: true, note: true, costCents: true, withdrawnAt: true },
    orderBy: { position: 'asc' },
  },
  notes: { select: { id: true, text: true, publishedAt: true }, orderBy: { publishedAt: 'desc' } },
} as const satisfies Prisma.PollSelect;

/** One poll for the office, drafts too. */
export const getPollForOffice = reading(
  VOTING_RIGHTS.prepare,
  async (actor, number: number): Promise<OfficePollView> => {
    return await findOfficePoll(actor, number);
  },
);

/** The same for whoever checks a draft without being of the office. */
export const findOfficePoll = reading(
  VOTING_RIGHTS.check,
  async (_actor, number: number): Promise<OfficePollView> => {
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
      isUncounted: row.state === 'CLOSED',
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

/**
 * What a new poll starts with: from tomorrow morning for two weeks.
 * @param source proposal it is made from, if there is one
 */
export function suggestDraft(
  _actor: Actor,
  source: PollSourceView | null,
  method: PollMethod,
): PollDraftView {
  const day = (days: number) => plusDays(officeToday(), days);
  return {
    version: 0,
    method,
    countRule: RULES_OF[method][0],
    question: source?.title ?? '',
    description: '',
    easyText: '',
    options: '',
    maxChoices: method === 'BUDGET' || method === 'UP_TO' ? 3 : 1,
    pointsPerOption: POINTS_SUGGESTED,
    pointsTotal: null,
    seats: 1,
    budget: '',
    quorum: 0,
    channels: ['WEB', 'KIOSK', 'PAPER'],
    districtId: source?.districtId ?? '',
    minAge: 14,
    needsForumRight: false,
    cardBatchId: '',
    decidedBy: '',
    opensDate: day(1),
    opensTime: '08:00',
    closesDate: day(15),
    closesTime: '18:00',
  };
}

/**
 * A draft as the form of another method shows it: what both ask for stays.
 * @param method chosen anew, or `null` to stay with the draft's own
 */
export function draftInMethod(
  actor: Actor,
  draft: PollDraftView,
  method: PollMethod | null,
): PollDraftView {
  if (method === null || method === draft.method) return draft;
  const { countRule, maxChoices } = suggestDraft(actor, null, method);
  const channels = draft.channels.filter((channel) => channelsFor(method).includes(channel));
  const options = draft.method === 'YES_NO' ? '' : draft.options;
  return { ...draft, method, countRule, maxChoices, seats: 1, channels, options };
}

/** Batches of access cards a poll can be reserved for. */
export const listCardBatchChoices = reading(
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
export const findPollSource = reading(
  VOTING_RIGHTS.prepare,
  async (_actor, proposalNumber: number): Promise<PollSourceView | null> => {
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
