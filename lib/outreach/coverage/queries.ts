import 'server-only';
import { sameFor } from '@/lib/accounts/command';
import { dayColumn, dayOf, plusDays } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { officeToday } from '@/lib/core/office-time';
import { getOffice } from '@/lib/settings/queries';
import { OUTREACH_RIGHTS } from '../access';
import { coverageOf, mondayOf, WEEKS_BACK } from './rules';
import type { Coverage } from './types';

/** Where somebody was in the last weeks and where nobody was: by rounds that took place and by contacts. */
export const getCoverage = sameFor(OUTREACH_RIGHTS.rounds, async (): Promise<Coverage> => {
  const today = officeToday();
  const from = dayColumn(plusDays(mondayOf(today), -7 * WEEKS_BACK));
  // Where nobody looks after anything any more nobody has to go.
  const { districts } = await getOffice({ locale: 'de' });
  const districtId = { in: districts.map(({ id }) => id) };
  const rounds = await db.outreachRound.findMany({
    where: { districtId, localDate: { gte: from }, state: { not: 'CANCELLED' } },
    select: {
      ...{ districtId: true, place: true, localDate: true, state: true },
      stops: { select: { place: true } },
    },
  });
  const contacts = await db.outreachContact.findMany({
    where: { districtId, day: { gte: from }, place: { not: '' } },
    distinct: ['districtId', 'place', 'day'],
    select: { districtId: true, place: true, day: true },
  });
  return coverageOf(
    districts.map(({ id, places }) => ({ districtId: id, places })),
    [
      ...rounds.flatMap(({ localDate, state, districtId, place, stops }) =>
        (stops.length > 0 ? stops : [{ place }]).map((stop) => ({
          ...{ ...stop, districtId, day: dayOf(localDate), planned: state === 'PLANNED' },
        })),
      ),
      ...contacts.map(({ day, ...contact }) => ({ ...contact, day: dayOf(day), planned: false })),
    ],
    today,
  );
});
