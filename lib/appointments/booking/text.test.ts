import { createTranslator } from 'use-intl/core';
import { expect, it } from 'vitest';
import { catalogue } from '@/lib/i18n/catalogue';
import { drawQr } from '@/lib/print/qr';
import { typeset } from '@/lib/print/typst';
import { anybody, readPdf } from '@/lib/testing/pdf';
import { ownKey } from '../rules';
import type { Entered } from '../types';
import { slipData } from './text';

const ADDRESS = 'forum.example.org/sprechstunde/termin';

const entered: Entered = {
  key: ownKey(345678, 'K7M4PQ2R'),
  booking: {
    ...{ kind: 'PERSONAL', place: 'Zimmer 2', timeZone: 'Europe/Berlin' },
    ...{ startsAt: new Date('2026-12-01T09:00:00Z'), endsAt: new Date('2026-12-01T09:30:00Z') },
  } as Entered['booking'],
};

it.each(['de', 'de-LS', 'en'])('the slip in %s leads back to the appointment', async (locale) => {
  const messages = await catalogue(locale as 'de');
  const say = createTranslator({ locale, messages, namespace: 'appointments' }) as never;
  const office = { officeName: 'Büro', phone: '03581 123456', address: ADDRESS };
  const qr = drawQr(`https://${ADDRESS}`);
  const data = slipData(entered, { ...office, qr }, say, locale);
  const bytes = await typeset({ template: 'record', data, at: new Date(0) }, anybody());
  const { pages, pictures, standard, text } = await readPdf(bytes);
  expect([standard, pages.length, pictures]).toEqual(['1', 1, [ADDRESS]]);
  for (const said of ['345678', 'Zimmer 2']) expect(text).toContain(said);
});
