import type { AgeBands, OutreachMood, OutreachOutcome } from './types';

export const MOODS: readonly OutreachMood[] = ['OPEN', 'MIXED', 'SCEPTICAL'];

export const OUTCOMES: readonly OutreachOutcome[] = [
  'INFORMATION',
  'CARD_LEFT',
  'INVITED_TO_OFFICE',
  'REFERRAL',
  'PROPOSAL_CREATED',
];

export const AGE_BANDS = ['ageTo5', 'ageTo13', 'ageTo17', 'ageTo64', 'ageFrom65'] as const;

/** The database holds these, too. */
export const NOTE_MAX = 300;
export const TOPICS_MAX = 12;
/** Contacts that are taken at once. */
export const AT_ONCE_MAX = 200;

interface Counts extends AgeBands {
  setting: string;
  contacts: number;
  firstContacts: number;
  notMet: number;
}

/** Which number cannot be, and the sentence for it; null when they fit each other. */
export function countProblem(counts: Counts): { field: string; code: string } | null {
  const { setting, contacts, firstContacts, notMet } = counts;
  if (contacts + notMet === 0)
    return { field: 'contacts', code: 'outreach-contacts.refused.nobody' };
  if (firstContacts > contacts)
    return { field: 'firstContacts', code: 'outreach-contacts.refused.moreFirst' };
  if (notMet > 0 && setting !== 'DOORSTEP')
    return { field: 'notMet', code: 'outreach-contacts.refused.notAtDoors' };
  const aged = AGE_BANDS.reduce((sum, band) => sum + counts[band], 0);
  return aged > contacts ? { field: 'ageTo5', code: 'outreach-contacts.refused.moreAges' } : null;
}

/**
 * The first words of a note as the title of a proposal, for whoever reads it to put right: the first sentence, and of
 * a long one as many whole words as fit.
 * @param max characters
 */
export function titleOf(note: string, max: number): string {
  const [sentence = ''] = note.trim().split(/(?<=\p{L}{3}[.!?])\s|\n/u);
  const title = sentence.replace(/[.,;:!\s]+$/u, '');
  if (title.length <= max) return title;
  // A space right behind them ends a word that just fits.
  const end = title.slice(0, max + 1).lastIndexOf(' ');
  return title.slice(0, end > 0 ? end : max).replace(/[.,;:\s]+$/u, '');
}
