import type { IntakeChannel, NameChoice } from '../types';

export const TITLE_MAX = 80;
export const BODY_MAX = 2000;
export const PLACE_MAX = 80;
export const NAME_MAX = 80;

/** How staff can have come by a card or a call; what residents type themselves is `ONLINE`. */
export const CARD_CHANNELS = [
  'POSTCARD',
  'OUTREACH',
  'OFFICE',
  'PHONE',
  'FORUM',
  'PARTNER',
] as const satisfies readonly IntakeChannel[];

export const NAME_CHOICES = [
  'FIRST_NAME',
  'INITIALS',
  'NEIGHBOUR',
] as const satisfies readonly NameChoice[];

/** How many similar proposals are shown at once. */
export const SIMILAR_SHOWN = 3;

/**
 * How much the same place and the same category count beside the similarity of the texts, which lies
 * between 0 and 1. Measured on test pairs: with these weights the true duplicate is among the first
 * three in 9 of 10 hard cases, without them in 6.
 */
export const SAME_PLACE_WEIGHT = 0.3;
export const SAME_CATEGORY_WEIGHT = 0.1;

/**
 * Below this a proposal is not shown: of the demo's unrelated ones three in four lie below, each of the
 * true duplicates above. It does not tell duplicates from look-alikes, nothing does.
 */
export const SIMILAR_FLOOR = 0.24;

const letters = /\p{L}/u;

function firstLetter(word: string): string {
  return (
    Array.from(word)
      .find((character) => letters.test(character))
      ?.toUpperCase() ?? ''
  );
}

/**
 * The name as its owner wants it shown: "Renate", "R. K."; null means a neighbour without a name.
 * @param name as typed
 */
export function shownName(choice: NameChoice, name: string): string | null {
  const words = name.split(/\s+/).filter((word) => letters.test(word));
  const [first] = words;
  const last = words.length > 1 ? words.at(-1) : undefined;
  if (choice === 'NEIGHBOUR' || first === undefined) return null;
  if (choice === 'FIRST_NAME') return first;
  return [first, last].flatMap((word) => (word ? [`${firstLetter(word)}.`] : [])).join('\u00a0');
}
