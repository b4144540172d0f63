import { type Refused, refused } from '@/lib/core/result';
import type { BallotTicket, DeskPlace } from './types';

/** Minutes a person has for one ballot before the card is asked for again. */
export const TICKET_MINUTES = 15;
/** Minutes a receipt can be shown again, with more time asked for. */
const RECEIPT_MINUTES = 5;

const inMinutes = (at: Date, minutes: number) => at.getTime() + minutes * 60_000;

/** @param card id of the card */
export function ticketFor(place: DeskPlace, card: string, at: Date): BallotTicket {
  const { poll, key } = place;
  return { poll, card, district: null, key, until: inMinutes(at, TICKET_MINUTES) };
}

/**
 * A ticket as it was opened, or `null` when it belongs to another place or its time is over.
 * @param text what was sealed, `null` when the seal was broken
 */
export function ticketIn(text: string | null, place: DeskPlace, at: Date): BallotTicket | null {
  const ticket = text === null ? null : (JSON.parse(text) as BallotTicket);
  if (ticket === null || ticket.key !== place.key || ticket.poll !== place.poll) return null;
  return ticket.until > at.getTime() ? ticket : null;
}

/** A receipt on its way to the page that shows it once. */
export interface ShownReceipt {
  receipt: string;
  key: string;
  until: number;
}

export function receiptToShow(receipt: string, key: string, at: Date): ShownReceipt {
  return { receipt, key, until: inMinutes(at, RECEIPT_MINUTES) };
}

export function receiptIn(text: string | null, key: string, at: Date): string | null {
  const shown = text === null ? null : (JSON.parse(text) as ShownReceipt);
  if (shown === null || shown.key !== key || shown.until <= at.getTime()) return null;
  return shown.receipt;
}

/** What is said to a voter on the web, said of a card at a desk, where somebody else may read it. */
const OF_THE_CARD: Readonly<Record<string, string>> = {
  'voting.refused.alreadyVoted': 'voting-desk.refused.cardUsed',
  'voting-ballot.refused.onPaper': 'voting-desk.refused.cardOnPaper',
  'voting.refused.otherDistrict': 'voting-desk.refused.otherDistrict',
  'voting.refused.noForumRight': 'voting-desk.refused.noForumRight',
  'voting.refused.otherCards': 'voting-desk.refused.otherCards',
  'accounts.refused.cardUnknown': 'voting-desk.refused.unknownCard',
  'voting.refused.mayNot': 'voting-desk.refused.mayNot',
};

// messages: voting-desk.refused.*
export function refusedCard(code: string, field: string): Refused {
  return refused(OF_THE_CARD[code] ?? code, {}, field);
}
