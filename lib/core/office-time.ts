import { instantOf, localDateOf, monthsBefore, nextMidnight, now } from './clock';
import { readEnv } from './env.mjs';

/** Where the office and its districts are: their days begin and promised days end at midnight there. */
export const officeZone = (): string => readEnv().TIME_ZONE;

/** The office's calendar date at an instant, `YYYY-MM-DD`. */
export const officeDate = (instant: Date): string => localDateOf(instant, officeZone());

export const officeToday = (): string => officeDate(now());

/** The end of the office's day: until then, what a page says about "today" is true. */
export const officeMidnight = (instant: Date): Date => nextMidnight(instant, officeZone());

/** The instant of the office's wall clock, `YYYY-MM-DDTHH:MM`. */
export const officeInstant = (local: string): Date => instantOf(local, officeZone());

/** What was kept for so many months by now was kept since then. */
export const officeMonthsAgo = (months: number): Date => monthsBefore(now(), months, officeZone());
