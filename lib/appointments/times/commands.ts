import 'server-only';
import { createHash } from 'node:crypto';
import { command } from '@/lib/accounts/command';
import { officeZone } from '@/lib/core/office-time';
import { ok, type Result, refused } from '@/lib/core/result';
import { nameProblem } from '@/lib/outreach/traces/rules';
import { getOffice } from '@/lib/settings/queries';
import { APPOINTMENTS_RIGHTS } from '../access';
import { fillSlots } from '../steps';
import { APPOINTMENTS_TAGS } from '../tags';
import { atDesk } from '../wall';
import type {
  CloseHoursInput,
  DayOnAgainInput,
  OpenHoursInput,
  SettleInput,
  TakeOffInput,
  WithdrawInput,
} from './schema';

const right = APPOINTMENTS_RIGHTS.counsel;
/** As in `booking/commands.ts`: nothing is written down on this side. */
const BESIDE = { right, audit: [], tags: [APPOINTMENTS_TAGS.times] } as const;

const SHUT = refused('appointments-desk.refused.shut');

/** As the functions do that change times. */
const ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended('counselling.slots', 0))";

/** What was counted, or that the desk is shut. */
const counted = (count: number | null): Result<{ count: number }> =>
  count === null ? SHUT : ok({ count });

/**
 * Goes over to the counselling's side in this browser: from now on its key opens what is this person's.
 * @param key kept by the browser; on the way only its hash is told
 */
export const openDesk = command(
  { right, audit: [], tags: [] },
  async ({ tx, actor }, key: string): Promise<Result<null>> => {
    const hash = createHash('sha256').update(key).digest('hex');
    const [row] = await tx.$queryRaw<{ open: boolean }[]>`
      SELECT open_counselling_desk(${actor.sessionId}::uuid, ${hash}) AS open`;
    return row?.open ? ok(null) : SHUT;
  },
);

/** Hours week by week, and what can be booked in them. The same hours again, of a form sent twice, are the same. */
export const openHours = command(
  BESIDE,
  async ({ actor, at }, key: string, input: OpenHoursInput) => {
    // Everybody reads where.
    const named = nameProblem({ place: input.place });
    if (named) return named;
    const { holidayRegion } = await getOffice({ locale: 'de' });
    return counted(
      await atDesk(actor, key, async (ask) => {
        // The same form twice at once is one after the other.
        await ask(ONE_AT_A_TIME);
        await ask(
          `INSERT INTO counselling.hours (counsellor_id, weekday, starts, ends, minutes, kind, place, step_free,
           languages, time_zone, from_day, until_day)
         SELECT $1::uuid, $2::smallint, $3::time, $4::time, $5::smallint, $6::text, $7::text, $8::boolean, $9::text[], $10::text, $11::date, $12::date
         WHERE NOT EXISTS (
           SELECT FROM counselling.hours WHERE (counsellor_id, weekday, starts, ends, minutes, kind, place, step_free, languages, from_day) =
             ($1::uuid, $2::smallint, $3::time, $4::time, $5::smallint, $6::text, $7::text, $8::boolean, $9::text[], $11::date)
             AND until_day IS NOT DISTINCT FROM $12::date
         )`,
          [
            ...[actor.id, input.weekday, input.from, input.until, input.minutes, input.kind],
            ...[input.place, input.stepFree, input.languages, officeZone(), input.fromDay],
            input.untilDay,
          ],
        );
        return fillSlots(ask, at, holidayRegion);
      }),
    );
  },
);

/** Hours that are no more; who has an appointment keeps it. Answers how many those are. Somebody else's are not there. */
export const closeHours = command(
  BESIDE,
  async ({ actor }, key: string, { id }: CloseHoursInput) => {
    const rows = await atDesk(actor, key, (ask) =>
      ask<{ left: number | null }>('SELECT counselling.close_hours($1) AS left', [id]),
    );
    if (rows === null) return SHUT;
    const left = rows[0]?.left ?? null;
    return left === null ? refused('appointments-desk.refused.hoursGone') : counted(left);
  },
);

