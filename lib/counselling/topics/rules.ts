import { Temporal } from 'temporal-polyfill';
import type {
  EditionFacts,
  Said,
  TopicLanguage,
  TopicLight,
  TopicList,
  TopicReading,
  TopicState,
  TopicText,
  TopicTexts,
  Translated,
} from './types';

/** In the order of the page. */
export const TOPIC_LISTS = [
  'forWhom',
  'whatWeDo',
  'pleaseBring',
  'howItWorks',
  'notDone',
  'goodToKnow',
  'otherHelp',
] as const satisfies readonly TopicList[];

/** The languages of a topic page by the word addresses have for them. */
export const LANGUAGE_WORDS = {
  GERMAN: 'german',
  EASY: 'easy',
  ENGLISH: 'english',
} as const satisfies Record<TopicLanguage, string>;

export const TOPIC_LANGUAGES = Object.keys(LANGUAGE_WORDS) as TopicLanguage[];

/** German where an address says nothing else. */
export function languageOfWord(word: unknown): TopicLanguage {
  return TOPIC_LANGUAGES.find((language) => LANGUAGE_WORDS[language] === word) ?? 'GERMAN';
}

/** In which language somebody reads who reads the pages in this one. */
export function languageOf(locale: string): TopicLanguage {
  if (locale === 'en') return 'ENGLISH';
  return locale === 'de-LS' ? 'EASY' : 'GERMAN';
}

export const localeOf = (language: TopicLanguage) =>
  ({ GERMAN: 'de', EASY: 'de-LS', ENGLISH: 'en' })[language];

/** Days before a review is due from which the office is told. */
export const SOON_DAYS = 14;

/**
 * The day from which a page has to be looked at again; the last one of a month that has no such day.
 * @param reviewedOn `YYYY-MM-DD`
 */
export function dueOn(reviewedOn: string, everyMonths: number): string {
  const day = Temporal.PlainDate.from(reviewedOn);
  return day.add({ months: everyMonths }, { overflow: 'constrain' }).toString();
}

/** When what was reviewed has to be looked at again: a shorter rhythm counts at once, a longer one from the next review. */
export function dueOf(
  { reviewedOn, reviewedFor }: Pick<EditionFacts, 'reviewedOn' | 'reviewedFor'>,
  everyMonths: number,
): string | null {
  return reviewedOn && dueOn(reviewedOn, Math.min(reviewedFor ?? everyMonths, everyMonths));
}

/** Both local dates of the office: the page says so from the beginning of the day on. */
export const isDue = (due: string, today: string): boolean => due <= today;

interface Counted {
  everyMonths: number;
  /** Local date of the office. */
  today: string;
}

/** Whether a review still counts. */
export function isReviewed(
  edition: Pick<EditionFacts, 'reviewedOn' | 'reviewedFor'>,
  { everyMonths, today }: Counted,
): boolean {
  const due = dueOf(edition, everyMonths);
  return due !== null && !isDue(due, today);
}

/** What was reviewed once and not in time again, and is not public, is a draft. */
export function stateOf(edition: EditionFacts, counted: Counted): TopicState {
  if (edition.isPublic) return isReviewed(edition, counted) ? 'PUBLISHED' : 'REVIEW_DUE';
  return isReviewed(edition, counted) ? 'REVIEWED' : 'DRAFT';
}

/** @param soon the local date some days from now until which "soon" reaches */
export function lightOf(due: string | null, today: string, soon: string): TopicLight {
  if (due === null) return 'none';
  if (isDue(due, today)) return 'due';
  return due <= soon ? 'soon' : 'good';
}

/**
 * What somebody should read: what was written last and nobody confirmed, and what everybody reads while its review is due or
 * will be soon. @param editions of one topic, the newest first @param soon as in `lightOf`
 */
