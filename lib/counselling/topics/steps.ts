import 'server-only';
import { dayOrNone } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { slugOf } from '@/lib/core/folded';
import type { Refused } from '@/lib/core/result';
import { takeVersion } from '@/lib/core/version';
import { isEmpty, TEXTS, TOPIC_LANGUAGES, textIn, textsOf } from './rules';
import type { TopicTexts } from './types';

interface Held {
  late: Refused | null;
  reviewEveryMonths: number;
}

/** Of two who saw the same version one holds the topic. @throws {AppError} NOT_FOUND */
export async function holdTopic(
  tx: Tx,
  { id, version }: { id: string; version: number },
): Promise<Held> {
  const found = await tx.counsellingTopic.findUnique({ where: { id }, select: { id: true } });
  if (!found) throw new AppError('NOT_FOUND');
  const late = await takeVersion(tx.counsellingTopic, id, version);
  // Read when nobody else can change it any more.
  const { reviewEveryMonths } = await tx.counsellingTopic.findUniqueOrThrow({
    where: { id },
    select: { reviewEveryMonths: true },
  });
  return { late, reviewEveryMonths };
}

const EDITION = {
  ...{ id: true, number: true, isPublic: true },
  ...{ reviewedOn: true, reviewedById: true, earlierReviewOn: true, earlierReviewById: true },
  ...{ reviewedFor: true, earlierReviewFor: true },
  ...TEXTS,
} as const;

/** An edition of a topic that is held. @throws {AppError} NOT_FOUND */
export async function findEdition(tx: Tx, topicId: string, number: number) {
  const row = await tx.counsellingEdition.findUnique({
    where: { topicId_number: { topicId, number } },
    select: EDITION,
  });
  if (!row) throw new AppError('NOT_FOUND');
  return {
    ...row,
    texts: textsOf(row.texts),
    reviewedOn: dayOrNone(row.reviewedOn),
    earlierReviewOn: dayOrNone(row.earlierReviewOn),
  };
}

export async function findNewest(tx: Tx, topicId: string) {
  const { texts, number } = await tx.counsellingEdition.findFirstOrThrow({
    where: { topicId },
    orderBy: { number: 'desc' },
    select: { number: true, ...TEXTS },
  });
  return { number, texts: textsOf(texts) };
}

interface Made {
  topicId: string;
  number: number;
  by: string;
  at: Date;
}

/** A language in which nothing is said has no row. */
export async function addEdition(
  tx: Tx,
  { topicId, number, by, at }: Made,
  texts: TopicTexts,
): Promise<void> {
  const { id } = await tx.counsellingEdition.create({
    data: { topicId, number, writtenAt: at, writtenById: by },
    select: { id: true },
  });
  await tx.counsellingText.createMany({
    data: TOPIC_LANGUAGES.map((language) => ({ language, ...textIn(texts, language) }))
      .filter(({ language, ...text }) => language === 'GERMAN' || !isEmpty(text))
      .map((text) => ({ editionId: id, ...text })),
  });
}

/** An address nobody has; it stays, so that links and notices keep working. */
export async function freeSlug(tx: Tx, title: string): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('counselling slugs', 0))`;
  const wanted = slugOf(title) || 'thema';
  const rows = await tx.counsellingTopic.findMany({
    where: { slug: { startsWith: wanted } },
    select: { slug: true },
  });
  const taken = new Set(rows.map(({ slug }) => slug));
  for (let count = 1; ; count += 1) {
    const slug = count === 1 ? wanted : `${wanted}-${count}`;
    if (!taken.has(slug)) return slug;
  }
}

/** Whoever reads it reads it no more. @returns how many were public: one or none */
export async function takeOff(tx: Tx, topicId: string, at: Date): Promise<number> {
  const { count } = await tx.counsellingEdition.updateMany({
    where: { topicId, isPublic: true },
    data: { isPublic: false, publicUntil: at },
  });
  return count;
}

export async function touch(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.counsellingTopic.update({
    where: { id },
    data: { changedAt: at },
    select: { id: true },
  });
}
