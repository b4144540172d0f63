import { writeFileSync } from 'node:fs';
import { createTranslator } from 'use-intl/core';
import { afterEach, describe, expect, it } from 'vitest';
import { system } from '@/lib/accounts/actor';
import { catalogue } from '@/lib/i18n/catalogue';
import { writePdf } from '@/lib/print/pdf';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice } from '@/lib/testing/factories';
import { anybody, readPdf } from '@/lib/testing/pdf';
import { accepted } from '@/lib/testing/sign-in';
import { enterRoll, makePoll, type PollWishes } from '@/lib/voting/samples';
import { sealPoll } from '../../commands';
import { publishResult } from '../../count/commands';
import { confirmSurplus, enterCount } from '../../count/sheets/commands';
import type { Say } from './details';
import { getCountRecord, getCountRecordInOffice } from './queries';
import { recordDocument } from './text';

testDatabase();
afterEach(() => moveClock(null));

const sayIn = async (locale: 'de' | 'en' | 'de-LS'): Promise<Say> => {
  const messages = await catalogue(locale);
  return createTranslator({ locale, messages }) as unknown as Say;
};

type Ballots = { choices: number[]; count: number }[];

/** A poll on paper, counted by two people and published. */
async function published(wishes: PollWishes, ballots: Ballots, issued: number) {
  await moveClock(null);
  const poll = await makePoll({ ...wishes, columns: { channels: ['PAPER'], ...wishes.columns } });
  await enterRoll(poll.id, issued, 'PAPER');
  await moveClock(poll.closesAt);
  await sealPoll(system, poll.id);
  const people = [
    await makeActor({ roles: ['COORDINATOR'] }),
    await makeActor({ roles: ['REPRESENTATIVE'] }),
  ] as const;
  const papers = ballots.map(({ choices, count }) => ({
    ...{ choices: choices.map((index) => poll.optionIds[index] ?? ''), points: [], count },
  }));
  const way = { poll: poll.number, channel: 'PAPER' as const };
  for (const who of people) accepted(await enterCount(who, { ...way, papers, spoiled: 2 }));
  for (const who of people) {
    await confirmSurplus(who, { ...way, remark: 'Geprüft, alle Zettel sind echt.' });
  }
  accepted(await publishResult(people[0], { number: poll.number }));
  return { poll, office: people[0] };
}

const BUDGET = {
  options: ['Sitzbank am Keilbergring mit Lehne', 'Hochbeete', 'Trinkbrunnen', 'Fahrradbügel'],
  costsInCents: [120_000, 80_000, 250_000, 60_000],
  columns: {
    ...{ method: 'BUDGET', countRule: 'mes_cost_add1u', maxChoices: 4, budgetCents: 300_000 },
    ...{ quorum: 20, question: 'Wofür geben wir 3.000 € aus?', channels: ['PAPER'] },
  },
} as const;

