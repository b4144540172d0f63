import 'server-only';
import { now } from '@/lib/core/clock';
import { inTransaction, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result } from '@/lib/core/result';
import { enqueueMail } from '@/lib/mail/steps';
import { getOffice } from '@/lib/settings/queries';
import { ACCOUNT_RIGHTS } from '../access';
import { command, publicly } from '../command';
import { accountOfAddress } from '../invitations/steps';
import { startSession } from '../sessions/steps';
import type { NewSession, SignedIn } from '../sessions/types';
import { lockAccount, lockAddress } from '../steps';
import type { Visitor } from '../types';
import { connectedMail } from './emails/connected';
import type { Identity } from './types';

/**
 * The account of an identity seen for the first time: that of its verified address, made when there is
 * none. An address alone never opens an account with more rights than everybody's, nor takes up an
 * invitation to them: whoever has such an account connects it while signed in to it.
 *
 * @returns no id where connecting comes first
 */
export const accountOfNewIdentity = publicly(
  (identity: Identity, email: string): Promise<Result<{ id: string | null }>> =>
    inTransaction<{ id: string | null }>(async (tx) => {
      await lockAddress(tx, email);
      // Whoever gives this account rights just now is waited for.
      await tx.$executeRaw`SELECT 1 FROM users WHERE email = ${email} FOR UPDATE`;
      if (await hasMoreRights(tx, email)) return ok({ id: null });
      const id = await accountOfAddress(tx, email);
      await link(tx, id, identity);
      return ok({ id });
    }),
);

async function hasMoreRights(tx: Tx, email: string): Promise<boolean> {
  const rights = await tx.user.count({
    where: {
      email,
      OR: [
        { roles: { some: {} } },
        { partnerId: { not: null } },
        { totpConfirmedAt: { not: null } },
      ],
    },
  });
  const invitations = await tx.invitation.count({
    where: { email, tokenHash: null, usedAt: null, expiresAt: { gt: now() } },
  });
  return rights + invitations > 0;
}

/** Two answers for the same person may come at the same moment. */
async function link(tx: Tx, userId: string, { issuer, subject }: Identity): Promise<boolean> {
  const made = await tx.linkedIdentity.createMany({
    data: { userId, provider: issuer, providerAccountId: subject },
    skipDuplicates: true,
  });
  return made.count === 1;
}

/** Ties an identity to the account of whoever is signed in and asked for it just now; its owner gets a mail. */
export const connectIdentity = command(
  {
    right: ACCOUNT_RIGHTS.connect,
    audit: ['account.identityConnected'],
    tags: [],
    prepare: async (_actor, _identity: Identity, locale: string) => {
      const { phone } = await getOffice({ locale });
      return connectedMail(phone, locale);
    },
  },
  async (
    { tx, actor, ready: mail, note },
    identity: Identity,
    _locale: string,
  ): Promise<Result<null>> => {
    await lockAccount(tx, actor.id);
    // Whoever was shut out meanwhile ties nothing to the account any more.
    const sessions = await tx.userSession.count({ where: { id: actor.sessionId } });
    if (sessions === 0 || !(await link(tx, actor.id, identity))) throw new AppError('NOT_FOUND');
    if (actor.email !== null) await enqueueMail(tx, actor.email, mail);
    await note('account.identityConnected', actor.id);
    return ok(null);
  },
);

/** Unties every identity from one's own account and ends all other browsers: one may have come in that way. */
export const disconnectIdentity = command(
  { right: ACCOUNT_RIGHTS.disconnect, audit: ['account.identityDisconnected'], tags: [] },
  async ({ tx, actor, note }): Promise<Result<null>> => {
    await lockAccount(tx, actor.id);
    const untied = await tx.linkedIdentity.deleteMany({ where: { userId: actor.id } });
    if (untied.count === 0) throw new AppError('NOT_FOUND');
    await tx.userSession.deleteMany({ where: { userId: actor.id, id: { not: actor.sessionId } } });
    await note('account.identityDisconnected', actor.id);
    return ok(null);
  },
);

/**
 * Signs in whom the sign-in server has recognised; the office still goes through the second step.
 * @throws {AppError} NOT_FOUND where the identity was taken off the account in the meantime
 */
export async function signInByIdentity(
  visitor: Visitor,
  userId: string,
  { identity, ...session }: NewSession & { identity: Identity },
): Promise<Result<SignedIn>> {
  const { issuer, subject } = identity;
  return inTransaction(async (tx) => {
    await lockAccount(tx, userId);
    const tied = await tx.linkedIdentity.count({
      where: { userId, provider: issuer, providerAccountId: subject },
    });
    if (tied === 0) throw new AppError('NOT_FOUND');
    return ok(await startSession(visitor, tx, { ...session, userId, next: '' }));
  });
}
