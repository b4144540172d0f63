import { describe, expect, it } from 'vitest';
import { localDateOf } from '@/lib/core/clock';
import {
  asList,
  canPublish,
  canTakeReviewBack,
  dueOn,
  isComplete,
  isDue,
  lightOf,
  namesMoney,
  readTopic,
  stateOf,
  toReview,
} from './rules';
import type { EditionFacts, TopicText } from './types';

const text = (changes: Partial<TopicText> = {}): TopicText => ({
  ...{ title: 'Wohngeld', intro: 'Zuschuss zur Miete', forWhom: 'alle', whatWeDo: 'Rechnen' },
  ...{ pleaseBring: '', howItWorks: '', notDone: 'Entscheiden', goodToKnow: '', otherHelp: '' },
  notice: '',
  ...changes,
});

const edition = (changes: Partial<EditionFacts> = {}): EditionFacts => ({
  ...{ isPublic: false, reviewedOn: null, reviewedFor: null },
  earlierReviewOn: null,
  ...changes,
});

describe('a review', () => {
  it.each([
    ['2026-06-01', 6, '2026-12-01'],
    // Months end when they end.
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-11-30', 24, '2028-11-30'],
  ])('of %s is due again after %i months on %s', (reviewedOn, months, due) => {
    expect(dueOn(reviewedOn, months)).toBe(due);
  });

  it.each([
    // Where it is already the day, the page says so; where it is not yet, it does not.
    ['2026-11-30T22:59:59Z', 'Europe/Berlin', false],
    ['2026-11-30T23:00:00Z', 'Europe/Berlin', true],
    ['2026-11-30T23:30:00Z', 'Europe/Lisbon', false],
    ['2026-12-01T00:00:00Z', 'Europe/Lisbon', true],
    ['2026-12-01T09:59:59Z', 'Pacific/Honolulu', false],
    ['2026-11-30T10:00:00Z', 'Pacific/Kiritimati', true],
  ])('due on the first of December is due at %s in %s: %s', (at, zone, due) => {
    expect(isDue('2026-12-01', localDateOf(new Date(at), zone))).toBe(due);
  });

  it.each([
    ['2026-06-01', '2026-11-30', 'PUBLISHED', 'REVIEWED'],
    ['2026-06-01', '2026-12-01', 'REVIEW_DUE', 'DRAFT'],
    ['2025-06-01', '2026-12-01', 'REVIEW_DUE', 'DRAFT'],
  ])(
    'of %s makes it on %s %s where everybody reads it, else %s',
    (reviewedOn, today, open, shut) => {
      const counted = { everyMonths: 6, today };
      expect(stateOf(edition({ isPublic: true, reviewedOn }), counted)).toBe(open);
      expect(stateOf(edition({ reviewedOn }), counted)).toBe(shut);
      expect(canPublish(edition({ reviewedOn }), counted)).toBe(shut === 'REVIEWED');
    },
  );

  it('that never was leaves a draft, and what is public is not published again', () => {
    const counted = { everyMonths: 6, today: '2026-11-30' };
    expect(stateOf(edition(), counted)).toBe('DRAFT');
    expect(canPublish(edition(), counted)).toBe(false);
    expect(canPublish(edition({ isPublic: true, reviewedOn: '2026-11-29' }), counted)).toBe(false);
  });

  it.each([
    [{ reviewedOn: '2026-11-30' }, true],
    [{ reviewedOn: '2026-11-29' }, false],
    [{}, false],
    [{ isPublic: true, reviewedOn: '2026-11-30' }, false],
    [{ isPublic: true, reviewedOn: '2026-11-30', earlierReviewOn: '2026-05-30' }, true],
  ])('%o can be taken back today: %s', (facts, may) => {
    expect(canTakeReviewBack(edition(facts), '2026-11-30')).toBe(may);
  });

  it.each([
    [null, 'none'],
    ['2026-11-29', 'due'],
    ['2026-11-30', 'due'],
    ['2026-12-01', 'soon'],
    ['2026-12-14', 'soon'],
    ['2026-12-15', 'good'],
  ])('due on %s lights up as %s', (due, light) => {
    expect(lightOf(due, '2026-11-30', '2026-12-14')).toBe(light);
  });
});

