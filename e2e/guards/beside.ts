import { HONEYPOT_FIELD } from '../../lib/core/form-state';
import type { SeenForm } from './forms-seen';
import { listServerActions } from './server-actions';

/** What may stand beside a form for words all the same, and why. */
const MAY_STAND_BESIDE: Readonly<Record<string, string>> = {
  '#signOutAction': 'whoever signs out leaves everything, and knows it',
  '#chooseAreaAction': 'as a link in the menu: whoever goes into another area leaves this page',
  'anmelden#requestCodeAction': 'another way in: whoever takes it needs no card code any more',
  'forum/anmeldung/[code]#cancelRegistrationAction':
    'whoever gives their place back has nothing to change about it',
  'sprechstunde/termin/[key]#giveBackAction':
    'whoever gives their appointment back has no other time to choose',
  'team/aufgaben#moveTaskAction': 'whoever begins or ends a task drops it for no reason',
  'sozialberatung/aufgaben#moveOwnTaskAction': 'as in the office: it is dropped for no reason then',
  'sozialberatung/aufgaben#moveGivenTaskAction': 'as in the office: it is dropped for no reason then',
  'team/fortbildung#moveMeetingAction':
    'whoever takes back that they were there has nothing to tell of it',
  'team/vorschlaege/[number]#erasePersonAction': 'nothing is left that the words could be about',
  'team/anfragen/[number]#erasePersonAction': 'nothing is left that the words could be about',
  'team/forum/[number]/anmeldungen#erasePersonAction':
    'nothing is left that the words could be about',
};

const nameOf = (action: string) =>
  listServerActions().find(({ id }) => id === action)?.name ?? 'another page';

/** What the list still allows although the program has it no more. */
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
