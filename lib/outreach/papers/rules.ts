/**
 * What is printed for a round, as it stands in addresses: a notice of where the office can be met, a list for strokes, a
 * letter for a door that stayed shut.
 */
const ROUND_PAPERS = ['aushang', 'strichliste', 'brief'] as const;

export type RoundPaper = (typeof ROUND_PAPERS)[number];

export const isRoundPaper = (text: string): text is RoundPaper =>
  (ROUND_PAPERS as readonly string[]).includes(text);

/** What is printed blank and taken along: a card for a shut door, one for an idea, a sheet with faces, a guide for a talk. */
export const BLANK_PAPERS = ['karte', 'idee', 'feedback', 'leitfaden'] as const;

export type BlankPaper = (typeof BLANK_PAPERS)[number];

export const isBlankPaper = (text: string): text is BlankPaper =>
  (BLANK_PAPERS as readonly string[]).includes(text);

/** Which template each is set from. */
export const BLANK_TEMPLATES: Readonly<Record<BlankPaper, string>> = {
  ...{ karte: 'door', idee: 'idea', feedback: 'form', leitfaden: 'form' },
};

/** Days in a letter for a shut door. */
export const DAYS_IN_LETTER = 3;

/** Days on one notice: more are not read from a pavement. */
export const DAYS_ON_NOTICE = 5;
