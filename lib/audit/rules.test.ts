import { describe, expect, it } from 'vitest';
import { LOCALES } from '@/lib/core/paths';
import { catalogue } from '@/lib/i18n/catalogue';
import { AUDIT_EVENTS, AUDIT_KINDS, auditFilterOf } from './rules';

type Texts = { [key: string]: string | Texts };

function keysOf(texts: Texts, path = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key}`] : keysOf(value, `${path}${key}.`),
  );
}

describe('everything that is written down', () => {
  it.each(LOCALES)('has words in %s, and nothing else has', async (locale) => {
    const { event, thing } = (await catalogue(locale)).audit as Record<string, Texts>;
    expect(keysOf(event ?? {}).sort()).toEqual(Object.keys(AUDIT_EVENTS).sort());
    const subjects = new Set<string>(Object.values(AUDIT_EVENTS));
    subjects.delete('none');
    expect(keysOf(thing ?? {}).sort()).toEqual([...subjects].sort());
  });

  it('belongs to one kind somebody can look for', () => {
    const words = Object.values(AUDIT_KINDS).flat();
    expect(new Set(words).size).toBe(words.length);
    const beginnings = new Set(Object.keys(AUDIT_EVENTS).map((event) => event.split('.')[0]));
    expect([...beginnings].sort()).toEqual([...words].sort());
  });
});

it.each([
  [{}, { kind: 'all', period: 'month', page: 1 }],
  [
    { kind: 'polls', period: 'year', page: '3' },
    { kind: 'polls', period: 'year', page: 3 },
  ],
  [
    { kind: 'toString', period: '__proto__', page: '-1' },
    { kind: 'all', period: 'month', page: 1 },
  ],
  [
    { kind: ['polls'], period: ['year'], page: ['2'] },
    { kind: 'all', period: 'month', page: 1 },
  ],
  [{ page: '99999' }, { kind: 'all', period: 'month', page: 10_000 }],
  [{ page: '1e3' }, { kind: 'all', period: 'month', page: 1 }],
])('%o asks for %o', (asked, filter) => {
  expect(auditFilterOf(asked)).toEqual(filter);
});
