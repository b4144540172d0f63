import { parseMessage, readings } from './icu.mjs';

/**
 * @typedef {import('./report.mjs').Problem} Problem
 * @typedef {{ key: string, text: string, file: string, line: number }} Message
 * @typedef {{ pattern: RegExp, message: string }} Habit
 */

const MOST_CHARACTERS_ON_A_BUTTON = 40;
const MOST_WORDS_IN_EASY_LANGUAGE = 12;

/**
 * Words that mean something else to the reader than to us, and other breaches of tone.
 * Edges are spelled out because \b does not know umlauts.
 * @type {Habit[]}
 */
const GERMAN = [
  word('User\\w*', '"User": say who it is'),
  word('Tickets?', '"Ticket": say "Anliegen" or "Nummer"'),
  word('Uploads?|hochladen', '"Upload": say "Bild anhängen"'),
  word('Partizipation\\w*', '"Partizipation": say "mitmachen" or "mitreden"'),
  word('Bedarfsgemeinschaft\\w*', '"Bedarfsgemeinschaft" needs an explanation: say it in words'),
  word('erledigt\\w*', '"erledigt" does not tell passed on from done'),
  word('du|dich|dir|deine?[mnrs]?|euch|euer', 'we say Sie'),
];

/** @type {Habit[]} */
const EVERYWHERE = [
  { pattern: /"/, message: 'has straight quotation marks' },
  { pattern: /\.\.\./, message: 'has three dots instead of an ellipsis' },
  { pattern: / - /, message: 'has a hyphen where a dash belongs' },
  { pattern: /^\s|\s$|\s{2}/, message: 'has a space too many' },
];

/** Decisions are made by those who own ways, houses and money. */
const FORUM_DECIDES = 'lets the Forum decide: it recommends';
const FORUM = [
  /(?<![\p{L}])Forum(?: [\p{L}]+){0,2} (?:entscheidet|beschließt|muss(?: noch)? entscheiden)(?![\p{L}])/iu,
  /(?<![\p{L}])(?:entscheidet|beschließt)(?: [\p{L}]+){0,2} Forum(?![\p{L}])/iu,
  /(?<![\p{L}])forum(?: [\p{L}]+){0,2} (?:decides?|to decide)(?![\p{L}])/iu,
].map((pattern) => ({ pattern, message: FORUM_DECIDES }));

/** What no office has said that it does stands in its own texts, or nowhere. */
const PROMISED = 'promises what the office may not do: its own texts say what it does';
const PROMISES = [
  /(?<![\p{L}])(?:suchen|sucht)(?: dann)? jemanden(?![\p{L}])/iu,
  /(?<![\p{L}])stellen den Kontakt her(?![\p{L}])/iu,
  /(?<![\p{L}])mit Ihrem Telefon ins Büro(?![\p{L}])/iu,
  /(?<![\p{L}])(?:looks?|looking) for (?:somebody|someone)(?![\p{L}])/iu,
  /(?<![\p{L}])put you in touch(?![\p{L}])/iu,
].map((pattern) => ({ pattern, message: PROMISED }));

/** "wird geprüft": easy language says who does it. @type {Habit[]} */
const EASY = [
  {
    pattern:
      /(?<![\p{L}])(?:wird|werden|wurden?|worden)(?![\p{L}])[^.!?]*(?<![\p{L}])\p{L}*ge\p{L}{2,}(?:t|en)(?![\p{L}])/iu,
    message: 'is in the passive voice: say who does it',
  },
];

/**
 * @param {string} words
 * @param {string} message
 * @returns {Habit}
 */
function word(words, message) {
  return { pattern: new RegExp(`(?<![\\p{L}])(?:${words})(?![\\p{L}])`, 'iu'), message };
}

/**
 * What is wrong with the wording of one message in one language, however its choices turn out.
 * @param {string} locale
 * @param {Message} message
 * @returns {Problem[]}
 */
export function languageProblems(locale, { key, text, file, line }) {
  const found = readable(text).flatMap((plain) => wordProblems(locale, key, plain));
  if (text.trim() === '') found.push('is empty');
  return [...new Set(found)].map((message) => ({ file, line, message: `"${key}" ${message}` }));
}

/**
 * @param {string} locale
 * @param {string} key
 * @param {string} plain
 */
function wordProblems(locale, key, plain) {
  const habits = [...EVERYWHERE, ...FORUM, ...PROMISES, ...(locale.startsWith('de') ? GERMAN : [])];
  if (locale === 'de-LS') habits.push(...EASY);
  const found = habits.filter(({ pattern }) => pattern.test(plain)).map(({ message }) => message);
  if (isOnButton(key) && plain.length > MOST_CHARACTERS_ON_A_BUTTON) {
    found.push(`is too long for a button: ${plain.length} > ${MOST_CHARACTERS_ON_A_BUTTON}`);
  }
  if (locale !== 'de-LS') return found;
  return [...found, ...longSentences(plain).map((one) => `is too long for one breath: ${one}`)];
}

/** @param {string} text */
function readable(text) {
  try {
    return readings(parseMessage(text));
  } catch {
    // The comparison of the languages names what is wrong with it.
    return [text];
  }
}

/** @param {string} key */
const isOnButton = (key) => /(?:^|\.)(?:button|action)$|(?:Button|Action)$/.test(key);

/**
 * Sentences with more words than easy language allows; an abbreviation's dot ends none.
 * @param {string} text
 */
function longSentences(text) {
  return text
    .split(/(?<=[.!?:])\s+|\n+/)
    .filter((sentence) => countWords(sentence) > MOST_WORDS_IN_EASY_LANGUAGE);
}

/** @param {string} sentence */
const countWords = (sentence) =>
  sentence.split(/\s+/).filter((one) => /[\p{L}\d]/u.test(one)).length;
