import 'server-only';
import { reading, sameFor } from '@/lib/accounts/command';
import { dayColumn, dayOf } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { folded } from '@/lib/core/folded';
import { officeToday } from '@/lib/core/office-time';
import { type Page, pageOf } from '@/lib/core/pages';
import { isUuid } from '@/lib/core/uuid.mjs';
import { OUTREACH_RIGHTS } from '../access';
import type { ContactView } from './types';

type Row = Omit<ContactView, 'day'> & { day: Date };

const view = ({ day, ...row }: Row): ContactView => ({ ...row, day: dayOf(day) });

const LISTED = 300;

const FIRST = [{ day: 'desc' }, { id: 'asc' }] as const;

/** What was entered, the latest day first; within a day no order says who came when. @param asked counts from 1 */
export const listContacts = sameFor(
  OUTREACH_RIGHTS.contacts,
  async (asked: number = 1): Promise<Page & { contacts: ContactView[] }> => {
    const { rows: shown, ...place } = pageOf(await db.outreachContact.count(), asked, LISTED);
    const rows = await db.outreachContact.findMany({ orderBy: [...FIRST], ...shown });
    return { contacts: rows.map(view), ...place };
  },
);

/** What was met on a day at the stops of a round, whoever was there. */
export const listContactsThere = sameFor(
  OUTREACH_RIGHTS.contacts,
  async (at: {
    date: string;
    districtId: string;
    stops: readonly { place: string }[];
  }): Promise<ContactView[]> => {
    const places = at.stops.map(({ place }) => folded(place));
    const rows = await db.outreachContact.findMany({
      where: { day: dayColumn(at.date), districtId: at.districtId },
      orderBy: [...FIRST],
    });
    return rows.filter(({ place }) => places.includes(folded(place))).map(view);
  },
);

/** One entry. @throws {AppError} NOT_FOUND */
export const getContact = sameFor(
  OUTREACH_RIGHTS.contacts,
  async (id: string): Promise<ContactView> => {
    const row = isUuid(id) ? await db.outreachContact.findUnique({ where: { id } }) : null;
    if (!row) throw new AppError('NOT_FOUND');
    return view(row);
  },
);

/** The entry somebody made just before, as long as it is there; `null` for anything else. */
export const findContact = sameFor(
  OUTREACH_RIGHTS.contacts,
  async (id: string | undefined): Promise<ContactView | null> => {
    if (!id || !isUuid(id)) return null;
    const row = await db.outreachContact.findUnique({ where: { id } });
    return row ? view(row) : null;
  },
);

const where = { districtId: true, setting: true, place: true } as const;

/**
 * Where and when somebody most likely means: as with the entry before, on the round they came from, on their own round
 * of today, or where anybody was today.
 * @param stop of the round, counted from 1
 */
export const getRemembered = reading(
  OUTREACH_RIGHTS.contacts,
  async (
    actor,
    { last, round, stop = 0 }: { last: ContactView | null; round: string; stop?: number },
  ) => {
    if (last) {
      const { day, districtId, setting, place } = last;
      return { day, districtId, setting, place };
    }
    const today = officeToday();
    const own = await db.outreachRound.findFirst({
      where: isUuid(round)
        ? { id: round }
        : {
            ...{ localDate: dayColumn(today), state: { not: 'CANCELLED' } },
            walkers: { some: { userId: actor.id } },
          },
      orderBy: { startsAt: 'desc' },
      select: {
        ...{ localDate: true, ...where },
        stops: { select: { place: true }, orderBy: { position: 'asc' } },
      },
    });
    if (own) {
      const { localDate, stops, ...first } = own;
      const rest = { ...first, ...stops[stop - 1] };
      const date = dayOf(localDate);
      // Of a round that is still to come nobody was met.
      return { ...rest, day: [date, today].toSorted()[0] ?? today };
    }
    const contact = await db.outreachContact.findFirst({
      where: { day: dayColumn(today) },
      select: where,
    });
    return { ...contact, day: today };
  },
);

/** How many people were met today, to go on from. */
export const countToday = sameFor(OUTREACH_RIGHTS.contacts, async (): Promise<number> => {
  const { _sum } = await db.outreachContact.aggregate({
    where: { day: dayColumn(officeToday()) },
    _sum: { contacts: true },
  });
  return _sum.contacts ?? 0;
});
