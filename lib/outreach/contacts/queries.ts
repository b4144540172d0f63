import 'server-only';
import { reading } from '@/lib/accounts/command';
import { dayColumn, dayOf } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { officeToday } from '@/lib/core/office-time';
import { OUTREACH_RIGHTS } from '../access';
import type { ContactView } from './types';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Row = Omit<ContactView, 'day'> & { day: Date };

const view = ({ day, ...row }: Row): ContactView => ({ ...row, day: dayOf(day) });

const LISTED = 300;

/** What was entered, the latest day first; within a day no order says who came when. */
export const listContacts = reading(
  OUTREACH_RIGHTS.contacts,
  async (_actor, of: { roundId?: string } = {}): Promise<ContactView[]> => {
    const rows = await db.outreachContact.findMany({
      where: of,
      orderBy: [{ day: 'desc' }, { id: 'asc' }],
      take: LISTED,
    });
    return rows.map(view);
  },
);

/** One entry. @throws {AppError} NOT_FOUND */
export const getContact = reading(
  OUTREACH_RIGHTS.contacts,
  async (_actor, id: string): Promise<ContactView> => {
    const row = UUID.test(id) ? await db.outreachContact.findUnique({ where: { id } }) : null;
    if (!row) throw new AppError('NOT_FOUND');
    return view(row);
  },
);

/** The entry somebody made just before, as long as it is there; `null` for anything else. */
export const findContact = reading(
  OUTREACH_RIGHTS.contacts,
  async (_actor, id: string | undefined): Promise<ContactView | null> => {
    if (!id || !UUID.test(id)) return null;
    const row = await db.outreachContact.findUnique({ where: { id } });
    return row ? view(row) : null;
  },
);

const where = { districtId: true, setting: true, place: true } as const;

/**
 * Where somebody most likely still is: as with the entry before, on the round they came from, on their own round of
 * today, or where anybody was today.
 */
export const getRemembered = reading(
  OUTREACH_RIGHTS.contacts,
  async (actor, { last, round }: { last: ContactView | null; round: string }) => {
    if (last) {
      const { districtId, setting, place, roundId } = last;
      return { districtId, setting, place, roundId: roundId ?? '' };
    }
    const localDate = dayColumn(officeToday());
    const own = await db.outreachRound.findFirst({
      where: UUID.test(round)
        ? { id: round }
        : { localDate, state: { not: 'CANCELLED' }, walkers: { some: { userId: actor.id } } },
      orderBy: { startsAt: 'desc' },
      select: { id: true, ...where },
    });
    if (own) {
      const { id: roundId, ...rest } = own;
      return { ...rest, roundId };
    }
    const contact = await db.outreachContact.findFirst({
      where: { day: localDate },
      select: where,
    });
    return { ...contact, roundId: '' };
  },
);

/** How many people were met today, to go on from. */
export const countToday = reading(OUTREACH_RIGHTS.contacts, async (): Promise<number> => {
  const { _sum } = await db.outreachContact.aggregate({
    where: { day: dayColumn(officeToday()) },
    _sum: { contacts: true },
  });
  return _sum.contacts ?? 0;
});
