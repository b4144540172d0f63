import 'server-only';
import { command } from '@/lib/accounts/command';
import { officeDate } from '@/lib/core/office-time';
import { ok, type Result, refused } from '@/lib/core/result';
import { APPOINTMENTS_RIGHTS } from '../access';
import { atDesk } from '../wall';
import type { CallAgainInput, CallInput, TallyInput } from './schema';

const right = APPOINTMENTS_RIGHTS.counsel;
/** As in `booking/commands.ts`: nothing is written down on this side. */
const BESIDE = { right, audit: [], tags: [] } as const;

const SHUT = refused('appointments-desk.refused.shut');

/** Says how many talks of a kind there were in a month; said again, the last word counts. */
export const tallyTalks = command(BESIDE, async ({ actor, at }, key: string, input: TallyInput) => {
  const { month, topic, band, firstContact, talks } = input;
  // What has not been yet nobody can have counted; taking such a line out is no counting.
  if (talks > 0 && month > officeDate(at))
    return refused('appointments-desk.error.monthAhead', {}, 'month');
  const done = await atDesk(actor, key, async (ask) => {
    await (talks === 0
      ? ask(
          `DELETE FROM counselling.tallies
           WHERE counsellor_id = $1 AND month = $2 AND topic = $3 AND band = $4 AND first_contact = $5`,
          [actor.id, month, topic, band, firstContact],
        )
      : ask(
          `INSERT INTO counselling.tallies (counsellor_id, month, topic, band, first_contact, talks)
           VALUES ($1, $2, $3, $4, $5, $6)
           ON CONFLICT (counsellor_id, month, topic, band, first_contact) DO UPDATE SET talks = EXCLUDED.talks`,
          [actor.id, month, topic, band, firstContact, talks],
        ));
    return true;
  });
  return done ? ok(null) : SHUT;
});

const NOBODY_WAITS = refused('appointments-desk.refused.nobodyWaits');
const ALL_DRAWN = refused('appointments-desk.refused.allDrawn');

const numbered = (
  rows: { number: number | null }[] | null,
  none = NOBODY_WAITS,
): Result<{ number: number }> => {
  if (rows === null) return SHUT;
  const number = rows[0]?.number ?? null;
  return number === null ? none : ok({ number });
};

/** The next number of today, for whoever came; a day has no more of them than the database holds. */
export const drawNumber = command(BESIDE, async ({ actor, at }, key: string) =>
  numbered(
    await atDesk(actor, key, (ask) =>
      ask<{ number: number | null }>('SELECT counselling.draw_number($1) AS number', [
        officeDate(at),
      ]),
    ),
    ALL_DRAWN,
  ),
);

/** Asks the next one in. */
export const callNext = command(BESIDE, async ({ actor, at }, key: string, { place }: CallInput) =>
  numbered(
    await atDesk(actor, key, (ask) =>
      ask<{ number: number | null }>('SELECT counselling.call_next($1, $2) AS number', [
        officeDate(at),
        place,
      ]),
    ),
  ),
);

/** Asks one in once more who was called today and did not come. */
export const callAgain = command(
  BESIDE,
  async ({ actor, at }, key: string, { number, place }: CallAgainInput) => {
    const rows = await atDesk(actor, key, (ask) =>
      ask<{ number: number | null }>('SELECT counselling.call_again($1, $2, $3) AS number', [
        ...[officeDate(at), number, place],
      ]),
    );
    const isOpen = rows !== null;
    return isOpen && rows[0]?.number == null
      ? refused('appointments-desk.refused.notCalled')
      : numbered(rows);
  },
);
