import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { freshDraft } from '@/lib/outreach/device/drafts/rules';
import type { KeptContact } from '@/lib/outreach/device/types';
import type { DeviceData } from './device';
import { PromisedCalls } from './promised-calls';
import { RefusedList } from './refused-list';
import { StateLine } from './state-line';
import type { DeviceWords } from './words';

const where = { districtId: 'hang', setting: 'STAND', place: '' } as const;
const state = { begun: 'Angefangen.', done: 'Alles da.' };
const plain = { waitsMany: '', refusedMany: '', on: '', at: '', met: '{count}' };
const words = { ...plain, state, refusedWords: 'Führt zu jemandem.' } as unknown as DeviceWords;

function line(contacts: number, more: Partial<DeviceData> = {}): string {
  const data: DeviceData = {
    ...{ contacts: [], calls: [], wentOverAt: 1, obstacle: null, isSending: false, remarks: [] },
    ...{ shown: 1, isReady: true, draft: { ...freshDraft('1', where), contacts } },
    ...{ unkept: null, misses: 0, isGranted: true, wordsGone: false, ...more },
  };
  const given = { data, words, locale: 'de', send: () => undefined };
  return renderToStaticMarkup(<StateLine {...given} wayOn={{} as never} />);
}

const told = (html: string) => /<div role="status">(.*?)<\/p>/.exec(html)?.[1] ?? '';

test.each([
  ['a talk that is begun: the tap itself is heard', 1, {}, ''],
  ['a remark beside it', 1, { remarks: ['Schon da.'] }, 'Angefangen.'],
  ['what went over', 0, {}, 'Alles da.'],
])('is read out or not: %s', (_, contacts, more, heard) => {
  const html = line(contacts, more);
  expect(html).toContain(contacts > 0 ? 'Angefangen.' : 'Alles da.');
  expect(told(html).replace(/<[^>]*>/g, '')).toContain(heard);
  expect(told(html) === '').toBe(heard === '');
});

test.each([
  ['words somebody wrote', 'note', '„Frau Lindner“ sieht wie ein Name aus.', 'Führt zu jemandem.'],
  ['a note that is too long', 'note', 'Höchstens 500 Zeichen.', 'Höchstens 500 Zeichen.'],
  ['a day', 'day', 'Zu lange her.', 'Zu lange her.'],
  ['words at no field', '', '„Frau Lindner“', 'Führt zu jemandem.'],
])('what was refused is told to everybody but for the words: %s', (_, field, problem, said) => {
  const contact = { id: 'x', contacts: 1, day: '2026-11-30', note: 'Frau Lindner' };
  const refused = [{ id: 'x', contact, problem, field }] as unknown as KeptContact[];
  const html = renderToStaticMarkup(
    <RefusedList {...{ refused, words }} locale="de" acts={{} as never} />,
  );
  expect(html).toContain(said);
  expect(html).not.toContain('Lindner');
});

test('a promised call is told by its day alone, with the way to enter it', () => {
  const said = { callsTitle: 'Rückrufe', callOf: 'Versprochen am {day}', callEnter: 'Eintragen' };
  const given = { words: { ...words, ...said }, locale: 'de', href: '/x', acts: {} as never };
  const html = (calls: { id: string; day: string }[]) =>
    renderToStaticMarkup(<PromisedCalls {...given} calls={calls} />);
  expect(html([])).toBe('');
  const one = html([{ id: 'x', day: '2026-11-30' }]);
  expect(one).toContain('Versprochen am 30.11.2026');
  expect(one).toContain('href="/x"');
});
