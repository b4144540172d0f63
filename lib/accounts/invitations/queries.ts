import 'server-only';
import { now } from '@/lib/core/clock';
import { byCode } from '@/lib/core/code-look-up';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { hashesOf } from '@/lib/core/tokens';
import { ACCOUNT_RIGHTS } from '../access';
import { byKey, sameFor } from '../command';
import type { InvitationView } from './types';

/** Invitations that still wait, the newest first. */
export const listInvitations = sameFor(
  ACCOUNT_RIGHTS.administrate,
  async (): Promise<InvitationView[]> => {
    const rows = await db.invitation.findMany({
      where: { usedAt: null, tokenHash: null, expiresAt: { gt: now() } },
      orderBy: { createdAt: 'desc' },
      select: {
        id: true,
        email: true,
        roles: true,
        expiresAt: true,
        partner: { select: { name: true } },
      },
    });
    return rows.map((row) => ({
      ...row,
      email: row.email ?? '',
      partner: row.partner?.name ?? null,
    }));
  },
);

/** The first admin's link, or that of an emergency, while it works; reading it uses nothing up. */
export const getFirstAdminInvitation = byKey(
  ACCOUNT_RIGHTS.signIn,
  async (token: string): Promise<{ email: string; emergency: boolean }> => {
    const tokenHash = { in: hashesOf('invitation', token) };
    const where = { tokenHash, usedAt: null, expiresAt: { gt: now() } };
    const select = { email: true, emergency: true };
    const row = await byCode(() => db.invitation.findFirst({ where, select }));
    if (!row) throw new AppError('NOT_FOUND');
    return { ...row, email: row.email ?? '' };
  },
);
