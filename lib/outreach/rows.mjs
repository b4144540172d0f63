import { dayColumn } from '../core/day.mjs';
import { readEnv } from '../core/env.mjs';

/**
 * A round as it may lie in the database: two hours of a past noon. Plain Node: the demo is filled where nothing of
 * the program is built.
 * @template {Partial<import('../../prisma/generated/client').Prisma.OutreachRoundUncheckedCreateInput>} Changes
 * @param {Changes} changes its district, and whatever is to be different
 */
export function roundRow(changes) {
  return {
    setting: /** @type {const} */ ('OPEN_SPACE'),
    place: 'Bolzplatz',
    announced: true,
    localDate: dayColumn('2026-09-02'),
    localStart: '12:00',
    localEnd: '14:00',
    timeZone: changes.timeZone ?? readEnv().TIME_ZONE,
    startsAt: new Date('2026-09-02T10:00:00Z'),
    endsAt: new Date('2026-09-02T12:00:00Z'),
    createdAt: new Date('2026-08-20T10:00:00Z'),
    ...changes,
  };
}

/**
 * Three people on the Bolzplatz.
 * @template {Partial<import('../../prisma/generated/client').Prisma.OutreachContactUncheckedCreateInput>} Changes
 * @param {Changes} changes its district, and whatever is to be different
 */
export function contactRow(changes) {
  return {
    day: dayColumn('2026-09-02'),
    setting: /** @type {const} */ ('OPEN_SPACE'),
    place: 'Bolzplatz',
    contacts: 3,
    firstContacts: 1,
    notMet: 0,
    ageTo5: 0,
    ageTo13: 0,
    ageTo17: 3,
    ageTo64: 0,
    ageFrom65: 0,
    topicIds: /** @type {string[]} */ ([]),
    outcomes: /** @type {import('./contacts/types').OutreachOutcome[]} */ (['INFORMATION']),
    note: 'Tor ist kaputt.',
    ...changes,
  };
}