/**
 * Days without counselling: who had an appointment is called off, and called; with `whole` also who had one that has begun
 * or is over, because nobody was there. Answers how many those are.
 */
export const takeOff = command(BESIDE, async ({ actor }, key: string, input: TakeOffInput) =>
  counted(
    await atDesk(actor, key, async (ask) => {
      const [row] = await ask<{ off: number }>('SELECT counselling.take_off($1, $2, $3) AS off', [
        ...[input.fromDay, input.untilDay, input.whole],
      ]);
      return row?.off ?? 0;
    }),
  ),
);

/** Takes back one time of one's own that nobody has, or gives it again; said again, it is the same. */
export const withdrawSlot = command(
  BESIDE,
  async ({ actor }, key: string, { slot, to }: WithdrawInput): Promise<Result<null>> => {
    const rows = await atDesk(actor, key, (ask) =>
      ask<{ done: boolean }>('SELECT counselling.withdraw_slot($1, $2) AS done', [
        ...[slot, to === 'WITHDRAWN'],
      ]),
    );
    if (rows === null) return SHUT;
    return rows[0]?.done ? ok(null) : refused('appointments-desk.refused.notFree');
  },
);

/**
 * Those that were not gone, too: somebody had them and gave them back. None of days that another entry keeps off, what the
 * office called off or what one took off oneself; then some of them are off still.
 */
const FREE_AGAIN = `SELECT
    (SELECT count(*)::integer FROM counselling.slots s
     WHERE s.starts_at > $1 AND s.local_date BETWEEN $2::date AND $3::date AND counselling.stands(s.id)
       AND NOT EXISTS (SELECT FROM counselling.bookings b WHERE b.slot_id = s.id AND b.state <> 'CANCELLED_BY_VISITOR')) AS free,
    EXISTS (SELECT FROM counselling.days_off WHERE from_day <= $3::date AND until_day >= $2::date) AS off`;

/**
 * Counsels on those days after all; whoever was called off stays so. Answers how many appointments are free on them, and
 * whether another entry keeps some of them off still.
 */
export const dayOnAgain = command(
  BESIDE,
  async (
    { actor, at },
    key: string,
    { id }: DayOnAgainInput,
  ): Promise<Result<{ count: number; isOffStill: boolean }>> => {
    const { holidayRegion } = await getOffice({ locale: 'de' });
    const made = await atDesk(actor, key, async (ask) => {
      // First of all, as whoever deletes what is due.
      await ask(ONE_AT_A_TIME);
      const [gone] = await ask<{ from_day: string; until_day: string }>(
        'DELETE FROM counselling.days_off WHERE id = $1 RETURNING from_day::text, until_day::text',
        [id],
      );
      // Others that met it may have taken its place: those days are still off.
      if (!gone) return refused('appointments-desk.refused.daysGone');
      await fillSlots(ask, at, holidayRegion);
      const days = [at, gone.from_day, gone.until_day];
      const [row] = await ask<{ free: number; off: boolean }>(FREE_AGAIN, days);
      return ok({ count: row?.free ?? 0, isOffStill: row?.off ?? false });
    });
    return made ?? SHUT;
  },
);

/** What became of one's own appointment, or that somebody was told, of one's own or of whom somebody left behind. */
export const settleBooking = command(
  BESIDE,
  async ({ actor }, key: string, { id, slot, to }: SettleInput) => {
    const done = await atDesk(actor, key, async (ask) => {
      if (to === 'TOLD') {
        const [row] = await ask<{ told: boolean }>('SELECT counselling.told($1, $2) AS told', [
          id,
          slot,
        ]);
        return row?.told ? 1 : 0;
      }
      const rows = await ask(
        'UPDATE counselling.bookings SET state = $3 WHERE id = $1 AND slot_id = $2 RETURNING id',
        [id, slot, to],
      );
      return rows.length;
    }).catch(wentWrong);
    if (done === null) return SHUT;
    return done > 0 ? ok({ count: done }) : refused('appointments-desk.refused.state');
  },
);

/** The database knows which way a booking goes. */
function wentWrong(error: unknown): number {
  if (error instanceof Error && 'code' in error && error.code === '23514') return 0;
  throw error;
}
