import 'server-only';
import { publicly, sameFor } from '@/lib/accounts/command';
import type { Viewer } from '@/lib/accounts/types';
import { dayOf, dayOrNone, plusDays } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { officeInstant, officeToday } from '@/lib/core/office-time';
import { goodUntil, showsTags } from '@/lib/core/page-cache';
import { isUuid } from '@/lib/core/uuid.mjs';
import { COUNSELLING_RIGHTS } from '../access';
import { COUNSELLING_TAGS } from '../tags';
import {
  dueOf,
  isDue,
  languageOf,
  lightOf,
  readTopic,
  SOON_DAYS,
  stateOf,
  TEXTS,
  TOPIC_LANGUAGES,
  textIn,
  textsOf,
  toReview,
} from './rules';
import type {
  TopicCard,
  TopicCase,
  TopicPage,
  TopicReview,
  TopicRow,
  TopicTexts,
  ToReview,
} from './types';

/** What everybody may read, by title; those whose review is due, too: each page says that of itself. */
export const listTopics = publicly(async ({ locale }: Viewer): Promise<TopicCard[]> => {
  showsTags(COUNSELLING_TAGS.topics);
  const rows = await db.counsellingEdition.findMany({
    where: { isPublic: true },
    select: { topic: { select: { slug: true } }, ...TEXTS },
  });
  return rows
    .map(({ topic, texts }) => {
      const { title, intro } = readTopic(textsOf(texts), languageOf(locale));
      return { slug: topic.slug, title, intro };
    })
    .sort((a, b) => a.title.text.localeCompare(b.title.text, 'de'));
});

const SLUG = /^[a-z0-9-]{1,70}$/;

/** A topic page, kept until the day on which it says something else; `null` where nobody may read one. */
export const getTopicPage = publicly(
  async ({ locale }: Viewer, slug: string): Promise<TopicPage | null> => {
    showsTags(COUNSELLING_TAGS.topics);
    // What no address of ours looks like is not even asked for.
    if (!SLUG.test(slug)) return null;
    const row = await db.counsellingEdition.findFirst({
      where: { isPublic: true, topic: { slug } },
      select: {
        ...{ reviewedOn: true, reviewedFor: true },
        topic: { select: { reviewEveryMonths: true } },
        ...TEXTS,
      },
    });
    if (!row?.reviewedOn) return null;
    const reviewedOn = dayOf(row.reviewedOn);
    const { reviewedFor } = row;
    const due = dueOf({ reviewedOn, reviewedFor }, row.topic.reviewEveryMonths) ?? reviewedOn;
    const isOver = isDue(due, officeToday());
    if (!isOver) goodUntil(officeInstant(`${due}T00:00`));
    return {
      ...{ slug, reviewedOn, dueOn: due, isDue: isOver },
      ...readTopic(textsOf(row.texts), languageOf(locale)),
    };
  },
);

/** What is known of every topic without its texts; the newest edition first. */
async function allTopics() {
  const topics = await db.counsellingTopic.findMany({
    select: {
      ...{ id: true, reviewEveryMonths: true },
      editions: {
        orderBy: { number: 'desc' },
        select: {
          ...{ number: true, isPublic: true, reviewedOn: true, reviewedFor: true },
          earlierReviewOn: true,
          texts: { where: { language: 'GERMAN' }, select: { title: true } },
        },
      },
    },
  });
  return topics.map(({ id, reviewEveryMonths: everyMonths, editions }) => ({
    ...{ id, everyMonths },
    editions: editions.map((edition) => ({
      ...edition,
      reviewedOn: dayOrNone(edition.reviewedOn),
      earlierReviewOn: dayOrNone(edition.earlierReviewOn),
    })),
  }));
}

/** Every topic of the office: what is due first, then by title. */
export const listTopicRows = sameFor(COUNSELLING_RIGHTS.topics, async (): Promise<TopicRow[]> => {
  const today = officeToday();
  const soon = plusDays(today, SOON_DAYS);
  const rows = (await allTopics()).flatMap(({ id, everyMonths, editions }) => {
    const [newest, ...older] = editions;
    if (!newest) return [];
    const read = newest.isPublic ? newest : older.find(({ isPublic }) => isPublic);
    const due = read ? dueOf(read, everyMonths) : null;
    return [
      {
        ...{ id, title: newest.texts[0]?.title ?? '', dueOn: due },
        state: stateOf(read ?? newest, { everyMonths, today }),
        light: lightOf(due, today, soon),
        hasNewer: read !== undefined && read !== newest,
      },
    ];
  });
  const rank = ({ dueOn: due }: TopicRow) => due ?? '9999-12-31';
  return rows.sort(
    (a, b) => rank(a).localeCompare(rank(b)) || a.title.localeCompare(b.title, 'de'),
  );
});

