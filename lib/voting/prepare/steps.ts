import 'server-only';
import { randomInt } from 'node:crypto';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { type Refused, refused } from '@/lib/core/result';
import type { Prisma } from '@/prisma/generated/client';
import { freezeRule } from '../rules';
import type { PollState } from '../types';
import { RULE_COLUMNS } from './rules';

interface LockedPoll {
  id: string;
  isTest: boolean;
  state: PollState;
  opensAt: Date;
  closesAt: Date;
  sealedAt: Date | null;
}

/** A poll by its number, held until the transaction ends. */
export async function lockPoll(tx: Tx, number: number): Promise<LockedPoll> {
  const rows = await tx.$queryRaw<LockedPoll[]>`
    SELECT id, is_test AS "isTest", state::text, opens_at AS "opensAt", closes_at AS "closesAt",
      sealed_at AS "sealedAt"
    FROM polls WHERE number = ${number} FOR UPDATE`;
  const poll = rows[0];
  if (!poll) throw new AppError('NOT_FOUND');
  return poll;
}

/**
 * Another poll asks the same while this one is open: nobody could tell them apart in a list, a mail or on the phone.
 * Whoever schedules one with this question waits for whoever is just scheduling the other.
 */
export async function whyAlike(
  tx: Tx,
  id: string,
  { opensAt, closesAt }: { opensAt: Date; closesAt: Date },
): Promise<Refused | null> {
  await tx.$queryRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('question ' || folded(question), 0))::text
    FROM polls WHERE id = ${id}::uuid`;
  const [other] = await tx.$queryRaw<{ number: number }[]>`
    SELECT other.number FROM polls AS other JOIN polls AS this ON folded(this.question) = folded(other.question)
    WHERE this.id = ${id}::uuid AND other.id <> this.id AND NOT this.is_test AND NOT other.is_test
      AND other.state = 'SCHEDULED' AND other.opens_at < ${closesAt} AND other.closes_at > ${opensAt}
    ORDER BY other.number LIMIT 1`;
  return other ? refused('voting-drafts.refused.sameQuestion', { number: other.number }) : null;
}

/** Stores the rule with the lots just drawn; the draft takes votes as soon as its time has come. */
export async function freezeDraft(
  tx: Tx,
  id: string,
  checked: { checkedById?: string; checkedAlone?: boolean },
): Promise<void> {
  const draft = await tx.poll.findUniqueOrThrow({ where: { id }, select: DRAFT_SELECT });
  const lots = drawLots(draft.options.length);
  const frozenRule = freezeRule(draft, lots) as unknown as Prisma.InputJsonValue;
  const data = { ...checked, state: 'SCHEDULED', frozenRule } as const;
  await tx.poll.update({ where: { id }, data, select: { id: true } });
}

const DRAFT_SELECT = {
  ...RULE_COLUMNS,
  district: { select: { name: true } },
  cardBatch: { select: { id: true, number: true } },
  timeZone: true,
  opensAt: true,
  closesAt: true,
  options: {
    select: { id: true, label: true, note: true, costCents: true },
    orderBy: { position: 'asc' },
  },
} as const satisfies Prisma.PollSelect;

/** Who goes first when options are equal: drawn before anybody votes, and published with the rule. */
function drawLots(size: number): number[] {
  const lots = Array.from({ length: size }, (_, index) => index + 1);
  for (let last = size - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [lots[last], lots[other]] = [lots[other] ?? 0, lots[last] ?? 0];
  }
  return lots;
}
