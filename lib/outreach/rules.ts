import { dayOf, GRACE_DAYS, plusDays } from '@/lib/core/day.mjs';
import { SMALLEST_GROUP } from '@/lib/elections/results/shown';
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

/** Months after which contacts are emptied. */
export const MONTHS_KEPT = 12;

/** The quarter of a day is closed: its figures stay as they are, whatever is entered now. */
export function isOfClosedQuarter(day: string, today: string): boolean {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const next = new Date(Date.UTC(year, Math.ceil(month / 3) * 3, 1));
  return plusDays(dayOf(next), GRACE_DAYS) <= today;
}

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
  if (contacts < SMALLEST_GROUP) return { contacts: null, firstContacts: null };
  const again = contacts - firstContacts;
  const isHidden = firstContacts < SMALLEST_GROUP || (again > 0 && again < SMALLEST_GROUP);
  return { contacts, firstContacts: isHidden ? null : firstContacts };
}
