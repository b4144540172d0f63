import 'server-only';
import { userOfCard } from '@/lib/accounts/cards/steps';
import type { Visitor } from '@/lib/accounts/types';
import { inTransaction } from '@/lib/core/db';
import { ok, type Result } from '@/lib/core/result';
import { castInto, inTime } from '../steps';
import { openTicket } from './queries';
import type { DeskBallotInput } from './schema';
import { prepareVoter } from './steps';
import type { DeskAnswer, DeskPlace } from './types';

/** What nobody can mend on the ballot itself: somebody has to begin anew. */
const OVER = new Set([
  'voting.refused.alreadyVoted',
  'voting-ballot.refused.onPaper',
  'voting.refused.notOpen',
  'accounts.refused.cardVoided',
]);

/**
 * Casts a ballot for the holder of a card, in the box in the office or on the phone. The card gets
 * its account now if it never had one. As on the web nothing is kept that says what was chosen.
 */
export async function castAtDesk(
  visitor: Visitor,
  place: DeskPlace,
  input: DeskBallotInput,
  receipt: string,
): Promise<Result<DeskAnswer>> {
  const ticket = openTicket(visitor, place, input.ticket);
  if (!ticket || input.poll !== place.poll) return ok('over');
  const result = await inTime('voting.refused.notOpen', () =>
    inTransaction<DeskAnswer>(async (tx) => {
      const userId = await userOfCard(tx, { id: ticket.card });
      if (!userId.ok) return userId;
      const refusal = await prepareVoter(tx, userId.value, ticket.district);
      if (!refusal.ok) return refusal;
      const { channel } = place;
      const cast = await castInto(tx, { userId: userId.value, channel, input, receipt });
      return cast.ok ? ok('cast') : cast;
    }),
  );
  return !result.ok && OVER.has(result.code) ? ok('over') : result;
}