describe('the record of a count', () => {
  it('holds everything somebody needs to check it, and no name', async () => {
    await makeOffice();
    await makeDistrict();
    const wishes = BUDGET as unknown as PollWishes;
    const ballots = [
      { choices: [0, 1], count: 12 },
      { choices: [2], count: 9 },
      { choices: [3, 1], count: 7 },
      { choices: [], count: 1 },
    ];
    const { poll, office } = await published(wishes, ballots, 30);
    const record = await getCountRecord({ locale: 'de' }, poll.number);
    const document = recordDocument(record, 'de', await sayIn('de'));
    const all = JSON.stringify(document.blocks);
    for (const words of [
      ...['Wofür geben wir 3.000 € aus?', 'Gleiche Anteile', 'P001', 'Prüfsumme', 'Papier'],
      ...['eine Person aus dem Büro; eine Person aus dem Sprecherrat', 'mindestens 20 Stimmzettel'],
      ...['Reihenfolge bei Gleichstand', 'gaben ihn ganz'],
      // Which rule, in which steps, and what every ballot could spend at the end.
      ...['„Gleiche Anteile“, in den Dateien mes_cost_add1u', 'So wurde gezählt'],
      ...['der Anteil jedes Stimmzettels ist um 1 € größer als zuvor'],
      'Am Anfang hatte jeder Stimmzettel rund 103,45\u00a0€. Dann kam ',
      ...['Zum Vergleich', '3.000,00', 'Stadtverwaltung, Bauamt', record.result.head],
      ...['Im Verzeichnis stehen 30 Personen', 'Geprüft, alle Zettel sind echt.'],
    ]) {
      expect(all).toContain(words);
    }
    expect(all).not.toContain(office.email);
    expect(record.result.head).toMatch(/^[0-9a-f]{64}$/);
    const bytes = await writePdf(document, anybody());
    if (process.env.SHOW_RECORD) writeFileSync(process.env.SHOW_RECORD, bytes);
    const { text: printed, pages } = await readPdf(bytes);
    expect(printed).toContain('Wofür geben wir 3.000 € aus?');
    expect(printed).toContain(record.result.head);
    expect(printed).toContain('Ort, Datum, zweite Person');
    expect(printed).toContain(`Seite 1 von ${pages.length}`);
    expect(printed).not.toContain('PROBE');
  });

  it('is written in every language without a missing word', async () => {
    const { poll } = await published(
      { columns: { method: 'ONE', countRule: 'plurality' } },
      [
        { choices: [0], count: 3 },
        { choices: [1], count: 3 },
      ],
      9,
    );
    const record = await getCountRecord({ locale: 'de' }, poll.number);
    expect(record.result.head).toBe('');
    // Equals share here: the record must not say that the lot decided.
    const german = JSON.stringify(recordDocument(record, 'de', await sayIn('de')).blocks);
    expect(german).toContain('Antworten und ihre Kennungen');
    expect(german).not.toContain('geht bei Gleichstand vor');
    expect(german).toContain('Gleichauf sind die Antworten mit „ja“');
    expect(german).not.toContain('empfohlen sind');
    for (const locale of ['de', 'en', 'de-LS'] as const) {
      const { blocks, title } = recordDocument(record, locale, await sayIn(locale));
      const text = JSON.stringify([title, blocks]);
      // What has no sentence would stand there under its key.
      expect(text).not.toMatch(/record\.|\{[a-z]+\}/i);
    }
  });

  it('tells rounds and ties in words', async () => {
    const wishes = { columns: { method: 'RANKING', countRule: 'irv', maxChoices: 3 } } as const;
    const ballots = [
      { choices: [0, 1, 2], count: 8 },
      { choices: [1, 2, 0], count: 7 },
      { choices: [2, 1, 0], count: 6 },
    ];
    const { poll } = await published(wishes as unknown as PollWishes, ballots, 23);
    const record = await getCountRecord({ locale: 'de' }, poll.number);
    const text = JSON.stringify(recordDocument(record, 'de', await sayIn('de')).blocks);
    expect(text).toContain('1. Durchgang: ');
    expect(text).toContain('Ausgeschieden: Schattenbäume.');
    expect(text).toContain('Erste Wünsche');
  });

  it('is for everybody when published, before that and of tests for the office', async () => {
    const wishes = { columns: { method: 'ONE', countRule: 'plurality', isTest: true } } as const;
    const { poll, office } = await published(
      wishes as unknown as PollWishes,
      [{ choices: [0], count: 2 }],
      4,
    );
    await expect(getCountRecord({ locale: 'de' }, poll.number)).rejects.toThrow('NOT_FOUND');
    const record = await getCountRecordInOffice(office, poll.number);
    const document = recordDocument(record, 'de', await sayIn('de'));
    expect(document.mark).toBe('PROBE');
    const resident = await makeActor();
    await expect(getCountRecordInOffice(resident, poll.number)).rejects.toThrow('NOT_FOUND');
  });
});
