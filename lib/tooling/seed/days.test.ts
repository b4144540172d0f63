import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withDays } from './days.mjs';
import { demoFiles } from './parts.mjs';
import { createShift } from './shift.mjs';

const FILE = 'prisma/demo/demo-content.json';
const content: { meta: { anchorDate: string } } = JSON.parse(fs.readFileSync(FILE, 'utf8'));

const MONTH =
  /\b(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b/;
/** A day as people write it, and a year or a month that will be another one when the demo is moved. */
const FIXED = new RegExp(`${MONTH.source}|\\b\\d{1,2}\\.\\d{1,2}\\.|\\b20\\d\\d\\b`);

/** The new law is of that month wherever the demo stands, and is a draft nobody has published. */
const OF_THE_WORLD = ['Seit Juli 2026 gelten neue Regeln und ein neuer Name.'];

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => (key === 'meta' ? [] : textsIn(inside)));
}

const texts = textsIn(content);
const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/.test(text);
const isRule = (text: string) => text.startsWith('FREQ=');
const dates = new Set(texts.filter(isDate).map((text) => text.slice(0, 10)));
const said = (text: string) => text.replace(/\{(?:day|month):[^}]*\}/g, '');
const written = texts.filter((text) => !isDate(text) && !isRule(text));

describe('texts of the demo', () => {
  it('name no day, month or year that stays when everything else moves', () => {
    const fixed = written.filter((text) => FIXED.test(said(text)));
    expect(fixed).toEqual(OF_THE_WORLD);
  });

  it('name only days something of the demo is on', () => {
    const named = written.flatMap((text) =>
      [...text.matchAll(/\{(?:day|month):([^}]*)\}/g)].map(([, date]) => date),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((date) => !dates.has(date ?? ''))).toEqual([]);
  });

  it('name none in what domains add themselves', () => {
    const literals = demoFiles(process.cwd()).flatMap((file) =>
      [...fs.readFileSync(file, 'utf8').matchAll(/'([^'\n]*)'/g)].map(([, text = '']) => text),
    );
    expect(literals.length).toBeGreaterThan(200);
    expect(literals.filter((text) => MONTH.test(text))).toEqual([]);
  });

  it('say the days the demo is moved to', () => {
    const now = new Date('2026-11-30T12:00:00Z');
    const moved = withDays(content, createShift(content.meta.anchorDate, now, 'Europe/Berlin'));
    const all = textsIn(moved).join('\n');
    expect(all).toContain('Bestätigung des Protokolls vom 18. November');
    expect(all).toContain('Nächster Termin: 27. Januar');
    expect(all).toContain('Seit dem 21. Oktober steht die Bank.');
    expect(all).not.toMatch(/\{(?:day|month)/);
  });
});
