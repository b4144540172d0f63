import { dayColumn } from '@/lib/core/day.mjs';
import type { OutreachSetting } from './types';

export const SETTINGS: readonly OutreachSetting[] = [
  'OPEN_SPACE',
  'STAND',
  'MOBILE_CAFE',
  'DOORSTEP',
  'INSTITUTION',
  'EVENT',
];

/** Characters of a place; the database holds it, too. */
export const PLACE_MAX = 80;

/** `YYYY-MM-DD` that is a day of the calendar. */
export function isLocalDate(text: string): boolean {
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const day = dayColumn(text);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** A number of fewer people might be some whom neighbours recognise. */
const SMALLEST = 5;

interface Met {
  contacts: number;
  firstContacts: number;
}

/**
 * What may be told of a period, null for what may not: no number under five, none that another one would tell (who
 * was met again is the difference), and no year that would tell the one small quarter in it.
 * @param quarters one, or all of a year that have begun
 */
export function toldOf(quarters: readonly Met[]): { [Key in keyof Met]: number | null } {
  const each = quarters.map(told);
  const sum = (key: keyof Met) => quarters.reduce((all, one) => all + one[key], 0);
  const whole = told({ contacts: sum('contacts'), firstContacts: sum('firstContacts') });
  if (quarters.length === 1) return whole;
  const isTold = (key: keyof Met) => each.filter((one) => one[key] === null).length !== 1;
  return {
    contacts: isTold('contacts') ? whole.contacts : null,
    firstContacts: isTold('firstContacts') ? whole.firstContacts : null,
  };
}

function told({ contacts, firstContacts }: Met) {
  if (contacts < SMALLEST) return { contacts: null, firstContacts: null };
  const again = contacts - firstContacts;
  const isHidden = firstContacts < SMALLEST || (again > 0 && again < SMALLEST);
  return { contacts, firstContacts: isHidden ? null : firstContacts };
}
