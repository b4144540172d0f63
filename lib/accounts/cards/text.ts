import { CARDS_PER_SHEET } from './rules';
import type { CardBatchSheet } from './types';

type Say = (key: string, params?: Record<string, string | number>) => string;

/** What every card says besides its code. */
export interface CardPlace {
  office: string;
  phone: string;
  /** Of the page where the code is typed. */
  address: string;
}

/**
 * Cards for `lib/print/templates/cards.typ`.
 * @param say in the language of whoever is handed a card
 */
export function cardSheets({ number, label, cards }: CardBatchSheet, place: CardPlace, say: Say) {
  return {
    title: say('people.cards.batchName', { number, label }),
    subject: say('people.cards.title'),
    lang: 'de',
    ...place,
    how: say('people.cards.onCard.how'),
    call: say('people.cards.onCard.call'),
    number: say('people.cards.onCard.number'),
    'per-sheet': CARDS_PER_SHEET,
    cards,
  };
}
