import type { Draft, KeptContact } from '../types';

const WORDS: readonly (string | undefined)[] = ['note', 'place'];

/** A sentence about what is wrong that repeats what somebody wrote: those stand in quotation marks in each language. */
export const quotesWords = (problem: string): boolean => /[„“”‟«»"]/.test(problem);

/** With the words it was about goes what was wrong, and a sentence that says those words in any case. */
const isGoneWith = (problem: string, field: string | undefined) =>
  WORDS.includes(field) || quotesWords(problem);

/** What stays when somebody signs out: numbers. Words the server did not take are gone, and with them what was wrong. */
export function withoutRefusedWords(kept: KeptContact): KeptContact {
  if (kept.problem === '') return kept;
  const { contact, field, problem } = kept;
  return {
    id: kept.id,
    contact: {
      ...contact,
      note: '',
      asProposal: false,
      place: field === 'place' ? '' : contact.place,
    },
    ...(isGoneWith(problem, field) ? { problem: '' } : { problem, field: field ?? '' }),
  };
}

/** The same of a talk nobody has saved: nobody has looked through what it says yet, neither note nor place. */
export function withoutUnsavedWords(draft: Draft): Draft {
  const { problem = '', field } = draft;
  const left = { ...draft, note: '', place: '', asProposal: false };
  return isGoneWith(problem, field) ? { ...left, problem: '', field: '' } : left;
}
