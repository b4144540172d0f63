import 'server-only';
import { recordSignIn } from '@/lib/audit/steps';
import { now } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { hashSecret } from '@/lib/core/tokens';
import { markOf } from '../cookie';
import type { Visitor } from '../types';
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
