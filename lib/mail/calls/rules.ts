import type { CallItem } from './types';

/** What came of a try. `later` keeps it on the list. */
export const OUTCOMES = ['done', 'later'] as const;

/** A note that grows with each try never loses its end. */
export const MOST_NOTE = 1000;

/** Puts a line under the notes that are there; the oldest lines go when it gets too long. */
export function withLine(note: string, line: string): string {
  const lines = [...note.split('\n').filter((text) => text !== ''), line];
  while (lines.length > 1 && lines.join('\n').length > MOST_NOTE) lines.shift();
  return lines.join('\n');
}

/**
 * What one person is owed stands together, where the most urgent of it stands: they are called once. Where no number
 * or address is known, nothing says that two of them are the same.
 * @param items the most urgent first
 */
export function byPerson(items: readonly CallItem[]): CallItem[] {
  const groups = new Map<string, CallItem[]>();
  for (const item of items) {
    const contact = item.contact.replaceAll(/[\s/()-]/g, '').toLowerCase();
    const key = contact === '' ? item.id : contact;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].flat();
}
