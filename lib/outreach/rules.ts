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

/** Within so many days somebody may still enter what was forgotten, a talk or a whole round. */
export const DAYS_BACK = 60;

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
 * What may be told of a quarter, null for what may not: no number under five, and none that another one would tell, for
 * who was met again is the difference.
 */
export function toldOf({ contacts, firstContacts }: Met): {
  [Key in keyof Met]: number | null;
} {
  if (contacts < SMALLEST) return { contacts: null, firstContacts: null };
  const again = contacts - firstContacts;
  const isHidden = firstContacts < SMALLEST || (again > 0 && again < SMALLEST);
  return { contacts, firstContacts: isHidden ? null : firstContacts };
}
