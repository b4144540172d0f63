import { createTranslator } from 'use-intl/core';
import { beforeAll, expect, it } from 'vitest';
import { catalogue } from '@/lib/i18n/catalogue';
import { drawQr } from '@/lib/print/qr';
import { typeset } from '@/lib/print/typst';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeOffice } from '@/lib/testing/factories';
import { anybody, readPdf } from '@/lib/testing/pdf';
import { makeCounsellor, makeHours } from '../samples';
import { listWeeklyHours } from './queries';
import { hoursNotice } from './text';

testDatabase();

type Say = Parameters<typeof hoursNotice>[2]['sayAny'];

const NOW = new Date('2026-11-30T12:00:00+01:00');
const ADDRESS = 'stadtteilforum.example.org/sprechstunde';

beforeAll(async () => {
  await moveClock(NOW);
  await makeOffice();
});

it('the hours of every week hang at the door, on one sheet and not whose they are', async () => {
  const [anna, bert] = [await makeCounsellor(), await makeCounsellor()];
  await makeHours(anna, { from: '14:00', until: '16:30', place: 'Zimmer 2' });
  for (const who of [anna, bert]) await makeHours(who, { kind: 'WALK_IN', weekday: 5 });
  await makeHours(bert, { kind: 'PHONE', weekday: 4, languages: ['ar'], place: 'Zimmer 9' });
  // Over, and not yet.
  await makeHours(anna, { weekday: 3, untilDay: '2026-11-29' });
  await makeHours(anna, { weekday: 1, fromDay: '2027-01-01' });
  const hours = (await listWeeklyHours(anna.actor)) ?? [];
  expect(hours.map(({ weekday, kind }) => [weekday, kind])).toEqual([
    [2, 'PERSONAL'],
    [4, 'PHONE'],
    [5, 'WALK_IN'],
  ]);
  expect(JSON.stringify(hours)).not.toContain(anna.actor.id);
  expect(await listWeeklyHours(await makeActor({ roles: ['COORDINATOR'] }))).toEqual(hours);
  await expect(listWeeklyHours(await makeActor())).rejects.toMatchObject({ code: 'NOT_FOUND' });

  const messages = await catalogue('de');
  const sayAny = createTranslator({ locale: 'de', messages }) as unknown as Say;
  const names = new Intl.DisplayNames(['de'], { type: 'language' });
  const nameOf = (language: string) => names.of(language) ?? language;
  const office = { name: 'Büro', address: 'Ring 7, 02826 Ort', phone: '03581 123456' };
  const given = { today: '30. November 2026', nameOf, sayAny };
  const notice = hoursNotice(hours, { office, address: ADDRESS }, given);
  expect(notice.hours.map(({ when, what }) => `${when}: ${what}`)).toEqual([
    'Dienstag, 14 bis 16:30 Uhr: Vor Ort, Zimmer 2, ohne Stufen, Deutsch, Englisch',
    'Donnerstag, 9 bis 11 Uhr: Am Telefon, Arabisch',
    'Freitag, 9 bis 11 Uhr: Ohne Termin, mit Nummer, Büro, ohne Stufen, Deutsch, Englisch',
  ]);
  const data = { author: 'Büro', qr: drawQr(`https://${ADDRESS}`), ...notice };
  const sheetOf = async (times: number) => {
    const many = Array.from({ length: times }, () => notice.hours).flat();
    const given = { template: 'hours', data: { ...data, hours: many }, at: NOW };
    return readPdf(await typeset(given, anybody()));
  };
  const { text, pages } = await sheetOf(1);
  expect(pages).toHaveLength(1);
  for (const times of [2, 4]) expect((await sheetOf(times)).pages).toHaveLength(1);
  expect(text).toContain('Sozialberatung: Sprechzeiten');
  expect(text.replace(/\n/g, ' ')).toContain('Donnerstag, 9 bis 11 Uhr');

  // Where nobody needs an appointment, none is named.
  const open = hours.filter(({ kind }) => kind === 'WALK_IN');
  expect(hoursNotice(open, { office, address: ADDRESS }, given).who).toBe('');
});
