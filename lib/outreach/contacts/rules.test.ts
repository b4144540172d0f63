import { describe, expect, it, test } from 'vitest';
import { nameIn, traceIn, traceOf } from '../traces/rules';
import { countProblem, proposalOf } from './rules';

const inNote = (note: string) => traceIn({ place: '', note, noName: false }, false);

const counts = {
  ...{ setting: 'OPEN_SPACE', contacts: 3, firstContacts: 1, notMet: 0 },
  ...{ ageTo5: 0, ageTo13: 1, ageTo17: 0, ageTo64: 1, ageFrom65: 0 },
};

test.each([
  [{}, null],
  [{ firstContacts: 3 }, null],
  [{ ageTo64: 2 }, null],
  [{ firstContacts: 4 }, 'moreFirst'],
  [{ ageTo64: 3 }, 'moreAges'],
  [{ notMet: 1 }, 'notAtDoors'],
  [{ notMet: 1, setting: 'DOORSTEP' }, null],
  [{ contacts: 0, firstContacts: 0, ageTo13: 0, ageTo64: 0 }, 'nobody'],
  [{ contacts: 0, firstContacts: 0, ageTo13: 0, ageTo64: 0, notMet: 4, setting: 'DOORSTEP' }, null],
])('numbers that are %j: %s', (changes, problem) => {
  const code = countProblem({ ...counts, ...changes })?.code ?? null;
  expect(code).toBe(problem && `outreach-contacts.refused.${problem}`);
});

describe('what leads to a person', () => {
  test.each([
    ['phone', '0371 4455667'],
    ['phone', 'bitte 0151/23 45 67 8 anrufen'],
    ['phone', '+49 371 44556'],
    ['phone', '(03772) 38-1234'],
    ['phone', 'Handy: 44 55 66'],
    ['phone', 'Anrufen unter 4455-66'],
    ['phone', 'Rückruf 445566'],
    ['mail', 'schreibt an erika@example.org'],
    ['mail', 'erika (at) example.org'],
    ['house', 'Keilbergring 12'],
    ['house', 'im Ring 12, die Treppe'],
    ['house', 'Er wohnt im Ring 12.'],
    ['house', 'Hauptstr. 3a'],
    ['house', 'wohnt Am Hang 7'],
    ['house', 'Marktplatz 3'],
    ['house', 'Haus 7'],
    ['house', 'Hausnummer 14'],
    ['house', 'Eingang 3'],
    ['house', 'Block 4b'],
    ['house', 'bei Nr. 4'],
    ['house', 'Nummer 12 hat keinen Aufzug'],
    ['door', 'steht auf der Klingel'],
    ['door', 'Klingelschild links'],
    ['door', '3. Stock links'],
    ['door', 'im dritten Stock'],
    ['door', 'oberste Etage'],
    ['door', 'EG rechts'],
    ['door', 'in der Wohnung'],
    ['house', 'Keilbergring, 12'],
    ['house', 'Keilbergring 12 und 14 haben kein Licht'],
    ['house', 'Keilbergring 12 bis 18'],
    ['house', 'Karlsbader Straße 5 von der Ecke'],
    ['house', 'Karlsbader Str.5'],
    ['house', 'Ring12'],
    ['house', 'Haus Nr.: 7'],
    ['house', '#12'],
    ['door', 'Tür 7'],
    ['door', 'WE 14'],
    ['door', '3. Etg. li.'],
    ['door', 'siebter Stock'],
    ['door', 'wohnt ganz oben links'],
    ['door', 'Türschild Lindner'],
    ['door', 'Briefkasten Lindner'],
    ['phone', 'erreichbar unter 44556'],
    ['phone', '44 55 66 77'],
    ['phone', 'Durchwahl 4455'],
    // Three pairs, as in a small town without its area code, or with it.
    ['phone', '37 72 28'],
    ['phone', 'gern zurückrufen: 37 72 28.'],
    ['phone', '37-72-28'],
    ['phone', '37/72/28'],
    ['phone', '0 37 72 / 12 34 56'],
    ['phone', '37 72 / 12 34 56'],
    ['phone', '12 11 26, bitte abends'],
    ['phone', '37\u00a072\u00a028'],
    ['mail', 'erika[ät]gmx.de'],
    ['mail', 'erika ät gmx.de'],
    // As other keyboards, pages and contacts write numbers.
    ['phone', '0151\u00a0234\u00a05678'],
    ['phone', '0151\u2013234\u20135678'],
    ['phone', '0151\u202f234\u202f5678'],
    ['phone', 'Handy ٠١٥١٢٣٤٥٦٧٨'],
    ['phone', '۰۱۵۱۲۳۴۵۶۷۸'],
    ['phone', '０１５１２３４５６７８'],
    ['house', 'Keilbergring\u00a0१२'],
    ['door', 'Wohnung 12'],
    ['door', 'Wohnung rechts'],
  ])('%s: %s', (kind, text) => {
    expect(traceOf(text)?.kind).toBe(kind);
  });

  test.each([
    '2 Kinder',
    '12. 11. 26',
    '12.11.26 und 13.11.26',
    'am 12 11 26 war niemand da',
    '12-11-26',
    '12/11/26',
    '10 12 15 Uhr',
    '10.30 12.30 14.30',
    '10, 12, 14 Leute',
    '20 30 40 Euro',
    'Linien 10 12 14 fahren zu selten',
    '3 bis 4 Kinder',
    '12 15 20 Kinder an drei Tagen',
    'Stand 09.00-12.00\u00a0Uhr',
    'kostet 100000\u00a0€',
    'Viele suchen eine größere Wohnung',
    'Wohnung zu teuer',
    'Am Markt 5 neue Gesichter',
    'Marktplatz 12 Besucher',
    'Am Ring 6 Erwachsene',
    'Bergstraße 30 km/h gewünscht',
    'Nummer 115',
    'Wunsch Nummer 1: Licht',
    '08.00 - 16.30 Uhr',
    'Anruf 10 - 12 Uhr',
    'Spendenziel 100000 Euro',
    'im 1. Stock der Bibliothek',
    'Haus 2 der Kita',
    'Am Ring 15 bis 17 Uhr',
    'An der Haustür 3 Gespräche',
    'Briefkasten fehlt',
    'seit 3 Jahren',
    'Bus 12',
    'Bus Nr. 12 kommt zu selten',
    'Linie Nr. 4',
    'um 15 Uhr',
    'um 15:30 am Spielplatz',
    'Am Spielplatz 2 Kinder getroffen',
    'Bolzplatz 3 Jugendliche',
    'Auf dem Weg 4 Leute gesprochen',
    'Keilbergring 2 Gespräche',
    'Am 12.10.2026 war niemand da',
    'Treffen am Ring 12.10. geplant',
    'Schuljahr 2026/2027',
    '18-64 und 65+',
    'Vorschlag Nr. 104 unterstützen viele',
    'Die Wohnungen sind zu teuer',
    'Wohnungsnot ist Thema',
    'Kita-Eingang, Abholzeit',
    'Haustürgespräche, zwei Aufgänge',
    'Hausmeister fehlt seit Mai',
    'Stockbrot war beliebt',
    'Etwa 30 Minuten am Bäckerwagen',
    'Hang ist im Winter glatt',
    'Postleitzahl 08289 ist hier falsch ausgeschildert',
    'Gruppe wünscht sich einen überdachten Platz, will mit anpacken.',
    'Netze kaputt, Streit wegen Bällen im Garagenhof.',
    'Interesse an Krabbelgruppe, Hinweis auf Elterncafé.',
    'Viele fragen, ob überhaupt etwas passiert. Bank und Streugut als Beispiele genannt.',
  ])('is not in: %s', (text) => {
    expect(inNote(text)).toBeNull();
  });

  it('is said as it stands there', () => {
    expect(traceOf('Der Mann aus dem Keilbergring 12 fragt')?.words).toBe('Keilbergring 12');
  });
});

