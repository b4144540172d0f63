import type { BallotChannel } from '@/lib/elections/results/types';
import type { PollRule } from '../../types';

/** What decides whether somebody may vote in a poll. */
export interface Voter {
  districtId: string | null;
  forumRight: boolean;
  /** Batches of the access cards that open this account. */
  cardBatches: readonly string[];
}

/** Columns of an account that decide it; a card that was voided opens none. */
export const VOTER_COLUMNS = {
  districtId: true,
  forumRight: true,
  cards: {
    where: { voidedAt: null, batch: { voidedAt: null } },
    select: { batchId: true },
  },
} as const;

interface VoterRow {
  districtId: string | null;
  forumRight: boolean;
  cards: readonly { batchId: string }[];
}

export function voterIn({ districtId, forumRight, cards }: VoterRow): Voter {
  return { districtId, forumRight, cardBatches: cards.map((card) => card.batchId) };
}

export type Standing =
  | 'fits'
  | 'district-unknown'
  | 'other-district'
  | 'no-forum-right'
  | 'other-cards';

type WhoMayVote = Pick<PollRule, 'districtId' | 'needsForumRight' | 'cardBatch'>;

/** Whether somebody belongs to those a poll is for; age is declared on the ballot itself. */
export function standingOf(rule: WhoMayVote, voter: Voter): Standing {
  if (rule.needsForumRight && !voter.forumRight) return 'no-forum-right';
  if (rule.cardBatch && !voter.cardBatches.includes(rule.cardBatch.id)) return 'other-cards';
  if (rule.districtId === null || voter.districtId === rule.districtId) return 'fits';
  return voter.districtId === null ? 'district-unknown' : 'other-district';
}

/** Whether votes come in on this way. */
export function takesChannel(rule: Pick<PollRule, 'channels'>, channel: BallotChannel): boolean {
  return rule.channels.includes(channel);
}