/** Editions somebody should read and confirm: what everybody reads first, by when it is due, then what nobody reads yet. */
export const listToReview = sameFor(COUNSELLING_RIGHTS.review, async (): Promise<ToReview[]> => {
  const today = officeToday();
  const soon = plusDays(today, SOON_DAYS);
  const wanted = (await allTopics()).flatMap(({ id, everyMonths, editions }) =>
    toReview(editions, { everyMonths, today }, soon).map((edition) => ({
      ...{ id, number: edition.number, title: edition.texts[0]?.title ?? '' },
      dueOn: edition.isPublic ? dueOf(edition, everyMonths) : null,
    })),
  );
  const rank = ({ dueOn: due }: ToReview) => due ?? '9999-12-31';
  return wanted.sort(
    (a, b) => rank(a).localeCompare(rank(b)) || a.title.localeCompare(b.title, 'de'),
  );
});

/** One edition as it would be read, for whoever confirms it; of who wrote it nothing. @throws {AppError} NOT_FOUND */
export const getReview = sameFor(
  COUNSELLING_RIGHTS.review,
  async (id: string, number: number): Promise<TopicReview> => {
    const isAsked = isUuid(id) && Number.isSafeInteger(number);
    const row = isAsked
      ? await db.counsellingEdition.findFirst({
          where: { topicId: id, number },
          select: {
            ...{ isPublic: true, reviewedOn: true, reviewedFor: true, earlierReviewOn: true },
            topic: { select: { version: true } },
            ...TEXTS,
          },
        })
      : null;
    if (!row) throw new AppError('NOT_FOUND');
    return {
      ...{ id, number, version: row.topic.version, texts: textsOf(row.texts) },
      ...{ isPublic: row.isPublic, reviewedFor: row.reviewedFor },
      reviewedOn: dayOrNone(row.reviewedOn),
      earlierReviewOn: dayOrNone(row.earlierReviewOn),
    };
  },
);

const EDITION = {
  ...{ number: true, writtenAt: true, writtenById: true, isPublic: true },
  ...{ reviewedOn: true, reviewedFor: true, reviewedById: true, earlierReviewOn: true },
  ...{ publishedAt: true, publishedById: true, publicUntil: true },
} as const;

/** One topic with all that is known of its editions. @throws {AppError} NOT_FOUND */
export const getTopicCase = sameFor(
  COUNSELLING_RIGHTS.topics,
  async (id: string): Promise<TopicCase> => {
    const topic = isUuid(id)
      ? await db.counsellingTopic.findUnique({
          where: { id },
          select: {
            ...{ id: true, slug: true, version: true, reviewEveryMonths: true },
            editions: { orderBy: { number: 'desc' }, select: { ...EDITION, ...TEXTS } },
          },
        })
      : null;
    if (!topic) throw new AppError('NOT_FOUND');
    const names = await namesOf(topic.editions);
    const texts = textsOf(topic.editions[0]?.texts ?? []);
    return {
      ...topic,
      ...{ texts, title: textIn(texts, 'GERMAN').title },
      editions: topic.editions.map(
        ({ writtenById, reviewedById, publishedById, texts: written, ...edition }) => ({
          ...edition,
          reviewedOn: dayOrNone(edition.reviewedOn),
          earlierReviewOn: dayOrNone(edition.earlierReviewOn),
          writtenBy: names.get(writtenById) ?? null,
          reviewedBy: names.get(reviewedById) ?? null,
          publishedBy: names.get(publishedById) ?? null,
          languages: TOPIC_LANGUAGES.filter((one) =>
            written.some(({ language }) => language === one),
          ),
        }),
      ),
    };
  },
);

interface Doers {
  writtenById: string | null;
  reviewedById: string | null;
  publishedById: string | null;
}

async function namesOf(editions: readonly Doers[]): Promise<Map<string | null, string>> {
  const ids = editions.flatMap(({ writtenById, reviewedById, publishedById }) =>
    [writtenById, reviewedById, publishedById].flatMap((id) => id ?? []),
  );
  const people = await db.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, displayName: true, email: true },
  });
  return new Map(people.map(({ id, displayName, email }) => [id, displayName ?? email ?? '']));
}

/** What one edition says, the newest or an older one. @throws {AppError} NOT_FOUND */
export const getEditionTexts = sameFor(
  COUNSELLING_RIGHTS.topics,
  async (id: string, number: number): Promise<TopicTexts> => {
    const row =
      isUuid(id) && Number.isSafeInteger(number)
        ? await db.counsellingEdition.findFirst({ where: { topicId: id, number }, select: TEXTS })
        : null;
    if (!row) throw new AppError('NOT_FOUND');
    return textsOf(row.texts);
  },
);
