import { HONEYPOT_FIELD } from '../../lib/core/form-state';
import type { SeenForm } from './forms-seen';
import { merged, partsOf } from './parts';
import { listServerActions } from './server-actions';

/** What may stand beside a form for words all the same, and why, by the name of the action. */
export type BesideTable = Readonly<Record<string, string>>;

const MAY_STAND_BESIDE = merged(
  (await partsOf<{ BESIDE: BesideTable }>('beside')).map((part) => part.BESIDE),
);

const nameOf = (action: string) =>
  listServerActions().find(({ id }) => id === action)?.name ?? 'another page';

/** What is still allowed although the program has it no more. */
export const goneFromTheList = (): string[] => {
  const names = new Set(listServerActions().map(({ name }) => name));
  return Object.keys(MAY_STAND_BESIDE).filter((name) => !names.has(name));
};

const wordsOf = ({ fields }: SeenForm) =>
  fields.map(({ name }) => name).filter((name) => name !== HONEYPOT_FIELD);

/**
 * Forms that stand beside one for words, by their fields or what they do: without script, what is typed into
 * that one is lost with the answer to them.
 */
export function besideWords(forms: readonly SeenForm[]): string[] {
  const main = forms.find((form) => wordsOf(form).length > 0);
  if (!main) return [];
  return forms
    .filter((form) => form !== main)
    .map((form) => ({ name: nameOf(form.action), words: wordsOf(form) }))
    .filter(({ name, words }) => words.length > 0 || !(name in MAY_STAND_BESIDE))
    .map(({ name, words }) => [name, ...words].join(' '));
}
