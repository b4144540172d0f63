import type { Draft, KeptContact } from '../device/types';

/** What stays when somebody signs out: numbers. Words the server did not take are gone, and with them what was wrong. */
export function withoutRefusedWords(kept: KeptContact): KeptContact {
  if (kept.problem === '') return kept;
  const { contact, field } = kept;
  const isMended = field === 'note' || field === 'place';
  return {
    id: kept.id,
    contact: { ...contact, note: '', place: field === 'place' ? '' : contact.place },
    ...(isMended ? { problem: '' } : { problem: kept.problem, field: field ?? '' }),
  };
}

/** The same of what was just being put right. */
export const withoutWordsToMend = (draft: Draft): Draft =>
  draft.problem ? { ...draft, note: '', place: draft.field === 'place' ? '' : draft.place } : draft;
