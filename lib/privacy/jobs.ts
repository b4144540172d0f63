import 'server-only';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';

/** Deletes what the foundations kept long enough: tokens, done calls, sessions, audit. Safe to repeat. */
export async function sweepFoundations(): Promise<void> {
  const at = now().getTime();
  const ago = (days: number) => new Date(at - days * DAY_MS);
  await db.formSubmission.deleteMany({ where: { day: { lt: ago(2) } } });
  await db.rateBucket.deleteMany({ where: { windowEnd: { lt: ago(1) } } });
  await db.signInCode.deleteMany({ where: { createdAt: { lt: ago(1) } } });
  await db.userSession.deleteMany({ where: { expiresAt: { lt: ago(0) } } });
  await db.callListItem.deleteMany({ where: { doneAt: { lt: ago(30) } } });
  await db.$executeRaw`SELECT forget_audit()`;
}
