import { randomUUID } from 'node:crypto';
import { BEGIN, instant } from '../../days';
import type { House } from '../../guards/house';
import type { Made, Maker, Row } from '../../guards/making';

export const things = (make: Maker) => ({
  /** @param partner whose entry it is; `null` is the office's */
  async entry(partner: string | null, more: Row = {}) {
    const id = await make.add('calendar_entries', {
      uid: `${randomUUID()}@wache.example`,
      title: 'Ein Termin für die Wachen',
      kind: 'OTHER',
      place: 'Stadtteilbüro',
      organizer: 'Wache',
      partner_id: partner,
      local_start: `${BEGIN}T10:00`,
      local_end: `${BEGIN}T11:00`,
      starts_at: instant(BEGIN, '10:00'),
      ends_at: instant(BEGIN, '11:00'),
      updated_at: new Date(),
      ...more,
    });
    await make.addRows('calendar_entry_districts', [{ entry_id: id, district_id: make.district }]);
    return id;
  },
});

export const addresses = async (things: Made, house: House) => ({
  entry: await things.entry(house.homes.partners[0]),
  calledOffEntry: await things.entry(null, { status: 'CANCELLED', note: 'Es stürmt.' }),
  series: await things.entry(house.homes.partners[0], { rrule: 'FREQ=WEEKLY;BYDAY=WE' }),
});

declare module '../../guards/making' {
  interface Made extends ReturnType<typeof things> {}
  interface Addresses extends Awaited<ReturnType<typeof addresses>> {}
}
