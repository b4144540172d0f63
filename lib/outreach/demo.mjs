import { randomUUID } from 'node:crypto';
import { contactRow, roundRow } from './rows.mjs';

/**
 * @typedef {import('../tooling/seed/rows.mjs').Demo} Demo
 * @typedef {object} DemoContact of the content
 * @property {string} date
 * @property {string} districtId
 * @property {string} setting
 * @property {string} settingLabel
 * @property {number} contactsCount
 * @property {number} newContacts
 * @property {number} [notMet]
 * @property {Record<string, number>} ageBands
 * @property {string[]} topics
 * @property {string} mood
 * @property {string} outcome
 * @property {string} noteNoPersons
 */

const MOODS = /** @type {const} */ ({ offen: 'OPEN', gemischt: 'MIXED', skeptisch: 'SCEPTICAL' });
const HOURS = /** @type {const} */ (['15:00', '17:00']);
const STORM = 'Der Wetterdienst warnt vor Sturm.';

/** Days from the day the demo is about. */
const COMING = [
  {
    in: 10,
    district: 'd-kbr',
    setting: 'MOBILE_CAFE',
    place: 'Kaffeemobil im Garagenhof',
    next: 'Containerplatz am Wendehammer',
  },
  { in: 12, district: 'd-als', setting: 'STAND', place: 'Bäckerwagen', off: STORM },
  { in: 17, district: 'd-grh', setting: 'OPEN_SPACE', place: 'Spielplatz am Hang' },
  { in: 24, district: 'd-kbr', setting: 'MOBILE_CAFE', place: 'Kaffeemobil im Garagenhof' },
  { in: 19, district: 'd-als', setting: 'DOORSTEP', place: 'Siedlerheim', quiet: true },
  // Over, and nobody has said what came of it.
  { in: -4, district: 'd-grh', setting: 'INSTITUTION', place: 'Kita am unteren Weg' },
];

export const after = ['settings', 'accounts'];

/** What the office did outdoors and means to do. @param {Demo} demo */
export async function fill(demo) {
  const { outreachContacts } = /** @type {{ outreachContacts: DemoContact[] }} */ (
    /** @type {unknown} */ (demo.content)
  );
  for (const contact of outreachContacts) await fillContact(demo, contact);
  for (const planned of COMING) {
    const date = demo.shift.plusDays(demo.content.meta.anchorDate, planned.in);
    const id = await fillRound(demo, date, {
      districtId: demo.idOf('districts', planned.district) ?? '',
      setting: /** @type {import('./types').OutreachSetting} */ (planned.setting),
      place: planned.place,
      announced: !planned.quiet,
      ...(planned.off ? { state: 'CANCELLED', reason: planned.off, sequence: 1 } : {}),
    });
    if (planned.next) await fillStops(demo, id, [planned.place, planned.next]);
  }
}

/**
 * @param {Demo} demo
 * @param {string} date as in the content
 * @param {Partial<import('../../prisma/generated/client').Prisma.OutreachRoundUncheckedCreateInput> & { districtId: string }} changes
 */
async function fillRound({ insert, shift, idOf }, date, changes) {
  const id = randomUUID();
  const [from, until] = HOURS;
  await insert('outreach_rounds', [
    roundRow({
      id,
      ...{ localDate: shift.day(date), localStart: from, localEnd: until, timeZone: shift.zone },
      ...{ startsAt: shift.at(date, from), endsAt: shift.at(date, until) },
      createdAt: shift.at(shift.plusDays(date, -30)),
      materials: 'Ideenkarten, Visitenkarten, Klappstuhl',
      ...changes,
    }),
  ]);
  await insert(
    'outreach_walkers',
    ['coordinator', 'both'].map((key, index) => ({
      ...{ round_id: id, user_id: idOf('users', key), position: index + 1 },
    })),
  );
  return id;
}

/** One round that goes to two places. @param {Demo} demo @param {string} id @param {readonly string[]} places */
async function fillStops({ insert }, id, places) {
  const hours = [
    [HOURS[0], '16:00'],
    ['16:15', HOURS[1]],
  ];
  await insert(
    'outreach_stops',
    places.map((place, index) => ({
      ...{ round_id: id, position: index + 1, place },
      ...{ local_start: hours[index]?.[0], local_end: hours[index]?.[1] },
    })),
  );
}

/**
 * @param {Demo} demo
 * @param {DemoContact} contact
 */
async function fillContact(demo, contact) {
  const { insert, shift, idOf } = demo;
  const where = {
    districtId: idOf('districts', contact.districtId) ?? '',
    setting: /** @type {import('./types').OutreachSetting} */ (contact.setting.toUpperCase()),
    place: contact.settingLabel,
  };
  await fillRound(demo, contact.date, {
    ...{
      ...where,
      state: 'DONE',
      minutes: 120,
      learnt: 'Ein fester Tag und ein fester Platz helfen.',
    },
  });
  const ages = contact.ageBands;
  await insert('outreach_contacts', [
    contactRow({
      ...{ ...where, day: shift.day(contact.date) },
      ...{ contacts: contact.contactsCount, firstContacts: contact.newContacts },
      ...{ notMet: contact.notMet ?? 0, ageTo5: ages['0-5'] ?? 0, ageTo13: ages['6-13'] ?? 0 },
      ...{ ageTo17: ages['14-17'] ?? 0, ageTo64: ages['18-64'] ?? 0, ageFrom65: ages['65+'] ?? 0 },
      topicIds: contact.topics.map((topic) => idOf('categories', topic) ?? ''),
      mood: MOODS[/** @type {keyof typeof MOODS} */ (contact.mood)],
      outcomes: [
        /** @type {import('./contacts/types').OutreachOutcome} */ (contact.outcome.toUpperCase()),
      ],
      note: contact.noteNoPersons,
    }),
  ]);
}
