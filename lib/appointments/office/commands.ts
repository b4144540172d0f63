import 'server-only';
import { command } from '@/lib/accounts/command';
import { officeDate } from '@/lib/core/office-time';
import { ok, type Result, refused } from '@/lib/core/result';
import { APPOINTMENTS_RIGHTS } from '../access';
import { movedBy } from '../counts/rules';
import type { DrawInput } from '../counts/schema';
import { APPOINTMENTS_TAGS } from '../tags';
import type { Moved } from '../types';
import type { CallOffInput } from './schema';

/** In the words of the office. */
const REFUSALS = {
  FULL: 'appointments-office.refused.allDrawn',
  CLOSED: 'appointments-office.refused.notOpen',
};

/**
 * Calls off days of somebody who counsels and cannot say so, because they are ill. The database does it; what it called off
 * and of whom it tells nobody on this side. That it was done is written down with the session it was done in; the days and
 * whose they are stand nowhere but in that counsellor's calendar.
 */
export const callOffDays = command(
  {
    right: APPOINTMENTS_RIGHTS.callOff,
    audit: ['counsellingDays.calledOff'],
    tags: [APPOINTMENTS_TAGS.times],
  },
  async ({ tx, actor, at, note }, input: CallOffInput): Promise<Result<null>> => {
    const { counsellor, fromDay, untilDay, whole } = input;
    if (fromDay < officeDate(at))
      return refused('appointments-office.error.fromDay', {}, 'fromDay');
    const [row] = await tx.$queryRaw<{ done: boolean }[]>`
      SELECT call_off_counselling(${actor.sessionId}::uuid, ${counsellor}::uuid, ${fromDay}::date, ${untilDay}::date, ${whole}) AS done`;
    if (!row?.done) return refused('appointments-office.refused.nobody', {}, 'counsellor');
    // Of whom stands nowhere on this side, nor what would open a desk.
    await note('counsellingDays.calledOff', actor.id);
    return ok(null);
  },
);

/** The number the page named of today's open hours, for whoever came; the database asks the session, and whether it is open. */
export const drawAtCounter = command(
  { right: APPOINTMENTS_RIGHTS.draw, audit: [], tags: [] },
  async ({ tx, actor }, { number }: DrawInput): Promise<Result<Moved>> => {
    const [row] = await tx.$queryRaw<{ answer: string | null }[]>`
      SELECT draw_counselling_number(${actor.sessionId}::uuid, ${number}::int) AS answer`;
    return movedBy(number, row?.answer ?? 'CLOSED', REFUSALS);
  },
);
