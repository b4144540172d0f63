/** What is printed for a round, as it stands in addresses: a notice of where the office can be met, a list for strokes. */
const ROUND_PAPERS = ['aushang', 'strichliste'] as const;

export type RoundPaper = (typeof ROUND_PAPERS)[number];

export const isRoundPaper = (text: string): text is RoundPaper =>
  (ROUND_PAPERS as readonly string[]).includes(text);

/** What is printed blank and taken along: a card for a shut door, a sheet with faces, a guide for a talk. */
export const BLANK_PAPERS = ['karte', 'feedback', 'leitfaden'] as const;

export type BlankPaper = (typeof BLANK_PAPERS)[number];

export const isBlankPaper = (text: string): text is BlankPaper =>
  (BLANK_PAPERS as readonly string[]).includes(text);

/** Days on one notice: more are not read from a pavement. */
export const DAYS_ON_NOTICE = 5;
