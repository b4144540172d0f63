import { PLACE_MAX } from '../../rules';
import type { Stop } from '../types';

/** Places of one round, the first one too; the database holds it, too. */
export const STOPS_MAX = 6;
/** Characters of the lines for those after the first. */
export const STOPS_TEXT_MAX = 600;

const LINE = /^(\d{1,2}[:.]\d{2})\s*(?:-|–|bis|to)\s*(\d{1,2}[:.]\d{2})\s+(.+)$/;
const HOUR = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A line as it was written: what is missing is empty. */
export type StopRow = Record<'from' | 'until' | 'place', string>;

const hourOf = (text = '') => text.replace('.', ':').padStart(5, '0');

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Lines as rows to type into; what is no such line stands whole where the place stands. */
export const rowsOf = (text: string): StopRow[] =>
  linesOf(text).map((line) => {
    const [, from, until, place] = LINE.exec(line) ?? [];
    if (place === undefined) return { from: '', until: '', place: line };
    return { from: hourOf(from), until: hourOf(until), place: place.trim() };
  });

/** `15:30–16:30 Bolzplatz`, a line each. */
export const textOfRows = (rows: readonly StopRow[]): string =>
  rows
    .map(({ from, until, place }) =>
      from || until ? `${from}–${until} ${place}`.trim() : place.trim(),
    )
    .filter((line) => line !== '')
    .join('\n');

interface Read {
  stops: Stop[];
  /** The first line that is none, counted from 1; 0: all are. */
  wrong: number;
}

/** The lines as stops, in their order. */
export function stopsIn(text: string): Read {
  const stops = rowsOf(text);
  const wrong = stops.findIndex(
    ({ from, until, place }) =>
      !HOUR.test(from) || !HOUR.test(until) || place.length < 2 || place.length > PLACE_MAX,
  );
  return { stops, wrong: wrong + 1 };
}

/** The first stop after the first that begins before the one ahead is over, or ends before it begins; 0: none. */
export function outOfOrder(all: readonly Stop[]): number {
  const wrong = all.findIndex(
    ({ from, until }, at) => at > 0 && (until <= from || from < (all[at - 1]?.until ?? '')),
  );
  return Math.max(0, wrong);
}

/** As it lies in the database. */
export interface KeptStop {
  place: string;
  localStart: string;
  localEnd: string;
}

export const stopOf = ({ place, localStart, localEnd }: KeptStop): Stop => ({
  ...{ place, from: localStart, until: localEnd },
});

interface Whole extends Stop {
  stops: readonly Stop[];
}

/** All stops of a round as its form says it: the first one in fields of its own. */
export const allStops = ({ place, from, until, stops }: Whole): Stop[] => [
  ...[{ place, from, until }],
  ...stops,
];

/** As it is kept: none where there is only one. */
export const keptStops = (round: Whole): Stop[] => (round.stops.length > 0 ? allStops(round) : []);

/** When the last one ends. */
export const endOf = ({ until, stops }: Pick<Whole, 'until' | 'stops'>): string =>
  stops.at(-1)?.until ?? until;

/** What was kept: a round of one stop has that of its own. */
export const stopsOf = (round: Stop, kept: readonly Stop[]): Stop[] =>
  kept.length > 0 ? [...kept] : [{ place: round.place, from: round.from, until: round.until }];

/** All places in one line, each with its hours where there are several. */
export const placesSaid = (first: string, kept: readonly KeptStop[]): string =>
  kept.length > 0
    ? kept.map(({ place, localStart, localEnd }) => `${localStart}–${localEnd} ${place}`).join(', ')
    : first;
