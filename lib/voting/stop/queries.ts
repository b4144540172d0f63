import 'server-only';
import { reading, sameFor } from '@/lib/accounts/command';
import { listEarlier } from '@/lib/audit/corrections/queries';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import type { Prisma } from '@/prisma/generated/client';
import { VOTING_RIGHTS } from '../access';
import { countOtherCheckers } from '../prepare/checking/queries';
import { stopKindOf, stopStepOf } from './rules';
import type { LateStop, StopReason, StopView, WaitingStop } from './types';

const TIMES = {
  ...{ state: true, opensAt: true, closesAt: true, sealedAt: true, isTest: true },
} as const satisfies Prisma.PollSelect;

/** What waits for somebody's agreement in this poll, for whoever may look at drafts; `null` where nothing does. */
export const findStop = reading(
  VOTING_RIGHTS.check,
  async (actor, number: number): Promise<StopView | null> => {
    const row = await db.pollStop.findFirst({
      where: { poll: { number }, settledAt: null },
      select: {
        ...{ id: true, optionId: true, reason: true, askedAt: true, askedById: true },
        askedBy: { select: { displayName: true } },
        option: { select: { label: true } },
        poll: { select: TIMES },
      },
    });
    if (!row) return null;
    const { id, reason, askedAt } = row;
    return {
      ...{ id, reason, askedAt },
      step: stopStepOf(row, actor.id, await countOtherCheckers(actor)),
      kind: stopKindOf(row.poll, row, now()),
      option: row.option?.label ?? '',
      askedBy: row.askedBy?.displayName ?? '',
    };
  },
);

/** What was to be taken away from this poll and came too late; `null` where nothing did. */
export const findLateStop = sameFor(
  VOTING_RIGHTS.check,
  async (number: number): Promise<LateStop | null> => {
    const row = await db.pollStop.findFirst({
      where: { poll: { number }, late: true },
      select: { askedAt: true, option: { select: { label: true } } },
    });
    return row && { askedAt: row.askedAt, option: row.option?.label ?? '' };
  },
);

/** Why a poll was called off or is void, to put it right; `null` for any other. */
export const findStopReason = reading(
  VOTING_RIGHTS.prepare,
  async (actor, number: number): Promise<StopReason | null> => {
    const row = await db.poll.findFirst({
      where: { number, state: 'CANCELLED' },
      select: { id: true, cancelReason: true, version: true },
    });
    if (!row) return null;
    const earlier = (await listEarlier(actor, [row.id])).get(row.id) ?? [];
    return { text: row.cancelReason, version: row.version, earlier };
  },
);

/** Both at once. */
export const findStops = reading(VOTING_RIGHTS.check, async (actor, number: number) => ({
  waiting: await findStop(actor, number),
  late: await findLateStop(actor, number),
}));

/** Polls of which something is to be taken away and this person could agree, the longest waiting first. */
export const listStopsToAgree = reading(
  VOTING_RIGHTS.check,
  async (actor): Promise<WaitingStop[]> => {
    const rows = await db.pollStop.findMany({
      where: {
        settledAt: null,
        poll: { state: { in: ['SCHEDULED', 'CLOSED'] } },
        OR: [{ askedById: null }, { askedById: { not: actor.id } }],
      },
      orderBy: { askedAt: 'asc' },
      take: 50,
      select: { askedAt: true, poll: { select: { number: true, question: true } } },
    });
    return rows.map(({ askedAt, poll }) => ({ ...poll, askedAt }));
  },
);
