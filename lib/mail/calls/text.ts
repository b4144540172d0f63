import { longDate, shortDate } from '@/lib/i18n/dates';
import type { CallItem } from './types';

type Say = (key: string, params?: Record<string, string | number>) => string;

export interface LetterPlace {
  name: string;
  address: string;
  phone: string;
  town: string;
}

/** Letters are in German: that is the language they were written in. */
export const LETTER_LOCALE = 'de';

/** Lines of an address: the name as it was given, unless the address begins with it. */
function recipientOf({ person, contact }: CallItem): string[] {
  const lines = contact
    .split(/,\s*|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return person !== '' && !contact.startsWith(person) ? [person, ...lines] : lines;
}

interface Printing {
  place: LetterPlace;
  /** Sentences in German. */
  say: Say;
  at: Date;
  /** All of a long text, on as many sheets as it takes; otherwise each letter is one sheet. */
  whole: boolean;
}

/** Letters for `lib/print/templates/letter.typ`, each on a sheet of its own. */
export function letterSheets(letters: readonly CallItem[], { place, say, at, whole }: Printing) {
  const { town, ...office } = place;
  const date = `${shortDate(at, LETTER_LOCALE)} ${longDate(at, LETTER_LOCALE).slice(-4)}`;
  return {
    title: say('office.letter.pageTitle'),
    subject: '',
    lang: LETTER_LOCALE,
    office,
    sender: [office.name, office.address].filter((part) => part !== '').join(' · '),
    foot: say('office.letter.foot', { page: '{page}', pages: '{pages}' }),
    call: say('office.letter.call', { phone: office.phone }),
    cut: say('office.letter.cut', { phone: office.phone }),
    whole,
    greeting: say('office.letter.greeting'),
    'look-up': say('office.letter.lookUp'),
    letters: letters.map((letter) => ({
      recipient: recipientOf(letter),
      date: say('office.letter.date', { town, date }),
      subject: letter.subject,
      hello: letter.person
        ? say('office.letter.hello', { person: letter.person })
        : say('office.letter.helloNameless'),
      message: letter.message.split('\n').filter((paragraph) => paragraph.trim() !== ''),
    })),
  };
}
