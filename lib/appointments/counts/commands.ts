import 'server-only';
import { command } from '@/lib/accounts/command';
import { officeDate } from '@/lib/core/office-time';
import { ok, type Result, refused } from '@/lib/core/result';
import { nameProblem } from '@/lib/outreach/traces/rules';
import { APPOINTMENTS_RIGHTS } from '../access';
import type { Moved } from '../types';
import { atDesk } from '../wall';
import { movedBy } from './rules';
import type { CallInput, DrawInput, NoTalksInput, TallyInput } from './schema';

const right = APPOINTMENTS_RIGHTS.counsel;
/** As in `booking/commands.ts`: nothing is written down on this side. */
const BESIDE = { right, audit: [], tags: [] } as const;

const SHUT = refused('appointments-desk.refused.shut');

/** Lines of a month and that it had none: whoever says one of them waits for the other. */
const ONE_AFTER_ANOTHER =
  "SELECT pg_advisory_xact_lock(hashtextextended('counselling.tallies', 0))";
const NOT_NONE =
  "DELETE FROM counselling.tallies WHERE counsellor_id = $1 AND month = $2 AND topic = 'NONE'";

/** Says how many talks of a kind there were in a month; said again, the last word counts. */
export const tallyTalks = command(BESIDE, async ({ actor, at }, key: string, input: TallyInput) => {
  const { month, topic, band, firstContact, talks } = input;
  // What has not been yet nobody can have counted; taking such a line out is no counting.
  if (talks > 0 && month > officeDate(at))
    return refused('appointments-desk.error.monthAhead', {}, 'month');
  const done = await atDesk(actor, key, async (ask) => {
    await ask(ONE_AFTER_ANOTHER);
    // A month with a talk is none without.
    if (talks > 0) await ask(NOT_NONE, [actor.id, month]);
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

/** Says that a month had no talk, or takes that back: what nobody counted is not nought. */
export const sayNoTalks = command(
  BESIDE,
  async ({ actor, at }, key: string, { month, none }: NoTalksInput) => {
    if (none && month > officeDate(at))
      return refused('appointments-desk.error.monthAhead', {}, 'month');
    const left = await atDesk(actor, key, async (ask) => {
      await ask(ONE_AFTER_ANOTHER);
      await ask(NOT_NONE, [actor.id, month]);
      const lines = await ask(
        'SELECT 1 FROM counselling.tallies WHERE counsellor_id = $1 AND month = $2 LIMIT 1',
        [actor.id, month],
      );
      if (none && lines.length === 0)
        await ask(
          `INSERT INTO counselling.tallies (counsellor_id, month, topic, band, first_contact, talks)
           VALUES ($1, $2, 'NONE', 'NONE', false, 0)`,
          [actor.id, month],
        );
      return lines.length;
    });
    if (left === null) return SHUT;
    return none && left > 0
      ? refused('appointments-desk.error.monthCounted', {}, 'month')
      : ok(null);
  },
);

/** In the words of the desk. */
const REFUSALS = {
  FULL: 'appointments-desk.refused.allDrawn',
  CLOSED: 'appointments-desk.refused.notOpen',
};

/** The number the page named, for whoever came in open hours; a day has no more of them than the database holds. */
export const drawNumber = command(BESIDE, async ({ actor }, key: string, { number }: DrawInput) => {
  const rows = await atDesk(actor, key, (ask) =>
    ask<{ answer: string | null }>('SELECT counselling.draw_number($1) AS answer', [number]),
  );
  return rows === null ? SHUT : movedBy(number, rows[0]?.answer, REFUSALS);
});

/** Asks in whom the page named as the next one. @param input where to; everybody reads it, so nobody is named there */
export const callNext = command(
  BESIDE,
  async ({ actor, at }, key: string, { number, place }: CallInput): Promise<Result<Moved>> => {
    const named = nameProblem({ place });
    if (named) return named;
    const rows = await atDesk(actor, key, (ask) =>
      ask<{ answer: string | null }>('SELECT counselling.call_number($1, $2, $3) AS answer', [
        ...[officeDate(at), number, place],
      ]),
    );
    return rows === null ? SHUT : movedBy(number, rows[0]?.answer, REFUSALS);
  },
);

/** Asks one in once more who was called today and did not come. @param input an empty place is the one before */
export const callAgain = command(
  BESIDE,
  async ({ actor, at }, key: string, { number, place }: CallInput): Promise<Result<Moved>> => {
    const named = nameProblem({ place });
    if (named) return named;
    const rows = await atDesk(actor, key, (ask) =>
      ask<{ number: number | null }>('SELECT counselling.call_again($1, $2, $3) AS number', [
        ...[officeDate(at), number, place],
      ]),
    );
    if (rows === null) return SHUT;
    return rows[0]?.number == null
      ? refused('appointments-desk.refused.notCalled')
      : ok({ number, wasBefore: false });
  },
);
