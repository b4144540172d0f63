import { createTranslator } from 'use-intl/core';
import { beforeAll, expect, it } from 'vitest';
import { setClock } from '@/lib/core/clock';
import { catalogue } from '@/lib/i18n/catalogue';
import { anybody, readPdf } from '@/lib/testing/pdf';
import { ledTo, printedToday } from './answer';
import { typeset } from './typst';

beforeAll(() => setClock(new Date('2026-11-30T23:30:00Z')));

const sheet = { title: 'Blatt', subject: 'Blatt', author: 'Büro', lang: 'de', overline: 'Büro' };
const foot = 'Seite {page} von {pages}';

const SHEETS: [string, object][] = [
  ['record', { mark: '', blocks: [], foot }],
  ['form', { blocks: [], foot }],
  ['tally', { when: '', how: '', columns: ['a', 'b', 'c', 'd'], rows: [], note: '', foot }],
  ['steps', { office: 'Büro', question: '', steps: ['a'], signatures: ['a', 'b'], note: '' }],
  [
    'attendance',
    {
      ...{ office: 'Büro', sheets: [[]], overlines: ['Forum'] },
      when: '',
      columns: ['a', 'b', 'c'],
      note: '',
    },
  ],
];

const plain = (text: string) => text.replace(/\s+/g, ' ');

it.each(SHEETS)(
  'what is set from %s says of which day it is and where a phone goes on',
  async (template, data) => {
    const say = createTranslator({ locale: 'de', messages: await catalogue('de') });
    const printed = printedToday(say as never, 'de');
    expect(plain(printed)).toBe('Stand Di, 1. Dezember 2026');
    const led = ledTo('/unterwegs');
    expect(led.address).toMatch(/^[^/]+\/unterwegs$/);
    const order = { template, data: { ...sheet, ...data, ...led, printed }, at: new Date(0) };
    const { text, pictures, standard } = await readPdf(await typeset(order, anybody()));
    expect(standard).toBe('1');
    expect(plain(text)).toContain(plain(printed));
    expect(pictures).toEqual([led.address]);
    // For whoever types it.
    expect(text.replace(/\s/g, '')).toContain(led.address);
  },
);
