import 'server-only';
import { recordAudit } from '@/lib/audit/commands';
import { now } from '@/lib/core/clock';
import { inTransaction, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused } from '@/lib/core/result';
import { routes } from '@/lib/core/routes';
import { hashesOf } from '@/lib/core/tokens';
import { enqueueMail } from '@/lib/mail/commands';
import { getOffice } from '@/lib/settings/queries';
import { hasRecentSecondFactor, mayAdministrate } from '../policy';
import { removeSecondFactor } from '../second-factor/commands';
import { startSession } from '../sessions/commands';
import { isStaffRole } from '../sessions/rules';
import type { NewSession, SignedIn } from '../sessions/types';
import type { Actor, Role, System, Visitor } from '../types';
import { invitationMail } from './emails/invitation';
import { INVITATION_DAYS, invitationEnd } from './rules';

/** Everything that decides whether an admin is left comes one after the other. */
export async function lockAdmins(_actor: Visitor | System, tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('accounts admins', 0))`;
}

/**
 * Who signs in first with an address and who adds it to an account at the same moment come one after the
 * other: the second one finds what the first one did.
 */
export async function lockAddress(_visitor: Visitor, tx: Tx, email: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`address ${email}`}, 0))`;
}

/**
 * The account of a proved address, made when there is none, with the rights that wait for it. An
 * invitation opens nothing by itself: it counts only for whoever can read the address's mail, in time.
 */
export async function personOfAddress(visitor: Visitor, tx: Tx, email: string): Promise<string> {
  const at = now();
  await lockAddress(visitor, tx, email);
  const { id } = await tx.user.upsert({
    where: { email },
    create: { email, createdAt: at, lastSeenAt: at },
    update: { lastSeenAt: at },
    select: { id: true },
  });
  const waiting = await tx.invitation.findMany({
    where: { email, tokenHash: null, usedAt: null, expiresAt: { gt: at } },
    select: { id: true, roles: true, partnerId: true },
  });
  for (const invitation of waiting) await accept(visitor, tx, id, invitation);
  return id;
}

interface Waiting {
  id: string;
  roles: Role[];
  partnerId: string | null;
}

async function accept(visitor: Visitor, tx: Tx, userId: string, waiting: Waiting): Promise<void> {
  const at = now();
  await tx.invitation.update({
    where: { id: waiting.id },
    data: { usedAt: at },
    select: { id: true },
  });
  await tx.roleGrant.createMany({
    data: waiting.roles.map((role) => ({ userId, role, grantedAt: at })),
    skipDuplicates: true,
  });
  if (waiting.partnerId) {
    const { partnerId } = waiting;
    await tx.user.update({ where: { id: userId }, data: { partnerId }, select: { id: true } });
  }
  // Browsers signed in as a resident would otherwise keep their long session with the new rights.
  if (waiting.roles.some(isStaffRole)) await tx.userSession.deleteMany({ where: { userId } });
  await recordAudit(visitor, tx, 'invitation.accepted', waiting.id);
}

interface Invite {
  email: string;
  roles: Role[];
  partner: string;
  locale: string;
}

/** Invites somebody to hold rights; the newest invitation of an address replaces the older ones. */
export async function invitePerson(actor: Actor, input: Invite): Promise<Result<{ id: string }>> {
  if (!mayAdministrate(actor)) throw new AppError('NOT_FOUND');
  if (!hasRecentSecondFactor(actor, now())) throw new AppError('SECOND_FACTOR_REQUIRED');
  if (input.email === actor.email) return refused('accounts.refused.ownRights', {}, 'email');
  const { officeName, phone } = await getOffice({ locale: input.locale });
  const staff = input.roles.some(isStaffRole);
  const letter = { office: officeName, phone, days: INVITATION_DAYS, staff };
  const content = await invitationMail(letter, input.locale);
  return inTransaction(async (tx) => {
    const at = now();
    await tx.invitation.deleteMany({ where: { email: input.email, usedAt: null } });
    const { id } = await tx.invitation.create({
      data: {
        email: input.email,
        roles: input.roles,
        partnerId: input.roles.includes('PARTNER') ? input.partner : null,
        invitedById: actor.id,
        createdAt: at,
        expiresAt: invitationEnd(at),
      },
      select: { id: true },
    });
    await enqueueMail(actor, tx, input.email, content);
    await recordAudit(actor, tx, 'invitation.sent', id);
    return ok({ id });
  });
}

/** Takes an invitation back that was not used yet. */
export async function revokeInvitation(actor: Actor, id: string): Promise<Result<null>> {
  if (!mayAdministrate(actor)) throw new AppError('NOT_FOUND');
  return inTransaction(async (tx) => {
    const gone = await tx.invitation.deleteMany({
      where: { id, usedAt: null, tokenHash: null },
    });
    if (gone.count === 0) throw new AppError('NOT_FOUND');
    await recordAudit(actor, tx, 'invitation.revoked', id);
    return ok(null);
  });
}

async function adminExists(tx: Tx): Promise<boolean> {
  return (await tx.roleGrant.count({ where: { role: 'ADMIN' } })) > 0;
}

async function rescued(visitor: Visitor, tx: Tx, email: string): Promise<string> {
  const userId = await personOfAddress(visitor, tx, email);
  await removeSecondFactor(visitor, tx, userId);
  return userId;
}

/**
 * Uses that link: once, in time, and only while there is no admin. The one of an emergency works all the
 * same, for the address it was made for and no other, and takes off the second factor nobody has any more.
 */
export async function acceptFirstAdminInvitation(
  visitor: Visitor,
  input: { token: string; email: string },
  session: NewSession,
): Promise<Result<SignedIn>> {
  const tokenHash = { in: hashesOf('invitation', input.token) };
  return inTransaction(async (tx) => {
    await lockAdmins(visitor, tx);
    const at = now();
    const taken = await tx.invitation.updateMany({
      where: { tokenHash, usedAt: null, expiresAt: { gt: at } },
      data: { usedAt: at },
    });
    const row = await tx.invitation.findFirst({ where: { tokenHash } });
    if (taken.count === 0 || !row) return refused('accounts.refused.linkExpired');
    if (!row.emergency && (await adminExists(tx))) return refused('accounts.refused.adminExists');
    const userId = row.emergency
      ? await rescued(visitor, tx, row.email ?? input.email)
      : await personOfAddress(visitor, tx, input.email);
    await accept(visitor, tx, userId, row);
    // An empty office is of no use to anybody before it has a name, a phone and districts.
    const next = routes.teamSettings();
    return ok(await startSession(visitor, tx, { ...session, userId, next }));
  });
}
