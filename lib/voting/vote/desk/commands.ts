import 'server-only';
import { userOfCard } from '@/lib/accounts/cards/steps';
import type { Visitor } from '@/lib/accounts/types';
import { inTransaction, type Tx } from '@/lib/core/db';
import { ok, type Result, refused } from '@/lib/core/result';
import { castInto } from '../commands';
import { inTime } from '../steps';
import { openTicket } from './queries';
import type { DeskBallotInput } from './schema';
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
  const result = await inTime(visitor, 'voting.refused.notOpen', () =>
    inTransaction<DeskAnswer>(async (tx) => {
      const userId = await userOfCard(tx, { id: ticket.card });
      if (!userId.ok) return userId;
      const refusal = await prepareVoter(visitor, tx, userId.value, ticket.district);
      if (!refusal.ok) return refusal;
      const { channel } = place;
      const cast = await castInto(visitor, tx, { userId: userId.value, channel, input, receipt });
      return cast.ok ? ok('cast') : cast;
    }),
  );
  return !result.ok && OVER.has(result.code) ? ok('over') : result;
}

/**
 * Before somebody's right is used at a desk: not the office's own people, partners or funders; and
 * where they live is stored once, as they declared it.
 */
export async function prepareVoter(
  _visitor: Visitor,
  tx: Tx,
  userId: string,
  district: string | null,
): Promise<Result<null>> {
  const roles = await tx.roleGrant.count({ where: { userId, role: { not: 'REPRESENTATIVE' } } });
  if (roles > 0) return refused('voting.refused.mayNot');
  if (district !== null) {
    await tx.user.updateMany({
      where: { id: userId, districtId: null },
      data: { districtId: district },
    });
  }
  return ok(null);
}
