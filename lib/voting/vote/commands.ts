import 'server-only';
import { command } from '@/lib/accounts/command';
import { ok, type Result, refused } from '@/lib/core/result';
import { makeTurns } from '@/lib/core/turns';
import { VOTING_RIGHTS } from '../access';
import { hasVoted } from './queries';
import type { BallotInput, DistrictInput } from './schema';
import { castInto, inTime } from './steps';

/**
 * A box takes one paper after the other. Whoever waits there inside a write keeps old versions of
 * its rows alive, which makes each mixing dearer; so most of a crowd waits here instead.
 */
const inTurn = makeTurns(2);

/**
 * Casts a ballot on the web: one line on the roll, one paper into the box, one receipt, without any
 * common key. Nothing that is kept of the form says what was chosen, and there is deliberately no
 * audit entry and no line in the log.
 * @param receipt code only the voter gets to see
 * @returns nothing, so that the stored answer of the form holds nothing either
 */
export const castBallot = command(
  {
    right: VOTING_RIGHTS.vote,
    audit: [],
    tags: [],
    around: async (
      act: () => Promise<Result<null>>,
      actor,
      input: BallotInput,
      _receipt: string,
    ) => {
      const result = await inTime('voting.refused.notOpen', () => inTurn(act));
      if (!result.ok) return result;
      // On a shared device the form may be the one somebody else has sent already: its answer is
      // repeated, but it is not this person's.
      const counted = await hasVoted(actor, input.poll);
      return counted ? result : refused('voting.refused.usedForm');
    },
  },
  ({ tx, actor }, input: BallotInput, receipt: string) =>
    castInto(tx, { userId: actor.id, channel: 'WEB', input, receipt }),
);

/**
 * Stores where somebody says they live, once: a district that is known already is not changed by
 * voting, so nobody moves around between two ballots.
 */
export const declareDistrict = command(
  // Where somebody lives stands in their account and nowhere else.
  { right: VOTING_RIGHTS.vote, audit: [], tags: [] },
  async ({ tx, actor }, input: DistrictInput) => {
    const district = await tx.district.findFirst({
      where: { id: input.district, active: true },
      select: { id: true },
    });
    if (!district) return refused('form.error.choose', {}, 'district');
    await tx.user.updateMany({
      where: { id: actor.id, districtId: null },
      data: { districtId: district.id },
    });
    return ok(null);
  },
);
