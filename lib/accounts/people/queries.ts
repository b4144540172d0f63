import 'server-only';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ACCOUNT_RIGHTS } from '../access';
import { sameFor } from '../command';
import type { Role } from '../types';
import type { PartnerChoice, PersonDetail, PersonView } from './types';

const shown = {
  id: true,
  email: true,
  displayName: true,
  lastSeenAt: true,
  totpConfirmedAt: true,
  roles: { select: { role: true } },
  partner: { select: { id: true, name: true } },
} as const;

interface Row {
  id: string;
  email: string | null;
  displayName: string | null;
  lastSeenAt: Date;
  totpConfirmedAt: Date | null;
  roles: { role: Role }[];
  partner: { id: string; name: string } | null;
}

function view(row: Row): PersonView {
  return {
    id: row.id,
    email: row.email,
    displayName: row.displayName,
    lastSeenAt: row.lastSeenAt,
    roles: row.roles.map(({ role }) => role),
    partner: row.partner?.name ?? null,
    secondFactorSetUp: row.totpConfirmedAt !== null,
  };
}

/** Everybody who holds a right; residents are never listed. */
export const listPeopleWithRoles = sameFor(
  ACCOUNT_RIGHTS.administrate,
  async (): Promise<PersonView[]> => {
    const rows = await db.user.findMany({
      where: { roles: { some: {} } },
      orderBy: { email: 'asc' },
      select: shown,
    });
    return rows.map(view);
  },
);

/** One account with its rights. */
export const getPerson = sameFor(
  ACCOUNT_RIGHTS.administrate,
  async (id: string): Promise<PersonDetail> => {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new AppError('NOT_FOUND');
    const row = await db.user.findUnique({
      where: { id },
      select: {
        ...shown,
        createdAt: true,
        _count: { select: { sessions: { where: { expiresAt: { gt: now() } } } } },
      },
    });
    if (!row) throw new AppError('NOT_FOUND');
    return {
      ...view(row),
      partnerId: row.partner?.id ?? null,
      createdAt: row.createdAt,
      sessions: row._count.sessions,
    };
  },
);

/** Partners somebody can be given the right to act for. */
export const listPartnerChoices = sameFor(
  ACCOUNT_RIGHTS.administrate,
  async (): Promise<PartnerChoice[]> => {
    return db.partner.findMany({
      where: { state: { not: 'ENDED' } },
      orderBy: { name: 'asc' },
      select: { id: true, name: true },
    });
  },
);
