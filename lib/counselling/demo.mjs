import { randomUUID } from 'node:crypto';
import { topicTextRow } from './rows.mjs';

/**
 * @typedef {import('../tooling/seed/rows.mjs').Demo} Demo
 * @typedef {Record<'forWhom' | 'whatWeDo' | 'pleaseBring' | 'howItWorks' | 'goodToKnow' | 'alsoHelpful', string[]>
 *   & Record<'id' | 'slug' | 'title' | 'intro', string> & { reviewEveryMonths: number }} DemoTopic of the content
 * @typedef {Partial<import('../../prisma/generated/client').Prisma.CounsellingTextUncheckedCreateInput>} Text
 */

/** The content says the same below each topic; what is secret the carrier says in its settings. */
const NOT_DONE = [
  'Wir entscheiden nicht über Ihren Antrag. Das tut das Amt.',
  'Wir vertreten Sie nicht vor Gericht. Wir sagen, wer das darf.',
].join('\n');

/**
 * How long before the day the demo is about each was reviewed, in days. The one about the new law stays a draft: a
 * counsellor has to confirm it first. One is due, one soon, one waits to be published.
 * @type {Readonly<Record<string, { reviewed?: number, hidden?: true }>>}
 */
const STANDS = {
  'ct-01': { reviewed: 40 },
  'ct-02': {},
  'ct-03': { reviewed: 173 },
  'ct-04': { reviewed: 5, hidden: true },
  'ct-05': { reviewed: 20 },
  'ct-06': { reviewed: 204 },
  'ct-07': { reviewed: 60 },
};

/** @type {Readonly<Record<string, readonly Text[]>>} */
const TRANSLATED = {
  'ct-05': [
    {
      language: 'EASY',
      title: 'Sie haben einen Brief vom Amt',
      intro: 'Briefe vom Amt sind oft schwer. Wir lesen den Brief mit Ihnen.',
      forWhom: 'für alle Menschen',
      whatWeDo:
        'Wir sagen Ihnen: Das steht in dem Brief.\nWir suchen das Datum. Bis dahin müssen Sie antworten.\nWir schreiben mit Ihnen eine Antwort.',
      pleaseBring: 'den Brief und den Umschlag\nandere Briefe von dem Amt',
      howItWorks:
        'Sie kommen mit dem Brief. Sie müssen ihn nicht öffnen.\nWir lesen den Brief zusammen.\nWir schreiben oder rufen an.',
      notDone:
        'Das Amt entscheidet über Ihren Antrag. Wir können das nicht.\nEin Anwalt hilft Ihnen vor Gericht. Wir nennen Ihnen eine Adresse.',
      goodToKnow:
        'Sie finden den Brief falsch? Oft können Sie dem Amt schreiben. Das heißt: Widerspruch.\nDafür haben Sie nur wenig Zeit. Kommen Sie schnell.',
      otherHelp: 'die Verbraucher-Zentrale\nein Sozial-Verband',
    },
    {
      language: 'ENGLISH',
      title: 'A letter from an authority: what now?',
      intro: 'Official letters are often hard to understand. We read them with you.',
      forWhom: 'everybody',
      whatWeDo:
        'We explain what the letter says.\nWe look for the deadline.\nWe help you write an answer.',
      pleaseBring: 'the letter with its envelope\nolder letters about the same matter',
      howItWorks:
        'Bring the letter, unopened if you like.\nWe mark what matters: who writes, what do they ask for, until when?\nWe write an answer or make a call.',
      notDone:
        'We do not decide about your application. The authority does.\nWe do not represent you in court. We tell you who may.',
      goodToKnow:
        'You can object to many decisions. Mostly you have one month; the deadline is at the end of the letter.\nFor a dispute in court we refer you to a lawyer. The local court can help with the cost of advice.',
      otherHelp:
        'Consumer advice centre (Verbraucherzentrale)\nSocial welfare association (Sozialverband)',
    },
  ],
  'ct-07': [
    {
      language: 'ENGLISH',
      title: 'Questions about the district and the town hall',
      intro: 'Who is responsible? What is where? Asking costs nothing.',
      whatWeDo:
        'We tell you which office is responsible.\nWe look for the right club, doctor or course with you.\nWe show you how to make an appointment online.',
      ...{
        forWhom: '',
        pleaseBring: '',
        howItWorks: '',
        notDone: '',
        goodToKnow: '',
        otherHelp: '',
      },
    },
  ],
};

