import { createTranslator } from 'use-intl/core';
import { expect, it } from 'vitest';
import { catalogue } from '@/lib/i18n/catalogue';
import { ledTo } from '@/lib/print/answer';
import { typeset } from '@/lib/print/typst';
import { anybody, readPdf } from '@/lib/testing/pdf';
import { attendanceList } from './text';

it('a list to sign has a line for everybody with a seat and fills whole sheets, each with its heads', async () => {
  const messages = await catalogue('de');
  const say = createTranslator({ locale: 'de', messages }) as unknown as (key: string) => string;
  const long = 'Hildegard von Hohenzollern-Schwarzenberg-Mustermannstadt zu Weißenfels';
  const groups = [
    { number: 1, name: 'Özlem und Karl', persons: 2 },
    ...Array.from({ length: 16 }, (_, index) => ({ number: index + 2, name: long, persons: 1 })),
  ];
  const list = {
    title: 'Forum am Keilbergring zu Spielplatz, Wegen und Licht im Advent',
    when: 'Mittwoch',
    place: 'Aula',
    groups,
  };
  const data = { author: 'Büro', office: 'Büro', lang: 'de', ...attendanceList(list, say) };
  Object.assign(data, ledTo('/forum/17'));
  const bytes = await typeset({ template: 'attendance', data, at: new Date(0) }, anybody());
  const { pages, tags, standard } = await readPdf(bytes);
  expect(standard).toBe('1');
  for (const tag of ['Table', 'TH', 'TD', 'H1']) expect(tags).toContain(tag);
  expect(pages).toHaveLength(2);
  pages.forEach(({ text }, index) => {
    expect(text).toContain(`Teilnehmerliste, Blatt ${index + 1} von 2`);
    expect(text).toContain('Unterschrift');
    expect(text).toContain('Name und Unterschrift genügen');
  });
  const all = pages.map(({ text }) => text).join('\n');
  expect(all).toContain('(mit Özlem und Karl)');
  const numbers = Array.from(all.matchAll(/^\d+(?= |$)/gm), Number);
  expect(numbers).toEqual(Array.from({ length: 36 }, (_, no) => no + 1));
});
