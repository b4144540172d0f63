import 'server-only';
import { sameFor } from '@/lib/accounts/command';
import type { Actor } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { openSealed, sealText } from '@/lib/core/crypto';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { VOTING_RIGHTS } from '../../access';
import { getPoll } from '../../queries';
import { type HandedOut, handedOut, handedOutIn } from './rules';
import type { PaperDeskView } from './types';

const PURPOSE = 'handed-out-paper';

/** What the desk needs to know; who was given a paper stands on the roll and is shown to nobody. */
export const getPaperDesk = sameFor(
  VOTING_RIGHTS.count,
  async (number: number): Promise<PaperDeskView> => {
    const poll = await getPoll(number);
    if (!poll.rule.channels.includes('PAPER')) throw new AppError('NOT_FOUND');
    const given = await db.rollEntry.count({ where: { pollId: poll.id, channel: 'PAPER' } });
    return { poll, given, asksDistrict: poll.rule.districtId !== null };
  },
);

/** Polls papers are handed out for now, for those who do it beside the office. */
export const listPaperPolls = sameFor(
  VOTING_RIGHTS.count,
  async (): Promise<{ number: number; question: string; closesAt: Date }[]> => {
    const polls = await db.poll.findMany({
      where: {
        ...{ state: 'SCHEDULED', isTest: false, channels: { has: 'PAPER' } },
        opensAt: { lte: now() },
        closesAt: { gt: now() },
      },
      orderBy: { closesAt: 'asc' },
      select: { number: true, question: true, closesAt: true },
    });
    return polls;
  },
);

/** Names the paper just handed out, for the minutes in which a slip can be mended. */
export function sealHandedOut(actor: Actor, poll: number, who: string): string {
  return sealText(PURPOSE, JSON.stringify(handedOut(poll, who, actor.sessionId, now())));
}

export function openHandedOut(actor: Actor, sealed: string): HandedOut | null {
  return handedOutIn(openSealed(PURPOSE, sealed), actor.sessionId, now());
}

/** The poll something is printed for. */
export const getPollToPrint = sameFor(VOTING_RIGHTS.prepare, getPoll);
