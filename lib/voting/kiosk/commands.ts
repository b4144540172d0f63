import 'server-only';
import { mayCoordinate } from '@/lib/accounts/policy';
import type { Visitor } from '@/lib/accounts/types';
import { recordAudit } from '@/lib/audit/commands';
import { now } from '@/lib/core/clock';
import { inTransaction } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { requireTry } from '@/lib/core/rate-limit';
import { ok, type Result, refused } from '@/lib/core/result';
import { hashSecret, isHashOf } from '@/lib/core/tokens';
import { getPoll } from '../queries';
import { takesChannel } from '../voters/rules';
import { type Kiosk, kioskEnd } from './rules';
import type { StartKioskInput } from './schema';

const END_TRIES = { name: 'kiosk-end', max: 10, windowSeconds: 900 } as const;

const END_CODE = 'kiosk-end';

export const endHashOf = (_visitor: Visitor, code: string) => hashSecret(END_CODE, code);

/**
 * Lets this browser become a ballot box for a poll, and ends the session of whoever started it there:
 * on a box nobody is signed in.
 * @returns until when, in milliseconds
 */
export async function startKiosk(
  visitor: Visitor,
  input: StartKioskInput,
): Promise<Result<{ until: number }>> {
  if (!mayCoordinate(visitor) || visitor.kind !== 'person') throw new AppError('NOT_FOUND');
  const { id, phase, rule, closesAt } = await getPoll(visitor, input.poll);
  if (phase !== 'open' && phase !== 'coming') return refused('voting.refused.notOpen');
  if (!takesChannel(rule, 'KIOSK')) return refused('voting.refused.notThisWay');
  return await inTransaction<{ until: number }>(async (tx) => {
    await tx.userSession.deleteMany({ where: { id: visitor.sessionId } });
    await recordAudit(visitor, tx, 'poll.kioskStarted', id);
    return ok({ until: kioskEnd(closesAt, now()) });
  });
}

/** Whether the code is the one that ends this box; nothing is stored, the cookie is all there is. */
export async function checkEndCode(
  _visitor: Visitor,
  kiosk: Kiosk,
  code: string,
): Promise<Result<null>> {
  await requireTry(END_TRIES, kiosk.id);
  // messages: voting-desk.refused.endCode
  const isRight = isHashOf(kiosk.endHash, END_CODE, code);
  return isRight ? ok(null) : refused('voting-desk.refused.endCode', {}, 'endCode');
}
