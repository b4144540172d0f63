import { DAY_MS } from '@/lib/core/day.mjs';

/** At the foot of every page there is room for so many. */
export const MOST_FUNDERS = 8;

/** Hours for which one that was removed comes back. */
export const BACK_HOURS = 24;

/** What was removed after this comes back. */
export const backSince = (at: Date): Date => new Date(at.getTime() - DAY_MS);
