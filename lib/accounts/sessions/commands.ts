import 'server-only';
import { recordAudit } from '@/lib/audit/commands';
import { recordSignIn } from '@/lib/audit/steps';
import { now } from '@/lib/core/clock';
import { inTransaction, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result } from '@/lib/core/result';
import { hashSecret } from '@/lib/core/tokens';
import { markOf } from '../cookie';
import type { Actor, Visitor, WorkArea } from '../types';
import { isStaffRole, sessionEnd } from './rules';
import type { NewSession, SignedIn } from './types';

interface Start extends NewSession {
  userId: string;
  next: string;
  /** The demo's staff skip the second step. */
  secondFactor?: boolean;
}

/** Signs a browser in; whoever was signed in there before is signed out. */
export async function startSession(visitor: Visitor, tx: Tx, start: Start): Promise<SignedIn> {
  const at = now();
  const grants = await tx.roleGrant.findMany({
    where: { userId: start.userId },
    select: { role: true },
  });
  const staff = grants.some(({ role }) => isStaffRole(role));
  if (visitor.kind === 'person') {
    await tx.userSession.deleteMany({ where: { id: visitor.sessionId } });
  }
  const session = await tx.userSession.create({
    data: {
      tokenHash: hashSecret('session', start.token),
      userId: start.userId,
      browser: start.browser,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: sessionEnd(at, staff),
      secondFactorAt: start.secondFactor ? at : null,
    },
    select: { id: true },
  });
  const { email } = await tx.user.update({
    where: { id: start.userId },
    data: { lastSeenAt: at },
    select: { email: true },
  });
  if (staff) await recordSignIn(tx, start.userId, session.id);
  const partner = grants.some(({ role }) => role === 'PARTNER');
  const asksMore = staff && start.secondFactor !== true;
  const funder = grants.some(({ role }) => role === 'FUNDER');
  const mark = email ? markOf(email) : '';
  return { next: start.next, staff: asksMore, partner, funder, mark };
}

/**
 * Changes the area this browser works in. Only whoever holds the rights of both has one to choose; from
 * the next click on those of the other one do not count here.
 */
export async function chooseArea(
  actor: Actor,
  area: WorkArea,
): Promise<Result<{ area: WorkArea }>> {
  if (actor.area === null) throw new AppError('NOT_FOUND');
  return inTransaction(async (tx) => {
    await tx.userSession.updateMany({
      where: { id: actor.sessionId, userId: actor.id },
      data: { area },
    });
    await recordAudit(actor, tx, `session.area.${area}`, actor.sessionId);
    return ok({ area });
  });
}

/** Signs this browser out. */
export async function signOut(visitor: Visitor): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    if (visitor.kind === 'person') {
      await tx.userSession.deleteMany({ where: { id: visitor.sessionId } });
    }
    return ok(null);
  });
}

/** Signs one of one's own browsers out. */
export async function endSession(actor: Actor, sessionId: string): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    const ended = await tx.userSession.deleteMany({ where: { id: sessionId, userId: actor.id } });
    if (ended.count === 0) throw new AppError('NOT_FOUND');
    return ok(null);
  });
}

/** Signs all one's browsers out, this one too. */
export async function endAllSessions(actor: Actor): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    await tx.userSession.deleteMany({ where: { userId: actor.id } });
    return ok(null);
  });
}
