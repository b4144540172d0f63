import 'server-only';
import type { Leaving } from '@/lib/accounts/steps';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db, dropPages, inTransaction } from '@/lib/core/db';
import { ok } from '@/lib/core/result';
import { struckSince } from '@/lib/forum/agenda/rules';
import { FORUM_TAGS } from '../tags';

const KEPT_DAYS = 365;

/**
 * A year after a session it no longer says which person moderated it; that somebody of the residents did
 * stays as a role; the pages that said so are made anew. Running it again changes nothing.
 * @returns at how many sessions somebody was forgotten
 */
export async function forgetOldModerators(): Promise<number> {
  const before = new Date(now().getTime() - KEPT_DAYS * DAY_MS);
  const forgotten = await inTransaction<number>(async (tx) => {
    const { count } = await tx.forumSession.updateMany({
      where: { endsAt: { lt: before }, moderatorId: { not: null } },
      data: { moderatorId: null, moderatorNamed: false },
    });
    if (count > 0) await dropPages(tx, FORUM_TAGS.sessions);
    return ok(count);
  });
  return forgotten.ok ? forgotten.value : 0;
}

/** What was struck off an agenda is gone for good. @returns how many items */
export async function forgetStruckItems(): Promise<number> {
  const gone = await db.struckAgendaItem.deleteMany({
    where: { struckAt: { lt: struckSince(now()) } },
  });
  return gone.count;
}

/** A session may name somebody as the one who leads it, and then names nobody. */
export const forumLeaving: Leaving = {
  remains: { registrations: ['Registration', 'RegistrationStep'] },
  async before(tx, accounts) {
    const led = { moderatorId: { in: [...accounts] } };
    if ((await tx.forumSession.count({ where: led })) > 0) await dropPages(tx, FORUM_TAGS.sessions);
  },
};