describe('what is read', () => {
  it('is German where nothing is written in the language, and says so', () => {
    const page = readTopic({ GERMAN: text() }, 'ENGLISH');
    expect(page).toMatchObject({ translated: 'not', title: { text: 'Wohngeld', lang: 'de' } });
    expect(page.lists.map(({ part, lang }) => `${part} ${lang}`)).toEqual([
      'forWhom de',
      'whatWeDo de',
      'notDone de',
    ]);
  });

  it('is the language where it is written, and German in between', () => {
    const english = text({ title: 'Housing benefit', forWhom: '', notDone: 'Decide' });
    const page = readTopic({ GERMAN: text(), ENGLISH: english }, 'ENGLISH');
    expect(page.translated).toBe('partly');
    expect(page.title).toEqual({ text: 'Housing benefit', lang: 'en' });
    expect(page.lists.map(({ part, lang }) => `${part} ${lang}`)).toEqual([
      'forWhom de',
      'whatWeDo en',
      'notDone en',
    ]);
  });

  it('is whole where nothing is missing, easy language is German', () => {
    const easy = text({ title: 'Geld für die Miete' });
    const page = readTopic({ GERMAN: text(), EASY: easy }, 'EASY');
    expect(page).toMatchObject({
      ...{ translated: 'whole', notice: null },
      title: { text: 'Geld für die Miete', lang: 'de' },
    });
    expect(readTopic({ GERMAN: text() }, 'GERMAN').translated).toBe('whole');
  });

  it.each([
    [{}, true],
    [{ notDone: '' }, false],
    [{ whatWeDo: '' }, false],
  ])('with %o may be published: %s', (changes, may) => {
    expect(isComplete(text(changes))).toBe(may);
  });

  it.each([
    ['- Ausweis\n• Mietvertrag\n\n  – Kontoauszug \n', 'Ausweis\nMietvertrag\nKontoauszug'],
    ['-5 Grad\n*Stern', '-5 Grad\n*Stern'],
  ])('%j is the list %j', (typed, list) => {
    expect(asList(typed)).toBe(list);
  });
});

const MONEY = ['bis 563 Euro', '563€', 'EUR 20', '20 EUR', '5 Cent', '€', '1.200,50 euro'];
const NO_MONEY = ['Eurowings 5', '3 Europäer', '12 Monate', 'Geld in Euro', 'Neuro 5'];

describe('an amount of money', () => {
  it.each(MONEY)('is in %j', (words) => expect(namesMoney(words)).toBe(true));
  it.each(NO_MONEY)('is not in %j', (words) => expect(namesMoney(words)).toBe(false));
});

describe('what somebody should read', () => {
  const counted = { everyMonths: 6, today: '2026-11-30' };
  const read = (reviewedOn: string) => edition({ isPublic: true, reviewedOn });
  const fresh = read('2026-11-01');
  const soon = read('2026-06-10');
  const late = read('2026-03-01');
  const draft = edition();

  it.each([
    ['a draft nobody confirmed', [draft], [draft]],
    ['none that was confirmed in time', [edition({ reviewedOn: '2026-11-29' })], []],
    ['one that was confirmed too long ago', [edition({ reviewedOn: '2026-05-01' })], 'all'],
    ['no draft that a newer one took the place of', [fresh, draft], []],
    ['what everybody reads, when it will be due soon', [soon], [soon]],
    ['both, where a newer one is written', [draft, late], [draft, late]],
    ['nothing of what is fine', [fresh], []],
  ] as const)('is %s', (_what, editions, wanted) => {
    expect(toReview(editions, counted, '2026-12-14')).toEqual(
      wanted === 'all' ? [...editions] : [...wanted],
    );
  });
});
