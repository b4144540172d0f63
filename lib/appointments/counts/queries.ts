import 'server-only';
import { publicly, reading, sameFor } from '@/lib/accounts/command';
import { now } from '@/lib/core/clock';
import { officeDate } from '@/lib/core/office-time';
import { behindTheWall } from '@/lib/core/walled';
import { APPOINTMENTS_RIGHTS } from '../access';
import type { TallyRow, WaitingNumber } from '../types';
import { atDesk } from '../wall';
import { monthsOf } from './rules';

interface Row extends Omit<TallyRow, 'firstContact'> {
  first_contact: boolean;
}

/** One's own tally of a year or a month, the last month first; null: the desk is shut. @param period as `readTallyPeriod` answers */
export const listOwnTally = reading(
  APPOINTMENTS_RIGHTS.counsel,
  async (actor, key: string, period: string): Promise<TallyRow[] | null> =>
    atDesk(actor, key, async (ask) => {
      const { from, months } = monthsOf(period);
      const rows = await ask<Row>(
        `SELECT month::text, topic, band, first_contact, talks FROM counselling.tallies
         WHERE month >= $1::date AND month < $1::date + make_interval(months => $2)
         ORDER BY month DESC, topic, band, first_contact`,
        [from, months],
      );
      return rows.map(
        ({ first_contact, ...row }): TallyRow => ({ ...row, firstContact: first_contact }),
      );
    }),
);

/** Years one counted something in, the last first; empty where the desk is shut. */
export const listTallyYears = reading(
  APPOINTMENTS_RIGHTS.counsel,
  async (actor, key: string): Promise<string[]> => {
    const rows = await atDesk(actor, key, (ask) =>
      ask<{ year: string }>(
        "SELECT DISTINCT to_char(month, 'YYYY') AS year FROM counselling.tallies ORDER BY year DESC",
      ),
    );
    return (rows ?? []).map(({ year }) => year);
  },
);

/** Talks of whole months of all counsellors together; null where they are fewer than five. */
export const listTalksByMonth = sameFor(
  APPOINTMENTS_RIGHTS.figures,
  async () =>
    (await behindTheWall('', (ask) =>
      ask<{ month: string; talks: number | null }>(
        'SELECT month::text, talks FROM counselling.talks_by_month()',
      ),
    )) ?? [],
);

/** Today's numbers, who was called last first: for the screen of the waiting room. */
export const listNumbers = publicly(async (): Promise<WaitingNumber[]> => {
  const day = officeDate(now());
  const rows = await behindTheWall('', (ask) =>
    ask<WaitingNumber>('SELECT * FROM counselling.numbers_of($1)', [day]),
  );
  return rows ?? [];
});
