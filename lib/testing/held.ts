import { expect } from 'vitest';
import { db, inTransaction, type Tx } from '@/lib/core/db';
import { ok } from '@/lib/core/result';

function gate() {
  const doors: (() => void)[] = [];
  const opened = new Promise<void>((resolve) => doors.push(resolve));
  return { opened, open: () => doors.at(0)?.() };
}

/** A write of somebody else, held before its end. */
export function held<T>(work: (tx: Tx) => Promise<T>) {
  const [entered, released] = [gate(), gate()];
  const done = inTransaction(async (tx) => {
    const value = await work(tx);
    entered.open();
    await released.opened;
    return ok(value);
  });
  return { reached: entered.opened, go: released.open, done };
}

/** Until one connection to this database waits for another one. @param reader of the role whose connections they are */
export async function someoneWaits(many = 1, reader: Pick<Tx, '$queryRaw'> = db): Promise<void> {
  await expect
    .poll(
      async () => {
        const rows = await reader.$queryRaw<{ count: bigint }[]>`
          SELECT count(*) FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'`;
        return Number(rows[0]?.count ?? 0);
      },
      { timeout: 10_000 },
    )
    .toBeGreaterThanOrEqual(many);
}
