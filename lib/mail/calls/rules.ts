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

/** First what is due first; without a date at the end, the oldest first. */
export function byUrgency(a: CallItem, b: CallItem): number {
  const due = (item: CallItem) => item.dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return due(a) - due(b) || a.createdAt.getTime() - b.createdAt.getTime();
}
