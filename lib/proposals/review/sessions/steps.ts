import 'server-only';
import { hasSessionMet } from '@/lib/cases/sessions/steps';
import type { Tx } from '@/lib/core/db';
import { type Refused, refused } from '@/lib/core/result';
import { sessionsThatHad, sessionsThatList } from '../rules';

/** The day of a coming session on whose agenda a proposal stands. */
export async function dayItStandsFor(
  tx: Tx,
  proposalId: string,
  sessionId: string,
): Promise<Date | Refused> {
  const session = await tx.forumSession.findFirst({
    where: sessionsThatList(proposalId, sessionId),
    select: { localDate: true },
  });
  return session?.localDate ?? refused('proposals.refused.notOnAgenda', {}, 'sessionId');
}

/** Why the Forum cannot have said anything about a proposal in this session: it has not met, or had it not before it. */
export async function whyNotSaid(
  tx: Tx,
  proposalId: string,
  sessionId: string,
): Promise<Refused | null> {
  if (!(await hasSessionMet(tx, sessionId)))
    return refused('proposals.refused.forumHasNotMet', {}, 'sessionId');
  const where = sessionsThatHad(proposalId, sessionId);
  const had = await tx.forumSession.findFirst({ where, select: { id: true } });
  return had ? null : refused('proposals.refused.forumHadItNot', {}, 'sessionId');
}