export function toReview<Edition extends EditionFacts>(
  editions: readonly Edition[],
  counted: Counted,
  soon: string,
): Edition[] {
  return editions.filter((edition, index) => {
    if (!edition.isPublic) return index === 0 && !isReviewed(edition, counted);
    return ['due', 'soon'].includes(
      lightOf(dueOf(edition, counted.everyMonths), counted.today, soon),
    );
  });
}

/** One click of today can be taken back today, where a page does not lose the review it needs. */
export function canTakeReviewBack(edition: EditionFacts, today: string): boolean {
  if (edition.reviewedOn !== today) return false;
  return !edition.isPublic || edition.earlierReviewOn !== null;
}

/** What a page must say before everybody reads it: above all what the counselling does not do. */
const NEEDED = ['whatWeDo', 'notDone'] as const satisfies readonly TopicList[];

export function isComplete(german: TopicText): boolean {
  return NEEDED.every((part) => german[part] !== '');
}

/** Any edition with a review that counts, also an older one; never one that is public already. */
export function canPublish(edition: EditionFacts, counted: Counted): boolean {
  return !edition.isPublic && isReviewed(edition, counted);
}

const MONEY = /€|\d\s*(?:euro|eur|cents?)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:euro|eur)\s*\d/iu;

/** An amount of money in figures: it changes faster than a page, so it is said in a talk. */
export const namesMoney = (text: string): boolean => MONEY.test(text);

/** One item a line, as people type lists: without empty lines and without dashes before them. */
export function asList(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-–—•*·]\s+)?/, '').trim())
    .filter((line) => line !== '')
    .join('\n');
}

const itemsOf = (list: string): string[] => list.split('\n').filter((line) => line.trim() !== '');

const NOTHING: TopicText = {
  ...{ title: '', intro: '', forWhom: '', whatWeDo: '', pleaseBring: '', howItWorks: '' },
  ...{ notDone: '', goodToKnow: '', otherHelp: '', notice: '' },
};

const PARTS = Object.keys(NOTHING) as (keyof TopicText)[];

/** The columns of a text, for `select`. */
export const TEXTS = {
  texts: {
    select: {
      ...{ language: true, title: true, intro: true, forWhom: true, whatWeDo: true },
      ...{ pleaseBring: true, howItWorks: true, notDone: true, goodToKnow: true },
      ...{ otherHelp: true, notice: true },
    },
  },
} as const;

export function textsOf(rows: readonly (TopicText & { language: TopicLanguage })[]): TopicTexts {
  return Object.fromEntries(rows.map(({ language, ...text }) => [language, text]));
}

export const textIn = (texts: TopicTexts, language: TopicLanguage): TopicText =>
  texts[language] ?? NOTHING;

export const isEmpty = (text: TopicText): boolean => PARTS.every((part) => text[part] === '');

export const isSame = (one: TopicText, other: TopicText): boolean =>
  PARTS.every((part) => one[part] === other[part]);

/** A page as somebody reads it: what is missing in their language they read in German. */
export function readTopic(texts: TopicTexts, language: TopicLanguage): TopicReading {
  const german = textIn(texts, 'GERMAN');
  const own = textIn(texts, language);
  const said = (part: keyof TopicText): Said =>
    own[part] === ''
      ? { text: german[part], lang: 'de' }
      : { text: own[part], lang: language === 'ENGLISH' ? 'en' : 'de' };
  const notice = said('notice');
  return {
    title: said('title'),
    intro: said('intro'),
    lists: TOPIC_LISTS.map((part) => ({ part, said: said(part) }))
      .map(({ part, said: { text, lang } }) => ({ part, items: itemsOf(text), lang }))
      .filter(({ items }) => items.length > 0),
    notice: notice.text === '' ? null : notice,
    translated: translated(german, own),
  };
}

function translated(german: TopicText, own: TopicText): Translated {
  const needed = PARTS.filter((part) => german[part] !== '');
  const missing = needed.filter((part) => own[part] === '');
  if (missing.length === 0) return 'whole';
  return missing.length === needed.length ? 'not' : 'partly';
}
