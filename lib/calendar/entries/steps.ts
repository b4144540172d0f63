import 'server-only';
import type { Given } from '@/lib/accounts/command';

type Changing = Pick<Given, 'tx' | 'at' | 'drop'>;

/** Part of every change: counted, dated, shown everywhere at once. */
export async function countChange(given: Changing, id: string): Promise<void> {
  const { tx, at, drop } = given;
  await tx.calendarEntry.update({
    where: { id },
    data: { sequence: { increment: 1 }, updatedAt: at },
    select: { id: true },
  });
  drop(`calendar:${id}`);
}
