import 'server-only';
import { reading, sameFor } from '@/lib/accounts/command';
import { now } from '@/lib/core/clock';
import { dayOf } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { folded } from '@/lib/core/folded';
import { OUTREACH_RIGHTS } from '../access';
import { getRound } from '../rounds/queries';
import { type BlankPaper, DAYS_IN_LETTER, DAYS_ON_NOTICE, isBlankPaper } from './rules';
import type { RoundNotice, ShutDoor } from './types';

/**
 * Where and when the office can be met, as everybody may know: the place of a round and all announced days there that
 * are still to come.
 * @throws {AppError} NOT_FOUND, also where nothing is announced there any more
 */
export const getNotice = reading(
  OUTREACH_RIGHTS.rounds,
  async (actor, id: string): Promise<RoundNotice> => {
    const { place, districtId } = await getRound(actor, id);
    const rows = await db.outreachRound.findMany({
      where: { districtId, announced: true, state: 'PLANNED', endsAt: { gt: now() } },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      select: { id: true, place: true, localDate: true, localStart: true, localEnd: true },
    });
    const there = rows.filter((row) => folded(row.place) === folded(place));
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
      select: { place: true, localDate: true, localStart: true, localEnd: true },
    });
    return {
      ...{ date, districtId },
      next: rows.map(({ place, localDate, localStart, localEnd }) => ({
        ...{ place, date: dayOf(localDate), from: localStart, until: localEnd },
      })),
    };
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
