import 'server-only';
import { parseCardNumber } from '@/lib/accounts/cards/rules';
import { command } from '@/lib/accounts/command';
import type { Tx } from '@/lib/core/db';
import { ok, type Result, refused } from '@/lib/core/result';
import { addressAsKept } from '@/lib/core/text';
import { VOTING_RIGHTS } from '../../access';
import type { ForumRightInput } from './schema';

/**
 * Gives somebody the right to vote in polls of the Forum's members, or takes it. Who it is about is
 * named by their address or the number of their card; each attempt is written down.
 */
export const setForumRight = command(
  {
    right: VOTING_RIGHTS.prepare,
    audit: ['forumRight.given', 'forumRight.taken', 'person.lookedForInVain'],
    tags: [],
    // In vain is written down as well, so it is said only afterwards.
    around: async (act: () => Promise<Result<{ found: boolean }>>) => {
      const done = await act();
      const isUnknown = done.ok && !done.value.found;
      return isUnknown ? refused('voting-drafts.refused.unknownVoter', {}, 'who') : done;
    },
  },
  async ({ tx, actor, note }, input: ForumRightInput) => {
    const forumRight = input.right === 'give';
    const userId = await findVoter(tx, input.who);
    if (userId === null) {
      await note('person.lookedForInVain', actor.id);
      return ok({ found: false });
    }
    await tx.user.update({ where: { id: userId }, data: { forumRight }, select: { id: true } });
    await note(forumRight ? 'forumRight.given' : 'forumRight.taken', userId);
    return ok({ found: true });
  },
);

async function findVoter(tx: Tx, typed: string): Promise<string | null> {
  const number = parseCardNumber(typed);
  if (number === null) {
    const email = addressAsKept(typed);
    const user = await tx.user.findUnique({ where: { email }, select: { id: true } });
    return user?.id ?? null;
  }
  const card = await tx.accessCard.findFirst({
    where: {
      position: number.position,
      voidedAt: null,
      batch: { number: number.batch, voidedAt: null },
    },
    select: { userId: true },
  });
  return card?.userId ?? null;
}