describe('a name', () => {
  test.each([
    'Frau Lindner',
    'Herrn Groß getroffen',
    'Familie Y',
    'Manfred H. fragt nach der Bank',
    'eine Frau namens Erika',
    'Oma Erna sitzt hier täglich',
    'Dr. Vogel',
    'Frau von Hagen',
    'Fam Lindner',
    'Hr Lindner',
    'frau lindner',
    'Sie heisst Erika',
    'Mutter von Jonas',
    'Erika Lindner fragt nach Licht',
  ])('may be in: %s', (text) => {
    expect(inNote(text)?.trace.kind).toBe('name');
  });

  test.each([
    'Frauen aus dem Nähcafé',
    'eine frau sagte, es ist zu dunkel',
    'Viele Kinder am Zaun',
    'Alte Siedlung',
    'eine Frau Mitte 60',
    'eine Frau mit Hund',
    'Familien mit Kindern',
    'Herr der Lage',
    'Bänke, Bäume u. a.',
    'z. B. Streugut',
    'Die Bank heißt jetzt anders',
    'ältere Herren am Kiosk',
  ])('is not in: %s', (text) => {
    expect(nameIn(text)).toBeNull();
  });
});

test.each([
  ['Eine Bank fehlt', 'Eine Bank fehlt', ''],
  ['Eine Bank fehlt.', 'Eine Bank fehlt', ''],
  ['Eine Bank fehlt. Am Abend ist es dunkel.', 'Eine Bank fehlt', 'Am Abend ist es dunkel.'],
  ['Licht fehlt!\nMüll auch', 'Licht fehlt', 'Müll auch'],
  [
    'Am 3. Abend war z. B. kein Licht',
    'Am 3. Abend war z. B. kein',
    'Am 3. Abend war z. B. kein Licht',
  ],
  ['  ', '', ''],
  [
    'Donaudampfschifffahrtsgesellschaftskapitän',
    'Donaudampfschifffahrtsgese',
    'Donaudampfschifffahrtsgesellschaftskapitän',
  ],
])('of %j the title is %j, and the text says %j', (note, title, body) => {
  expect(proposalOf(note, 26)).toEqual({ title, body });
});
