import type { PollMethod } from '@/lib/elections/results/types';

/** Minutes in which a paper handed out by a slip can be taken back. */
export const TAKE_BACK_MINUTES = 10;

/** A paper just handed out: for whom as it was typed, by whom, and until when it can be taken back. */
export interface HandedOut {
  poll: number;
  who: string;
  /** Session of whoever handed it out. */
  key: string;
  /** Milliseconds. */
  until: number;
}

export function handedOut(poll: number, who: string, key: string, at: Date): HandedOut {
  return { poll, who, key, until: at.getTime() + TAKE_BACK_MINUTES * 60_000 };
}

/** @param text what was sealed, `null` when the seal was broken */
export function handedOutIn(text: string | null, key: string, at: Date): HandedOut | null {
  const paper = text === null ? null : (JSON.parse(text) as HandedOut);
  return paper !== null && paper.key === key && paper.until > at.getTime() ? paper : null;
}

/** What is typed as an address; everything else is a card. */
export const isAddress = (who: string) => who.includes('@');

/** Enough to see a slip by: a card's number, else only the edges. */
export function shownAs(who: string): string {
  if (isAddress(who)) return who.replace(/^(.).*@/, '$1…@');
  return /^\s*\d{1,6}\s*[-–/]\s*\d{1,3}\s*$/.test(who) ? who.trim() : `…${who.trim().slice(-2)}`;
}

/** What is printed for a poll: papers on A4, two on A4, in large type; strips for envelopes; a notice. */
export const PRINTOUTS = ['a4', 'a5', 'gross', 'umschlag', 'aushang'] as const;
export type Printout = (typeof PRINTOUTS)[number];

export function isPrintout(text: string): text is Printout {
  return (PRINTOUTS as readonly string[]).includes(text);
}

/** A ring for the one answer, a box to tick, a wider box to write a number into. */
export const MARKS = {
  YES_NO: 'ring',
  ONE: 'ring',
  UP_TO: 'box',
  BUDGET: 'box',
  POINTS: 'number',
  RANKING: 'number',
} as const satisfies Record<PollMethod, string>;

/** Strips for envelopes that fit on a sheet; with a line more, fewer. */
export const stripsOnSheet = (rule: { districtId: string | null }) => (rule.districtId ? 5 : 6);
