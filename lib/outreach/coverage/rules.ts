import { DAY_MS, dayColumn, plusDays } from '@/lib/core/day.mjs';
import { folded } from '@/lib/core/folded';
import type { Coverage, PlaceCover, Visit } from './types';

const QUIET_DAYS = 42;
const WEEKS_FRESH = 3;
export const WEEKS_BACK = 11;
const WEEKS_AHEAD = 4;

interface Known {
  districtId: string;
  places: readonly string[];
}

/** The Monday of the week a day lies in. */
export function mondayOf(day: string): string {
  const weekday = dayColumn(day).getUTCDay();
  return plusDays(day, -((weekday + 6) % 7));
}

/**
 * At which places somebody was in which week. Places are those of the settings and all that were gone to; however a
 * name is written, it is one place.
 */
export function coverageOf(
  known: readonly Known[],
  visits: readonly Visit[],
  today: string,
): Coverage {
  const start = plusDays(mondayOf(today), -7 * WEEKS_BACK);
  const mondays = Array.from({ length: WEEKS_BACK + 1 + WEEKS_AHEAD }, (_, index) =>
    plusDays(start, 7 * index),
  );
  const named = [
    ...known.flatMap(({ districtId, places }) => places.map((place) => ({ districtId, place }))),
    ...visits.map(({ districtId, place }) => ({ districtId, place })),
  ].filter(({ place }) => place !== '');
  const places = new Map(named.toReversed().map((one) => [keyOf(one), one]));
  return {
    mondays,
    places: [...places.values()].toReversed().map((one) => coverOf(one, visits, mondays, today)),
  };
}

/** How long nobody was at a place: for a picture that tells it by number, size and pattern. */
export interface Gap {
  /** Whole weeks since the last day somebody was there; null: more than are looked at. */
  weeks: number | null;
  kind: 'fresh' | 'while' | 'quiet';
}

/** @param today local date */
export function gapOf({ lastDay }: Pick<PlaceCover, 'lastDay'>, today: string): Gap {
  if (lastDay === null) return { weeks: null, kind: 'quiet' };
  const days = (dayColumn(today).getTime() - dayColumn(lastDay).getTime()) / DAY_MS;
  // Contacts are entered until today; nobody was there tomorrow.
  const weeks = Math.max(0, Math.floor(days / 7));
  if (days >= QUIET_DAYS) return { weeks, kind: 'quiet' };
  return { weeks, kind: weeks >= WEEKS_FRESH ? 'while' : 'fresh' };
}

/** One place however its name is written. */
export const keyOf = ({ districtId, place }: { districtId: string; place: string }) =>
  `${districtId} ${folded(place.trim())}`;

function coverOf(
  one: { districtId: string; place: string },
  visits: readonly Visit[],
  mondays: readonly string[],
  today: string,
): PlaceCover {
  const here = visits.filter((visit) => keyOf(visit) === keyOf(one));
  const days = here.filter(({ planned }) => !planned).map(({ day }) => day);
  const lastDay = days.toSorted().at(-1) ?? null;
  const isAhead = here.some(({ planned, day }) => planned && day >= today);
  const wasThere = lastDay !== null && lastDay > plusDays(today, -QUIET_DAYS);
  return {
    ...one,
    lastDay,
    quiet: !wasThere && !isAhead,
    ahead: isAhead,
    weeks: mondays.map((monday) => {
      const inWeek = here.filter(({ day }) => mondayOf(day) === monday);
      if (inWeek.some(({ planned }) => !planned)) return 'was';
      return inWeek.some(({ planned, day }) => planned && day >= today) ? 'planned' : 'none';
    }),
  };
}