export const after = ['accounts'];

/** What people read about the counselling, and what is still being written. @param {Demo} demo */
export async function fill(demo) {
  const { counsellingTopics } = /** @type {{ counsellingTopics: DemoTopic[] }} */ (
    /** @type {unknown} */ (demo.content)
  );
  for (const topic of counsellingTopics) await fillTopic(demo, topic);
}

/**
 * @param {Demo} demo
 * @param {DemoTopic} topic
 */
async function fillTopic(demo, topic) {
  const { insert, shift, content, idOf } = demo;
  const { reviewed, hidden } = STANDS[topic.id] ?? {};
  const id = randomUUID();
  const before = (/** @type {number} */ days) => shift.plusDays(content.meta.anchorDate, -days);
  const written = before((reviewed ?? 1) + 7);
  await insert('counselling_topics', [
    {
      ...{ id, slug: topic.slug, reviewEveryMonths: topic.reviewEveryMonths },
      changedAt: shift.at(written),
    },
  ]);
  const earlier = { topicId: id, number: 1, writtenAt: shift.at(before((reviewed ?? 1) + 30)) };
  const other = TRANSLATED[topic.id];
  if (other) await fillEdition(demo, { ...earlier, ...by(idOf, 'written') }, topic, []);
  const isPublic = reviewed !== undefined && !hidden;
  const edition = {
    ...{ topicId: id, number: other ? 2 : 1, writtenAt: shift.at(written) },
    ...by(idOf, 'written'),
    ...(reviewed === undefined
      ? {}
      : { reviewedOn: shift.day(before(reviewed)), ...by(idOf, 'reviewed') }),
    ...(isPublic
      ? { isPublic, publishedAt: shift.at(before(reviewed), '11:00'), ...by(idOf, 'published') }
      : {}),
  };
  await fillEdition(demo, edition, topic, other ?? []);
}

/**
 * Written at the desk, looked at by whoever counsels, too.
 * @param {Demo['idOf']} idOf
 * @param {'written' | 'reviewed' | 'published'} what
 */
const by = (idOf, what) => ({
  [`${what}ById`]: idOf('users', what === 'reviewed' ? 'both' : 'coordinator'),
});

/**
 * @param {Demo} demo
 * @param {Record<string, unknown>} edition
 * @param {DemoTopic} topic
 * @param {readonly Text[]} other
 */
async function fillEdition({ insert }, edition, topic, other) {
  const editionId = randomUUID();
  await insert('counselling_editions', [{ id: editionId, ...edition }]);
  await insert('counselling_texts', [
    topicTextRow({ editionId, ...germanOf(topic) }),
    ...other.map((text) => topicTextRow({ editionId, ...text })),
  ]);
}

/** @param {DemoTopic} topic */
function germanOf(topic) {
  /** @param {string[]} lines */
  const list = (lines) => lines.map((line) => plain(topic, line)).join('\n');
  return {
    ...{ title: topic.title, intro: topic.intro, notDone: NOT_DONE },
    forWhom: list(topic.forWhom),
    whatWeDo: list(topic.whatWeDo),
    pleaseBring: list(topic.pleaseBring),
    howItWorks: list(topic.howItWorks),
    goodToKnow: list(topic.goodToKnow),
    otherHelp: list(topic.alsoHelpful),
  };
}

/**
 * The new word stands in the draft alone until somebody has confirmed it.
 * @param {DemoTopic} topic
 * @param {string} line
 */
const plain = ({ id }, line) =>
  id === 'ct-02' ? line : line.replaceAll('Grundsicherungsgeld', 'Geld vom Jobcenter');
