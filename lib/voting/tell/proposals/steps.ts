import 'server-only';
import { now } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { sentence } from '@/lib/i18n/sentence';
import { tellResult } from '@/lib/proposals/polling/steps';
import { cardOf } from '../../rules';
import { outcomeSaid } from './rules';

const RESULT = {
  ...{ id: true, number: true, state: true, opensAt: true, closesAt: true, sealedAt: true },
  ...{ frozenRule: true, result: true, cancelReason: true, isTest: true, checkedAlone: true },
  ...{ question: true, proposalId: true, authorsToldAt: true },
} as const;

/** A result is there for everybody: whoever heard of the opening hears it, once, as a poll is published once. */
export async function noteResult(tx: Tx, pollId: string): Promise<void> {
  const poll = await tx.poll.findUniqueOrThrow({ where: { id: pollId }, select: RESULT });
  const { proposalId, question } = poll;
  if (proposalId === null || poll.isTest || poll.authorsToldAt === null) return;
  const card = cardOf({ ...poll, proposal: null }, now());
  // messages: voting.card.*
  const outcome = (locale: string) => {
    const [key, params] = outcomeSaid(card, locale);
    return sentence(locale, `voting.card.${key}`, params);
  };
  await tellResult(tx, { proposalId, pollId, question, outcome });
}
