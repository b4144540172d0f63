import 'server-only';
import { command, type Given } from '@/lib/accounts/command';
import type { Actor } from '@/lib/accounts/types';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { FORUM_RIGHTS } from '@/lib/forum/access';
import { isAhead } from '@/lib/forum/sessions/rules';
import { lockSession } from '@/lib/forum/sessions/steps';
import type { LockedSession } from '@/lib/forum/sessions/types';
import { FORUM_TAGS } from '../tags';
import type { ModerationInput } from './schema';

/** Who moderates when no person is named. */
const ROLE = 'Sprecherrat';
const NOBODY = { moderatorId: null, moderatorNamed: false, moderator: '' };

/** Somebody of the representation moderates a coming session, by name only if they agree; or no longer. */
export const setModeration = command(
  {
    right: FORUM_RIGHTS.represent,
    audit: ['moderation.taken', 'moderation.left'],
    tags: [FORUM_TAGS.sessions],
  },
  async (given, input: ModerationInput): Promise<Result<{ number: number }>> => {
    const { tx, actor, note } = given;
    const session = await lockSession(tx, input.session);
    const takes = input.step === 'take';
    const named = takes && input.named === 'yes';
    const hindrance = await hindranceFor(given, session, named);
    if (hindrance) return hindrance;
    const taken = { moderatorId: actor.id, moderatorNamed: named, moderator: ROLE };
    await tx.forumSession.update({
      where: { id: session.id },
      data: { ...(takes ? taken : NOBODY), version: { increment: 1 } },
      select: { id: true },
    });
    await note(takes ? 'moderation.taken' : 'moderation.left', session.id);
    return ok({ number: session.number });
  },
);

async function hindranceFor(
  { tx, actor, at }: Pick<Given<Actor>, 'tx' | 'actor' | 'at'>,
  session: LockedSession,
  named: boolean,
): Promise<Refused | null> {
  if (!isAhead(session, at)) return refused('forum.refused.onlyAhead');
  const { moderatorId } = await tx.forumSession.findUniqueOrThrow({
    where: { id: session.id },
    select: { moderatorId: true },
  });
  const isFree = moderatorId === null || moderatorId === actor.id;
  if (!isFree) return refused('forum.refused.moderatedBySomebodyElse');
  const nameMissing = named && !actor.displayName;
  return nameMissing ? refused('forum.refused.nameMissing', {}, 'named') : null;
}
