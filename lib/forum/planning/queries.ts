import 'server-only';
import { sameFor } from '@/lib/accounts/command';
import { localDateOf } from '@/lib/core/clock';
import { dayOf } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { getSessionHead } from '@/lib/forum/sessions/queries';
import { isCalledOff } from '@/lib/forum/sessions/rules';
import type { SessionForm, SessionHead, SessionInOffice } from '@/lib/forum/sessions/types';
import { getOffice } from '@/lib/settings/queries';
import { FORUM_RIGHTS } from '../access';

/** All sessions for the office, the latest first. */
export const listSessionsInOffice = sameFor(
  FORUM_RIGHTS.keep,
  async (): Promise<SessionInOffice[]> => {
    const rows = await db.forumSession.findMany({
      orderBy: { startsAt: 'desc' },
      take: 100,
      select: {
        number: true,
        title: true,
        place: true,
        state: true,
        startsAt: true,
        endsAt: true,
        registrationDeadline: true,
        capacity: true,
        attended: true,
        registrations: {
          where: { state: { in: ['CONFIRMED', 'WAITLISTED'] } },
          select: { persons: true, state: true },
        },
      },
    });
    return rows.map(({ registrations, ...session }) => ({
      ...session,
      confirmed: registrations
        .filter(({ state }) => state === 'CONFIRMED')
        .reduce((sum, { persons }) => sum + persons, 0),
      waitingGroups: registrations.filter(({ state }) => state === 'WAITLISTED').length,
    }));
  },
);

/** The session as the office's form needs it: every field a text. */
export const getSessionForm = sameFor(
  FORUM_RIGHTS.keep,
  async (number: number): Promise<SessionForm> => {
    const row = await db.forumSession.findUnique({
      where: { number },
      select: {
        version: true,
        title: true,
        place: true,
        fallbackPlace: true,
        access: true,
        childCare: true,
        liftService: true,
        translation: true,
        moderator: true,
        minutesBy: true,
        note: true,
        state: true,
        callOffReason: true,
        capacity: true,
        localDate: true,
        localStart: true,
        localEnd: true,
        timeZone: true,
        registrationDeadline: true,
        districts: { select: { districtId: true } },
      },
    });
    if (!row) throw new AppError('NOT_FOUND');
    const { capacity, localDate, localStart, localEnd, timeZone, ...rest } = row;
    const { registrationDeadline, districts, state, ...texts } = rest;
    const office = await getOffice({ locale: 'de' });
    const chosen = new Set(districts.map(({ districtId }) => districtId));
    return {
      ...texts,
      calledOff: isCalledOff(state) ? state : null,
      date: dayOf(localDate),
      start: localStart,
      end: localEnd,
      capacity: capacity === null ? '' : String(capacity),
      deadline: registrationDeadline ? localDateOf(registrationDeadline, timeZone) : '',
      districts: office.everyDistrict.filter(({ id }) => chosen.has(id)).map(({ slug }) => slug),
    };
  },
);

/** The number a new session will get. */
export const getNextSessionNumber = sameFor(FORUM_RIGHTS.keep, async (): Promise<number> => {
  const last = await db.forumSession.aggregate({ _max: { number: true } });
  return (last._max.number ?? 0) + 1;
});

/** The head of a session's pages in the office. */
export const getSessionInOffice = sameFor(
  FORUM_RIGHTS.keep,
  async (number: number): Promise<SessionHead> => {
    const session = await getSessionHead(number);
    if (!session) throw new AppError('NOT_FOUND');
    return session;
  },
);
