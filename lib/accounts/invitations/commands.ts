import 'server-only';
import { recordAudit } from '@/lib/audit/commands';
import { now } from '@/lib/core/clock';
import { inTransaction, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused } from '@/lib/core/result';
import { hashesOf } from '@/lib/core/tokens';
import { enqueueMail } from '@/lib/mail/steps';
import { settingsPaths } from '@/lib/settings/paths';
import { getOffice } from '@/lib/settings/queries';
import { ACCOUNT_RIGHTS } from '../access';
import { command } from '../command';
import { isStaffRole } from '../sessions/rules';
import { startSession } from '../sessions/steps';
import type { NewSession, SignedIn } from '../sessions/types';
import { lockAddress, lockAdmins, removeSecondFactor } from '../steps';
import type { Role, Visitor } from '../types';
import { invitationMail } from './emails/invitation';
import { INVITATION_DAYS, invitationEnd } from './rules';
import { accept, personOfAddress } from './steps';

interface Invite {
  email: string;
  roles: Role[];
  partner: string;
  locale: string;
}

/** Invites somebody to hold rights; the newest invitation of an address replaces the older ones. */
export const invitePerson = command(
  {
    right: ACCOUNT_RIGHTS.changeRights,
    audit: ['invitation.sent'],
    tags: [],
    prepare: async (_actor, { locale, roles }: Invite) => {
      const { officeName, phone } = await getOffice({ locale });
      const staff = roles.some(isStaffRole);
      const letter = { office: officeName, phone, days: INVITATION_DAYS, staff };
      return invitationMail(letter, locale);
    },
  },
  async (
    { tx, actor, at, note, ready: content },
    input: Invite,
  ): Promise<Result<{ id: string }>> => {
    if (input.email === actor.email) return refused('accounts.refused.ownRights', {}, 'email');
    await lockAddress(tx, input.email);
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
    await enqueueMail(tx, input.email, content);
    await note('invitation.sent', id);
    return ok({ id });
  },
);

/** Takes an invitation back that was not used yet. */
export const revokeInvitation = command(
  { right: ACCOUNT_RIGHTS.administrate, audit: ['invitation.revoked'], tags: [] },
  async ({ tx, note }, id: string) => {
    const gone = await tx.invitation.deleteMany({
      where: { id, usedAt: null, tokenHash: null },
    });
    if (gone.count === 0) throw new AppError('NOT_FOUND');
    await note('invitation.revoked', id);
    return ok(null);
  },
);

async function adminExists(tx: Tx): Promise<boolean> {
  return (await tx.roleGrant.count({ where: { role: 'ADMIN' } })) > 0;
}

async function rescued(visitor: Visitor, tx: Tx, email: string): Promise<string> {
  const userId = await personOfAddress(visitor, tx, email);
  await removeSecondFactor(tx, userId);
  await recordAudit(visitor, tx, 'second-factor.reset', userId);
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
    await lockAdmins(tx);
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
    const next = settingsPaths.teamSettings();
    return ok(await startSession(visitor, tx, { ...session, userId, next }));
  });
}
