import { inDays } from '../../days';
import type { Identity } from '../../guards/identities';
import type { Given, InputTable } from '../../guards/making';
import type { Field } from '../../guards/server-actions';

const said = (slot: string): Field[] => [
  ['slot', slot],
  ['name', 'Wache'],
  ['phone', '030 23125-171'],
  ['language', 'de'],
];

/** Number and code of one that somebody has, and another that is free. */
async function own({ things }: Given) {
  const counsellor = await things.someCounsellor();
  const slot = await things.counsellingSlot(counsellor, 78);
  const { number, code } = await things.ownAppointment(slot, counsellor);
  const key: Field[] = [
    ['number', number],
    ['code', code],
  ];
  return { key, seen: [...key, ['seen', slot] as Field], counsellor };
}

const COUNSEL: readonly Identity[] = ['counsellor', 'inCounselling', 'inOffice'];

/** Of whoever asks and counsels; else of somebody who does, because what nobody keeps is called off within a minute. */
async function mine({ things, person }: Given, hours?: number) {
  const isTheirs = COUNSEL.includes(person.identity);
  const counsellor = isTheirs ? person.id : await things.someCounsellor();
  return { counsellor, slot: await things.counsellingSlot(counsellor, hours) };
}

const hours: Field[] = [
  ['weekday', '2'],
  ['from', '09:00'],
  ['until', '10:00'],
  ['minutes', '30'],
  ['kind', 'PERSONAL'],
  ['place', 'Zimmer der Wachen'],
  ['languages', 'de'],
  ['untilDay', ''],
];

export const INPUTS: InputTable = {
  'sprechstunde/buchen/[slot]#bookAppointmentAction': async (given) =>
    said(await given.things.counsellingSlot(await given.things.someCounsellor())),
  'sprechstunde/termin#lookUpAppointmentAction': async (given) => (await own(given)).key,
  'sprechstunde/termin/[key]#moveAppointmentAction': async (given) => {
    const { seen, counsellor } = await own(given);
    return [...seen, ['slot', await given.things.counsellingSlot(counsellor, 102)]];
  },
  'sprechstunde/termin/[key]#giveBackAction': async (given) => (await own(given)).seen,
  'sozialberatung/termine#openDeskAction': () => [],
  'sozialberatung/termine#settleBookingAction': async (given) => {
    const { counsellor, slot } = await mine(given, 126);
    return [
      ['id', await given.things.counsellingBooking(slot, counsellor)],
      ['slot', slot],
      ['to', 'CANCELLED_BY_OFFICE'],
    ];
  },
  'sozialberatung/termine#withdrawSlotAction': async (given) => [
    ['slot', (await mine(given, 174)).slot],
    ['to', 'WITHDRAWN'],
  ],
  'sozialberatung/buchen/[slot]#bookForAction': async (given) => [
    ...said((await mine(given, 150)).slot),
    ['via', 'COUNTER'],
  ],
  'team/sprechstunde/eintragen#enterAppointmentAction': async (given) =>
    said(await given.things.counsellingSlot(await given.things.someCounsellor())),
  'team/sprechstunde#drawNumberAction': async ({ things }) => {
    await things.openHoursNow(await things.someCounsellor());
    return [['number', await things.nextNumber()]];
  },
  // Of somebody of its own: whose days others look at stay as they are.
  'team/sprechstunde/absagen#callOffDaysAction': async ({ things }) => [
    ['counsellor', await things.otherCounsellor()],
    ['fromDay', inDays(3)],
    ['untilDay', ''],
    ['certain', 'yes'],
  ],
  'sozialberatung/zeiten#openHoursAction': () => [...hours, ['fromDay', inDays(1)]],
  'sozialberatung/zeiten#closeHoursAction': async (given) => [
    ['id', await given.things.counsellingHours((await mine(given)).counsellor)],
  ],
  'sozialberatung/zeiten#takeOffAction': () => [
    ['fromDay', inDays(200)],
    ['untilDay', ''],
  ],
  'sozialberatung/zeiten#dayOnAgainAction': async (given) => [
    ['id', await given.things.counsellingDayOff((await mine(given)).counsellor)],
  ],
  'sozialberatung/nummern#moveNumbersAction': async ({ things }) => {
    await things.openHoursNow(await things.someCounsellor());
    return [
      ['what', 'draw'],
      ['draw', await things.nextNumber()],
      ['place', 'Zimmer 2'],
    ];
  },
  'sozialberatung/strichliste#tallyTalksAction': () => [
    ['month', inDays(-40).slice(0, 7)],
    ['topic', 'MONEY'],
    ['band', 'TO30'],
    ['talks', '7'],
  ],
  'sozialberatung/strichliste#sayNoTalksAction': () => [
    ['month', inDays(-400).slice(0, 7)],
    ['none', 'yes'],
  ],
};
