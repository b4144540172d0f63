import { wayTo } from '@/lib/core/contact';
import type { CallItem, CallPerson } from './types';

/** What came of a try. `later` keeps it on the list. */
export const OUTCOMES = ['done', 'later'] as const;

/** A call as somebody read it, for the form that says it was made. */
export const toldOf = ({ id, wording }: Pick<CallItem, 'id' | 'wording'>) => `${id}.${wording}`;

/** A note that grows with each try never loses its end. */
export const MOST_NOTE = 1000;

/** Puts a line under the notes that are there; the oldest lines go when it gets too long. */
export function withLine(note: string, line: string): string {
  const lines = [...note.split('\n').filter((text) => text !== ''), line];
  while (lines.length > 1 && lines.join('\n').length > MOST_NOTE) lines.shift();
  return lines.join('\n');
}

/** People of each kind on one page of the list, and letters printed in one go. */
export const PEOPLE_ON_A_PAGE = 100;

type Reached = Pick<CallItem, 'id' | 'accountId' | 'contact'>;

/**
 * What one person is owed is one row, where the most urgent of it stands: they are called once. The same number or
 * address is one person, and so is the same account; where neither is known, nothing says that two are the same.
 * @param items the most urgent first
 */
export const byPerson = (items: readonly CallItem[]): CallPerson[] =>
  ofEachPerson(items).map(personOf);

/** The same before all of it is read: what stands together is never parted by the end of a page. */
export function ofEachPerson<Item extends Reached>(items: readonly Item[]): Item[][] {
  const waysOf = new Map(
    items.flatMap(({ accountId, contact }) =>
      accountId !== null && wayTo(contact) !== '' ? [[accountId, wayTo(contact)]] : [],
    ),
  );
  const people = new Map<string, Item[]>();
  for (const item of items) {
    const account = item.accountId ?? item.id;
    const key = wayTo(item.contact) || (waysOf.get(account) ?? account);
    people.set(key, [...(people.get(key) ?? []), item]);
  }
  return [...people.values()];
}

function personOf(items: readonly CallItem[]): CallPerson {
  const names = [...new Set(items.map(({ person }) => person).filter((name) => name !== ''))];
  const earliest = Math.min(...items.map(({ dueAt }) => dueAt.getTime()));
  return {
    kind: items[0]?.kind ?? 'PHONE',
    names,
    contact: items.find(({ contact }) => contact !== '')?.contact ?? '',
    dueAt: new Date(earliest),
    items: [...items],
  };
}

/**
 * What was done with one press stands together, and goes back together.
 * @param items the last first
 */
export function byPress(items: readonly CallItem[]): CallItem[][] {
  const presses = new Map<string, CallItem[]>();
  for (const item of items) {
    const key = `${item.doneAt?.getTime()} ${item.kind} ${wayTo(item.contact) || item.id}`;
    presses.set(key, [...(presses.get(key) ?? []), item]);
  }
  return [...presses.values()];
}

/** Longer ones may not fit a sheet. */
const SHORT_TEXT = 700;
const FEW_LINES = 10;

/** Whether a letter can be longer than one sheet. */
export const isLong = ({ message }: Pick<CallItem, 'message'>) =>
  message.length > SHORT_TEXT || message.split('\n').length > FEW_LINES;
