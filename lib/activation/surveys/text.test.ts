import { createTranslator } from 'use-intl/core';
import { beforeAll, expect, it } from 'vitest';
import { catalogue } from '@/lib/i18n/catalogue';
import { drawQr } from '@/lib/print/qr';
import { typeset } from '@/lib/print/typst';
import { anybody, readPdf } from '@/lib/testing/pdf';
import { surveySheet } from './text';
import type { SurveyView } from './types';

const ADDRESS = 'forum.example.org/befragung/HANG46';
let say: Parameters<typeof surveySheet>[2];
beforeAll(async () => {
  const messages = await catalogue('de');
  say = createTranslator({ locale: 'de', messages }) as unknown as typeof say;
});

const survey = (questions: string[]): SurveyView => ({
  ...{ id: '', code: 'HANG46', districtId: null, title: 'Am Hang', questions, phase: 'open' },
  ...{ intro: 'Das Büro fragt. '.repeat(24), startsOn: '2026-11-29', endsOn: '2026-12-10' },
  ...{ summary: '', quotes: '', finishedAt: null, toldAt: null, invitedAt: null, version: 0 },
});

it.each([1, 3, 5])(
  'a sheet with %i questions is one, and the one for invitations another',
  async (count) => {
    const questions = Array.from({ length: count }, (_, index) =>
      `Frage ${index + 1}: ${'Was fehlt? '.repeat(17)}`.trim(),
    );
    const at = {
      ...{ office: 'Stadtteilbüro', place: 'Stadtteilbüro, Am Hang 1, 030 23125-100' },
      ...{ date: 'Do, 10. Dezember 2026', address: ADDRESS },
    };
    const data = { ...surveySheet(survey(questions), at, say), qr: drawQr(`https://${ADDRESS}`) };
    const bytes = await typeset({ template: 'survey', data, at: new Date(0) }, anybody());
    const { pages, standard, pictures } = await readPdf(bytes);
    expect([pages.length, standard]).toEqual([3, '1']);
    const plain = pages.map(({ text }) => text.replace(/[\n\u00ad-]/g, ''));
    for (const [index] of questions.entries()) expect(plain[0]).toContain(`Frage ${index + 1}`);
    expect(plain[0]).toContain(ADDRESS);
    expect(pictures).toEqual([ADDRESS]);
    expect(plain[0]).toContain('Einzelne Sätze können im Ergebnis stehen');
    // Printed on both sides, the name stands on a sheet of its own.
    expect(plain[1]).toBe('');
    expect(plain[2]).toContain('Wollen Sie eingeladen werden?');
    expect(plain[2]).not.toContain('Frage');
  },
);
