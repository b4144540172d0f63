import 'server-only';
import { recordAudit } from '@/lib/audit/commands';
import { now } from '@/lib/core/clock';
import { inTransaction, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { log } from '@/lib/core/log.mjs';
import { ok, type Result, refused } from '@/lib/core/result';
import { lockAdmins } from '../invitations/commands';
import { hasRecentSecondFactor, mayAdministrate } from '../policy';
import { removeSecondFactor } from '../second-factor/commands';
import { isStaffRole } from '../sessions/rules';
import type { Actor, Role } from '../types';

/** Rights are changed by an admin who gave the second factor just now, never one's own. */
function requireRightToChange(actor: Actor): void {
  if (!mayAdministrate(actor)) {
    log('warn', 'people.changeRefused');
    throw new AppError('NOT_FOUND');
  }
  if (!hasRecentSecondFactor(actor, now())) throw new AppError('SECOND_FACTOR_REQUIRED');
}

/** Finds an account by its exact address; who looked for whom is written down, found or not. */
export async function findPerson(actor: Actor, email: string): Promise<Result<{ id: string }>> {
  if (!mayAdministrate(actor)) throw new AppError('NOT_FOUND');
  const found = await inTransaction(async (tx) => {
    const row = await tx.user.findUnique({ where: { email }, select: { id: true } });
    if (row) await recordAudit(actor, tx, 'person.found', row.id);
    else await recordAudit(actor, tx, 'person.lookedForInVain', actor.id);
    return ok(row);
  });
  if (!found.ok) return found;
  return found.value ? ok(found.value) : refused('accounts.refused.personUnknown', {}, 'email');
}

interface Rights {
  person: string;
  roles: Role[];
  partner: string;
}

/**
 * Gives somebody exactly these rights. What is taken away is gone on the person's next click; who
 * becomes staff signs in anew, so that the shorter session and the second step hold.
 */
export async function setRoles(actor: Actor, input: Rights): Promise<Result<null>> {
  requireRightToChange(actor);
  if (input.person === actor.id) {
    log('warn', 'people.ownRightsRefused');
    return refused('accounts.refused.ownRights');
  }
  return inTransaction(async (tx) => {
    await lockAdmins(actor, tx);
    // Another admin may have taken this one's right while it waited for the lock.
    await requireStillAdmin(tx, actor);
    const before = await rolesOf(tx, input.person);
    const gone = before.filter((role) => !input.roles.includes(role));
    const added = input.roles.filter((role) => !before.includes(role));
    await tx.roleGrant.deleteMany({ where: { userId: input.person, role: { in: gone } } });
    await tx.roleGrant.createMany({
      data: added.map((role) => ({ userId: input.person, role, grantedAt: now() })),
      skipDuplicates: true,
    });
    const partnerId = input.roles.includes('PARTNER') ? input.partner : null;
    await tx.user.update({
      where: { id: input.person },
      data: { partnerId },
      select: { id: true },
    });
    if (added.some(isStaffRole)) await endSessionsOf(tx, input.person);
    for (const role of gone) await recordAudit(actor, tx, `role.taken.${role}`, input.person);
    for (const role of added) await recordAudit(actor, tx, `role.given.${role}`, input.person);
    return ok(null);
  });
}

async function requireStillAdmin(tx: Tx, actor: Actor): Promise<void> {
  const grant = await tx.roleGrant.findUnique({
    where: { userId_role: { userId: actor.id, role: 'ADMIN' } },
    select: { id: true },
  });
  if (!grant) throw new AppError('NOT_FOUND');
}

async function rolesOf(tx: Tx, userId: string): Promise<Role[]> {
  const user = await tx.user.findUnique({
    where: { id: userId },
    select: { roles: { select: { role: true } } },
  });
  if (!user) throw new AppError('NOT_FOUND');
  return user.roles.map(({ role }) => role);
}

async function endSessionsOf(tx: Tx, userId: string): Promise<void> {
  await tx.userSession.deleteMany({ where: { userId } });
}

/** For somebody who lost phone and recovery codes: signed out everywhere, set up anew at the next sign-in. */
export async function resetSecondFactor(actor: Actor, person: string): Promise<Result<null>> {
  requireRightToChange(actor);
  if (person === actor.id) return refused('accounts.refused.ownRights');
  return inTransaction(async (tx) => {
    await rolesOf(tx, person);
    await removeSecondFactor(actor, tx, person);
    await endSessionsOf(tx, person);
    return ok(null);
  });
}
