import 'server-only';
import { publicly, reading } from '@/lib/accounts/command';
import { now } from '@/lib/core/clock';
import { officeDate } from '@/lib/core/office-time';
import { behindTheWall } from '@/lib/core/walled';
import { APPOINTMENTS_RIGHTS } from '../access';
import type { Band, TallyRow, Topic, WaitingNumber } from '../types';
import { atDesk } from '../wall';

interface Row {
  month: string;
  topic: Topic;
  band: Band;
  first_contact: boolean;
  talks: number;
}

/** One's own tally, the last month first; null: the desk is shut. */
export const listOwnTally = reading(APPOINTMENTS_RIGHTS.counsel, async (actor, key: string) =>
  atDesk(actor, key, async (ask) => {
    const rows = await ask<Row>(
      `SELECT month::text, topic, band, first_contact, talks FROM counselling.tallies
       ORDER BY month DESC, topic, band, first_contact LIMIT 300`,
    );
    return rows.map(
      ({ first_contact, ...row }): TallyRow => ({ ...row, firstContact: first_contact }),
    );
  }),
);

/** Talks of whole months of all counsellors together; null where they are fewer than five. */
export const listTalksByMonth = reading(
  APPOINTMENTS_RIGHTS.figures,
  async (_actor) =>
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
