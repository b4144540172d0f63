import 'server-only';
import { db } from '@/lib/core/db';
import type { OwnPart } from '@/lib/manifest';
import type { Actor } from './types';

const instant = (at: Date | null) => at?.toISOString() ?? '';

/** The account itself. Keys (hashes of cookies and codes) are left out; they open doors and tell nothing. */
export async function listOwn(actor: Actor): Promise<OwnPart[]> {
  const user = await db.user.findUniqueOrThrow({
    where: { id: actor.id },
    select: {
      email: true,
      displayName: true,
      locale: true,
      createdAt: true,
      lastSeenAt: true,
      totpConfirmedAt: true,
      forumRight: true,
      pollReminders: true,
      reminderPhone: true,
      district: { select: { name: true } },
      partner: { select: { name: true } },
      roles: { select: { role: true, grantedAt: true } },
      sessions: { select: { browser: true, createdAt: true, lastSeenAt: true, area: true } },
      identities: { select: { provider: true, providerAccountId: true } },
      cards: { select: { position: true, firstUsed: true, batch: { select: { number: true } } } },
    },
  });
  const account = {
    email: user.email ?? '',
    name: user.displayName ?? '',
    district: user.district?.name ?? '',
    partner: user.partner?.name ?? '',
    language: user.locale,
    created: instant(user.createdAt),
    lastUsed: instant(user.lastSeenAt),
    secondFactor: instant(user.totpConfirmedAt),
    forumRight: user.forumRight ? '✓' : '',
    reminders: user.pollReminders ? '✓' : '',
    phone: user.reminderPhone,
  };
  return [
    { part: 'account', rows: [account] },
    {
      part: 'roles',
      rows: user.roles.map(({ role, grantedAt }) => ({ role, created: instant(grantedAt) })),
    },
    {
      part: 'sessions',
      rows: user.sessions.map(({ browser, createdAt, lastSeenAt, area }) => ({
        browser,
        ...(area ? { area } : {}),
        created: instant(createdAt),
        lastUsed: instant(lastSeenAt),
      })),
    },
    {
      part: 'identities',
      rows: user.identities.map(({ provider, providerAccountId }) => ({
        service: provider,
        identifier: providerAccountId,
      })),
    },
    {
      part: 'cards',
      rows: user.cards.map(({ position, firstUsed, batch }) => ({
        number: `${batch.number}-${position}`,
        created: instant(firstUsed),
      })),
    },
  ];
}
