import { setClock } from '@/lib/core/clock';
import { isClockReplaced, ownerDb } from './owner';

/**
 * Moves the program's clock and the one the database goes by; `null` gives both the real one back.
 * Where nothing depends on the database's, `setClock` alone is enough.
 */
export async function moveClock(at: Date | null): Promise<void> {
  setClock(at);
  if (at === null && !isClockReplaced.here) return;
  if (!isClockReplaced.here) await replaceClock();
  await ownerDb.$executeRaw`UPDATE moved_clock SET instant = ${at}::timestamptz`;
}

/** Only the owner can do this, and only a test does. */
async function replaceClock(): Promise<void> {
  await ownerDb.$executeRaw`CREATE TABLE moved_clock (instant timestamptz)`;
  await ownerDb.$executeRaw`INSERT INTO moved_clock VALUES (NULL)`;
  await ownerDb.$executeRaw`
    CREATE OR REPLACE FUNCTION database_clock() RETURNS timestamptz LANGUAGE sql SECURITY DEFINER
    RETURN coalesce((SELECT instant FROM moved_clock), clock_timestamp())`;
  isClockReplaced.here = true;
}
