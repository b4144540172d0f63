import 'server-only';
import type { Leaving } from '@/lib/accounts/steps';
import type { Tx } from '@/lib/core/db';
import { refused } from '@/lib/core/result';
import { longDateTime } from '@/lib/i18n/dates';

/** While a poll runs whoever voted in it keeps the account: with a new one they could vote again. */
export const votingLeaving: Leaving = {
  async stays(tx, account, locale) {
    const closesAt = await endOfRunningPoll(tx, account);
    return closesAt && refused('voting.refused.leaving', { until: longDateTime(closesAt, locale) });
  },
  // Who voted at the desk was not seen on these pages.
  async kept(tx, accounts) {
    const rows = await tx.rollEntry.findMany({
      where: { userId: { in: [...accounts] }, poll: { state: 'SCHEDULED' } },
      select: { userId: true },
    });
    return rows.flatMap(({ userId }) => userId ?? []);
  },
};

/** By the clock of the database, which keeps the account until then whatever we think. */
async function endOfRunningPoll(tx: Tx, account: string): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ closesAt: Date | null }[]>`
    SELECT max(closes_at) AS "closesAt" FROM polls JOIN roll_entries ON poll_id = polls.id
    WHERE user_id = ${account}::uuid AND state = 'SCHEDULED' AND closes_at > database_clock()`;
  return row?.closesAt ?? null;
}
