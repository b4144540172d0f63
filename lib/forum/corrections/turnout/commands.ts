import 'server-only';
import { command } from '@/lib/accounts/command';
import { correctTyped } from '@/lib/audit/corrections/steps';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused } from '@/lib/core/result';
import { FORUM_RIGHTS } from '@/lib/forum/access';
import { areMinutesPublic } from '@/lib/forum/minutes/rules';
import { countAgendaChange } from '@/lib/forum/minutes/steps';
import { lockSession } from '@/lib/forum/sessions/steps';
import { nameProblem } from '@/lib/outreach/traces/rules';
import { FORUM_TAGS } from '../../tags';
import type { CorrectTurnoutInput } from '../schema';

/** How many came, where minutes everybody reads say a wrong number; everybody reads when and why it was corrected. */
export const correctTurnout = command(
  { right: FORUM_RIGHTS.keep, audit: ['minutes.turnoutCorrected'], tags: [FORUM_TAGS.sessions] },
  async ({ tx, at, note }, input: CorrectTurnoutInput): Promise<Result<{ number: number }>> => {
    const session = await lockSession(tx, input.session);
    if (session.id !== input.id) throw new AppError('NOT_FOUND');
    if (!areMinutesPublic(session.minutesState)) return refused('forum-raised.refused.notPublic');
    const { attended, votingResidents, reason } = input;
    // Minutes everybody reads say how many came.
    if (attended === null) return refused('forum.refused.minutesNeedTurnout', {}, 'attended');
    if (votingResidents !== null && votingResidents > attended) {
      return refused('forum.refused.moreVotersThanPeople', {}, 'votingResidents');
    }
    const named = nameProblem({ reason });
    if (named) return named;
    const where = { id: session.id };
    const refusal = await correctTyped(
      { tx, at },
      { ...input, kind: 'TURNOUT', audience: 'PUBLIC' },
      {
        rows: tx.forumSession,
        read: async () => {
          const row = await tx.forumSession.findUniqueOrThrow({ where });
          return { attended: row.attended, voting_residents: row.votingResidents };
        },
        to: { attended, voting_residents: votingResidents },
        write: () =>
          tx.forumSession.update({
            where,
            data: { attended, votingResidents },
            select: { id: true },
          }),
      },
    );
    if (refusal) return refusal;
    // Whoever is just confirming them has to look again.
    await countAgendaChange(tx, session.id);
    await note('minutes.turnoutCorrected', session.id);
    return ok({ number: session.number });
  },
);
