import 'server-only';
import { sameFor } from '@/lib/accounts/command';
import { now } from '@/lib/core/clock';
import { dayOf } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { type Page, pageOf } from '@/lib/core/pages';
import { isUuid } from '@/lib/core/uuid.mjs';
import { OUTREACH_RIGHTS } from '../access';
import { keyOf } from '../coverage/rules';
import type { Colleague } from '../types';
import { WALKER_ROLES } from './rules';
import { type KeptStop, stopOf, stopsOf } from './stops/rules';
import type { LearntThere, RoundCase, RoundRow } from './types';

/** Places of a round in their order. */
const ordered = {
  select: { place: true, localStart: true, localEnd: true },
  orderBy: { position: 'asc' },
} as const;

const columns = {
  ...{ id: true, districtId: true, setting: true, place: true, announced: true, state: true },
  ...{ localDate: true, localStart: true, localEnd: true, startsAt: true, endsAt: true },
  ...{ reason: true, materials: true, learnt: true, minutes: true, version: true },
  walkers: { select: { userId: true }, orderBy: { position: 'asc' } },
  stops: ordered,
} as const;

interface Row extends Omit<RoundCase, 'walkers' | 'date' | 'from' | 'until' | 'stops'> {
  localDate: Date;
  localStart: string;
  localEnd: string;
  walkers: { userId: string }[];
  stops: KeptStop[];
}

function view(
  { localDate, localStart, localEnd, walkers, stops, ...row }: Row,
  names: Names,
): RoundCase {
  return {
    ...row,
    stops: stopsOf({ place: row.place, from: localStart, until: localEnd }, stops.map(stopOf)),
    ...{ date: dayOf(localDate), from: localStart, until: localEnd },
    walkers: walkers.map(({ userId }) => ({ id: userId, name: names.get(userId) ?? '' })),
  };
}

type Names = ReadonlyMap<string, string>;

async function namesOf(rows: readonly Row[]): Promise<Names> {
  const ids = [...new Set(rows.flatMap(({ walkers }) => walkers.map(({ userId }) => userId)))];
  const people = await db.user.findMany({
    where: { id: { in: ids } },
    select: { id: true, displayName: true, email: true },
  });
  return new Map(people.map((person) => [person.id, nameOf(person)]));
}

const nameOf = ({ displayName, email }: { displayName: string | null; email: string | null }) =>
  displayName ?? email ?? '';

/** Everybody of the office who may go out, by name. */
export const listColleagues = sameFor(OUTREACH_RIGHTS.rounds, async (): Promise<Colleague[]> => {
  const people = await db.user.findMany({
    where: { roles: { some: { role: { in: [...WALKER_ROLES] } } } },
    select: { id: true, displayName: true, email: true },
  });
  return people
    .map((person) => ({ id: person.id, name: nameOf(person) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'de'));
});

/** On one page: more than a year of several weekly series. */
const LISTED = 300;

interface Rounds extends Page {
  /** Over, and nobody has said yet what came of them; the oldest first. */
  open: RoundRow[];
  /** The next one first. */
  coming: RoundRow[];
  /** The latest first. */
  past: RoundRow[];
}

/** All rounds of the office, page by page, the ones nearest to today on the first. @param asked counts from 1 */
export const listRounds = sameFor(
  OUTREACH_RIGHTS.rounds,
  async (asked: number = 1, listed: number = LISTED): Promise<Rounds> => {
    const at = now();
    const kinds = [
      { where: { endsAt: { gt: at } }, order: 'asc' },
      { where: { endsAt: { lte: at }, state: 'PLANNED' }, order: 'asc' },
      { where: { endsAt: { lte: at }, state: { not: 'PLANNED' } }, order: 'desc' },
    ] as const;
    const counts = await Promise.all(kinds.map(({ where }) => db.outreachRound.count({ where })));
    const { rows: shown, ...place } = pageOf(counts, asked, listed);
    const [coming = [], open = [], past = []] = await Promise.all(
      kinds.map(({ where, order }) =>
        db.outreachRound.findMany({
          where,
          orderBy: [{ startsAt: order }, { id: 'asc' }],
          ...shown,
          select: columns,
        }),
      ),
    );
    const names = await namesOf([...coming, ...open, ...past]);
    const views = (rows: Row[]) => rows.map((row) => view(row, names));
    return { open: views(open), coming: views(coming), past: views(past), ...place };
  },
);

/** One round with all the office knows of it. @throws {AppError} NOT_FOUND */
export const getRound = sameFor(OUTREACH_RIGHTS.rounds, async (id: string): Promise<RoundCase> => {
  const row = isUuid(id)
    ? await db.outreachRound.findUnique({ where: { id }, select: columns })
    : null;
  if (!row) throw new AppError('NOT_FOUND');
  return view(row, await namesOf([row]));
});

/** Read when somebody plans: more would not be read. */
const LEARNT_SHOWN = 3;

/**
 * What was learnt on the last rounds at a place, however its name was written then; the latest first.
 * @param before rounds that began then or later left nothing yet; missing: all there were
 */
export const listLearntThere = sameFor(
  OUTREACH_RIGHTS.rounds,
  async (
    there: { districtId: string; place: string },
    before: Date = now(),
  ): Promise<LearntThere[]> => {
    const rounds = await db.outreachRound.findMany({
      where: {
        ...{ districtId: there.districtId, state: 'DONE', learnt: { not: '' } },
        startsAt: { lt: before },
      },
      orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
      select: {
        ...{ id: true, districtId: true, place: true, localDate: true, learnt: true },
        stops: { select: { place: true } },
      },
    });
    return rounds
      .filter(({ districtId, place, stops }) =>
        [{ place }, ...stops].some((stop) => keyOf({ districtId, ...stop }) === keyOf(there)),
      )
      .slice(0, LEARNT_SHOWN)
      .map(({ id, localDate, learnt }) => ({ id, date: dayOf(localDate), learnt }));
  },
);
