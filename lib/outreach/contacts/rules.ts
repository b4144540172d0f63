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

/** Words enough for a proposal: three letters of them. */
export const isWorded = (note: string): boolean =>
  proposalOf(note, NOTE_MAX).title.replace(/\P{L}/gu, '').length >= 3;

/**
 * A note as the title and the text of a proposal, for whoever reads it to put right: the first sentence and what comes
 * behind it, so that nothing stands twice; of a long sentence as many whole words as fit, and the note as it is.
 * @param max characters of the title
 */
export function proposalOf(note: string, max: number): { title: string; body: string } {
  const whole = note.trim();
  const [sentence = ''] = whole.split(/(?<=\p{L}{3}[.!?])\s|\n/u);
  const title = sentence.replace(/[.,;:!\s]+$/u, '');
  if (title.length <= max) return { title, body: whole.slice(sentence.length).trim() };
  // A space right behind them ends a word that just fits.
  const end = title.slice(0, max + 1).lastIndexOf(' ');
  const begins = title.slice(0, end > 0 ? end : max).replace(/[.,;:\s]+$/u, '');
  return { title: begins, body: whole };
}

/** What an idea card would say: the words and where, nobody's name and no way to reach anybody. */
export const cardOf = (
  { note, place, districtId }: { note: string; place: string; districtId: string },
  max: number,
) => ({
  ...proposalOf(note, max),
  ...{ place, districtId, channel: 'OUTREACH', nameChoice: 'NEIGHBOUR', name: '', contact: '' },
});
