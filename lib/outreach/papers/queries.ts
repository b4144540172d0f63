import 'server-only';
import { reading, sameFor } from '@/lib/accounts/command';
import { now } from '@/lib/core/clock';
import { dayOf } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { folded } from '@/lib/core/folded';
import { OUTREACH_RIGHTS } from '../access';
import { getRound } from '../rounds/queries';
import { stopOf } from '../rounds/stops/rules';
import { type BlankPaper, DAYS_IN_LETTER, DAYS_ON_NOTICE, isBlankPaper } from './rules';
import type { RoundNotice, ShutDoor } from './types';

/**
 * Where and when the office can be met, as everybody may know: one stop of a round and all announced days there that
 * are still to come.
 * @param stop counted from 1
 * @throws {AppError} NOT_FOUND, also where nothing is announced there any more, or no such stop is
 */
export const getNotice = reading(
  OUTREACH_RIGHTS.rounds,
  async (actor, { id, stop }: { id: string; stop: number }): Promise<RoundNotice> => {
    const { stops, districtId } = await getRound(actor, id);
    const place = stops[stop - 1]?.place ?? '';
    const rows = await db.outreachRound.findMany({
      where: { districtId, announced: true, state: 'PLANNED', endsAt: { gt: now() } },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      select: {
        ...{ id: true, place: true, localDate: true, localStart: true, localEnd: true },
        stops: { select: { place: true, localStart: true, localEnd: true } },
      },
    });
    // The hours are those at the place, and not those of all that a round goes to.
    const there = rows.flatMap(({ stops, ...row }) => {
      const here = stops.length > 0 ? stops : [row];
      return here
        .filter((stop) => folded(stop.place) === folded(place))
        .map((stop) => ({ ...row, localStart: stop.localStart, localEnd: stop.localEnd }));
    });
    // A round nobody is to know of has no notice, also where others at its place are announced.
    if (!there.some((row) => row.id === id)) throw new AppError('NOT_FOUND');
    return {
      ...{ place, districtId },
      days: there.slice(0, DAYS_ON_NOTICE).map(({ localDate, localStart, localEnd }) => ({
        ...{ date: dayOf(localDate), from: localStart, until: localEnd },
      })),
    };
  },
);

/**
 * What is left at a door that stayed shut on a round: also of one nobody was told of, for it names only announced ones.
 * @throws {AppError} NOT_FOUND, also of one that is called off
 */
export const getShutDoor = reading(
  OUTREACH_RIGHTS.rounds,
  async (actor, id: string): Promise<ShutDoor> => {
    const { date, districtId, startsAt, state } = await getRound(actor, id);
    if (state === 'CANCELLED') throw new AppError('NOT_FOUND');
    const after = new Date(Math.max(startsAt.getTime(), now().getTime()));
    const rows = await db.outreachRound.findMany({
      where: {
        ...{ districtId, announced: true, state: 'PLANNED', id: { not: id } },
        startsAt: { gt: after },
      },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      take: DAYS_IN_LETTER,
      select: {
        ...{ place: true, localDate: true, localStart: true, localEnd: true },
        stops: {
          select: { place: true, localStart: true, localEnd: true },
          orderBy: { position: 'asc' },
        },
      },
    });
    // Each place with its own hours, and not those of all that a round goes to.
    const there = rows.flatMap(({ stops, ...row }) =>
      (stops.length > 0 ? stops : [row]).map((stop) => ({
        ...stopOf(stop),
        date: dayOf(row.localDate),
      })),
    );
    return { ...{ date, districtId }, next: there.slice(0, DAYS_IN_LETTER) };
  },
);

/**
 * Which blank paper an address means: nothing of anybody stands on it, but only the office gives it away.
 * @throws {AppError} NOT_FOUND
 */
export const getBlankPaper = sameFor(
  OUTREACH_RIGHTS.rounds,
  async (what: string): Promise<BlankPaper> => {
    if (!isBlankPaper(what)) throw new AppError('NOT_FOUND');
    return what;
  },
);
