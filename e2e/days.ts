import { Temporal } from 'temporal-polyfill';
import { plusDays } from '../lib/core/day.mjs';
import { officeInstant, officeToday, officeZone } from '../lib/core/office-time';

// A date written out is right for some months and then turns a test red, or makes it look at nothing.

const WEDNESDAY = 3;

/** A date of the office some days from today, `YYYY-MM-DD`; negative numbers lie in the past. */
export const inDays = (days: number): string => plusDays(officeToday(), days);

/** A Wednesday some weeks after the coming one, `YYYY-MM-DD`; negative numbers lie in the past. */
export function wednesday(weeks: number): string {
  const today = Temporal.Now.plainDateISO(officeZone());
  const days = (WEDNESDAY - today.dayOfWeek + 7) % 7 || 7;
  return today.add({ days: days + 7 * weeks }).toString();
}

/** When the rows of the guards begin and end, a week apart and a quarter of a year away. */
export const BEGIN = wednesday(13);
export const WEEK_LATER = wednesday(14);

/** The month of a date, as addresses name it. */
export const monthOf = (date: string) => date.slice(0, 7);

/** The month in which the calendar is looked at. */
export const MONTH = monthOf(wednesday(4));

/** The instant of a local time of that day, as the database takes it. */
export const instant = (date: string, time: string) =>
  officeInstant(`${date}T${time}`).toISOString();
