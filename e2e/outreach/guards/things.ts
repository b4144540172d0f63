import { contactRow, roundRow } from '../../../lib/outreach/rows.mjs';
import { BEGIN, inDays, instant } from '../../days';
import type { Made, Maker, Row } from '../../guards/making';

export const things = (make: Maker) => ({
  /** A round nobody has gone on yet. */
  round: (more: Row = {}) =>
    make.add('outreach_rounds', {
      ...roundRow({ districtId: make.district }),
      ...{ local_date: BEGIN, local_start: '10:00', local_end: '12:00' },
      ...{ starts_at: instant(BEGIN, '10:00'), ends_at: instant(BEGIN, '12:00') },
      ...more,
    }),
  /** One that is over. */
  pastRound: (more: Row = {}) =>
    make.add('outreach_rounds', {
      ...roundRow({ districtId: make.district }),
      ...more,
    }),
  contact: (more: Row = {}) =>
    make.add('outreach_contacts', {
      ...contactRow({ districtId: make.district, day: new Date(inDays(-2)) }),
      ...more,
    }),
});

export const addresses = async (made: Made) => ({
  round: await made.round(),
  contact: await made.contact(),
});

declare module '../../guards/making' {
  interface Made extends ReturnType<typeof things> {}
  interface Addresses extends Awaited<ReturnType<typeof addresses>> {}
}
