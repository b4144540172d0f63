import { localOf, now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { officeZone } from '@/lib/core/office-time';
import { newCode } from '@/lib/core/tokens';
import type { BallotChannel } from '@/lib/elections/results/types';
import { ownerDb } from '@/lib/testing/owner';
import type { Prisma } from '@/prisma/generated/client';
import { freezeRule } from './rules';

const HOUR_MS = 60 * 60 * 1000;

export interface PollWishes {
  options?: string[];
  maxChoices?: number;
  districtId?: string | null;
  proposalId?: string | null;
  minAge?: number;
  /** Method and everything that goes with it, as columns of the poll. */
  columns?: Partial<Prisma.PollUncheckedCreateInput>;
  /** In the order of the options. */
  costsInCents?: number[];
  opensAt?: Date;
  closesAt?: Date;
  /** A draft is not scheduled and takes no ballots. */
  draft?: boolean;
}

/** A poll that opened an hour ago and closes in an hour, scheduled the way the office does it. */
export async function makePoll(wishes: PollWishes = {}) {
  const opensAt = wishes.opensAt ?? new Date(now().getTime() - HOUR_MS);
  const closesAt = wishes.closesAt ?? new Date(now().getTime() + HOUR_MS);
  const labels = wishes.options ?? ['Schaukel', 'Sonnensegel', 'Schattenbäume'];
  const poll = await db.poll.create({
    data: {
      question: 'Was soll zuerst auf den Spielplatz?',
      maxChoices: wishes.maxChoices ?? 1,
      minAge: wishes.minAge ?? 14,
      districtId: wishes.districtId ?? null,
      proposalId: wishes.proposalId ?? null,
      decidedBy: 'Stadtverwaltung, Bauamt',
      localOpens: localOf(opensAt, officeZone()),
      localCloses: localOf(closesAt, officeZone()),
      opensAt,
      closesAt,
      ...wishes.columns,
      options: {
        create: labels.map((label, position) => ({
          ...{ label, position },
          costCents: wishes.costsInCents?.[position] ?? null,
        })),
      },
    },
    include: { district: true, cardBatch: true, options: { orderBy: { position: 'asc' } } },
  });
  if (!wishes.draft) {
    const frozenRule = freezeRule(poll, []) as unknown as Prisma.InputJsonValue;
    await db.poll.update({ where: { id: poll.id }, data: { state: 'SCHEDULED', frozenRule } });
  }
  return { ...poll, optionIds: poll.options.map((option) => option.id) };
}

/** So many people more stand on the roll of an open poll; on that of a try-out it is nobody. */
export async function enterRoll(
  pollId: string,
  people: number,
  channel: BallotChannel = 'WEB',
): Promise<void> {
  const { isTest } = await db.poll.findUniqueOrThrow({ where: { id: pollId } });
  const voters = await db.user.createManyAndReturn({
    data: Array.from({ length: people }, () => ({})),
    select: { id: true },
  });
  await db.rollEntry.createMany({
    data: voters.map(({ id }) => ({ pollId, userId: isTest ? null : id, channel })),
  });
}

/** Many ballots at once, each with its line on the roll and its receipt; by the owner and unmixed. */
export async function fillBox(pollId: string, papers: string[][]): Promise<void> {
  await enterRoll(pollId, papers.length);
  await ownerDb.ballot.createMany({ data: papers.map((choices) => ({ pollId, choices })) });
  await ownerDb.ballotReceipt.createMany({
    data: papers.map(() => ({ pollId, receipt: newCode(26) })),
  });
}
