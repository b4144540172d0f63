import type { SupportChannel } from '../types';

/** How a request can have come to the office; what neighbours type themselves is `ONLINE`. */
export const OFFICE_CHANNELS = [
  'PHONE',
  'OFFICE',
  'OUTREACH',
  'FORUM',
  'PARTNER',
  'POSTCARD',
] as const satisfies readonly SupportChannel[];

export const ASKERS = ['GROUP', 'PERSON'] as const;

/** Above this no fund of a neighbourhood helps; a slipped key is more likely. */
export const MOST_EURO = 100_000;
