import 'server-only';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import type { Actor } from '../types';
import type { SessionView } from './types';

/** One's own signed-in browsers, this one first, then by last use. */
export async function listSessions(actor: Actor): Promise<SessionView[]> {
  const rows = await db.userSession.findMany({
    where: { userId: actor.id, expiresAt: { gt: now() } },
    orderBy: { lastSeenAt: 'desc' },
    select: { id: true, browser: true, createdAt: true, lastSeenAt: true },
  });
  const views = rows.map((row) => ({ ...row, current: row.id === actor.sessionId }));
  return [...views.filter((view) => view.current), ...views.filter((view) => !view.current)];
}
