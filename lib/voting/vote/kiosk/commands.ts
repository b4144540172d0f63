import 'server-only';
import { byKey, command } from '@/lib/accounts/command';
import { requireTry } from '@/lib/core/rate-limit';
import { ok, type Result, refused } from '@/lib/core/result';
import { isHashOf } from '@/lib/core/tokens';
import { VOTING_RIGHTS } from '../../access';
import { getPoll } from '../../queries';
import { takesChannel } from '../voters/rules';
import { END_CODE, type Kiosk, kioskEnd } from './rules';
import type { StartKioskInput } from './schema';

const END_TRIES = { name: 'kiosk-end', max: 10, windowSeconds: 900 } as const;

/**
 * Lets this browser become a ballot box for a poll, and ends the session of whoever started it there:
 * on a box nobody is signed in.
 * @returns until when, in milliseconds
 */
export const startKiosk = command(
  {
    right: VOTING_RIGHTS.prepare,
    audit: ['poll.kioskStarted'],
    tags: [],
    prepare: (_actor, input: StartKioskInput) => getPoll(input.poll),
  },
  async ({ tx, actor, at, note, ready: poll }, _input: StartKioskInput) => {
    const { id, phase, rule, closesAt } = poll;
    if (phase !== 'open' && phase !== 'coming') return refused('voting.refused.notOpen');
    if (!takesChannel(rule, 'KIOSK')) return refused('voting.refused.notThisWay');
    await tx.userSession.deleteMany({ where: { id: actor.sessionId } });
    await note('poll.kioskStarted', id);
    return ok({ until: kioskEnd(closesAt, at) });
  },
);

/** Whether the code is the one that ends this box; nothing is stored, the cookie is all there is. */
export const checkEndCode = byKey(
  VOTING_RIGHTS.endKiosk,
  async (kiosk: Kiosk, code: string): Promise<Result<null>> => {
    await requireTry(END_TRIES, kiosk.id);
    // messages: voting-desk.refused.endCode
    const isRight = isHashOf(kiosk.endHash, END_CODE, code);
    return isRight ? ok(null) : refused('voting-desk.refused.endCode', {}, 'endCode');
  },
);
