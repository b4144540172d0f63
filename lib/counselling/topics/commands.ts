import 'server-only';
import { command } from '@/lib/accounts/command';
import { dayColumn } from '@/lib/core/day.mjs';
import { officeDate } from '@/lib/core/office-time';
import { ok, type Result, refused } from '@/lib/core/result';
import { COUNSELLING_RIGHTS } from '../access';
import { COUNSELLING_TAGS } from '../tags';
import { canPublish, canTakeReviewBack, isComplete, isSame, textIn } from './rules';
import type { AddTopicInput, EditionInput, RewriteTopicInput, TakeBackInput } from './schema';
import { addEdition, findEdition, findNewest, freeSlug, holdTopic, takeOff, touch } from './steps';

const right = COUNSELLING_RIGHTS.topics;
const TAGS = [COUNSELLING_TAGS.topics];

type Saved = { id: string };

/** A new topic; it begins as a draft in German. */
export const addTopic = command(
  { right, audit: ['counsellingTopic.added'], tags: TAGS },
  async ({ tx, at, actor, note }, input: AddTopicInput): Promise<Result<Saved>> => {
    const { reviewEveryMonths, ...german } = input;
    const slug = await freeSlug(tx, german.title);
    const { id } = await tx.counsellingTopic.create({
      data: { slug, reviewEveryMonths, changedAt: at },
      select: { id: true },
    });
    await addEdition(tx, { topicId: id, number: 1, by: actor.id, at }, { GERMAN: german });
    await note('counsellingTopic.added', id);
    return ok({ id });
  },
);

/** Writes a topic anew in one language: another edition, a draft again. What everybody reads stays as it is. */
export const rewriteTopic = command(
  {
    right,
    audit: ['counsellingTopic.rewritten', 'counsellingTopic.rhythmChanged'],
    tags: TAGS,
  },
  async (
    { tx, at, actor, note, unchanged },
    { id, version, language, reviewEveryMonths, ...text }: RewriteTopicInput,
  ): Promise<Result<Saved>> => {
    const { late, ...topic } = await holdTopic(tx, { id, version });
    if (late) return late;
    const newest = await findNewest(tx, id);
    const rhythm = reviewEveryMonths ?? topic.reviewEveryMonths;
    const isRewritten = !isSame(textIn(newest.texts, language), text);
    const isOtherRhythm = rhythm !== topic.reviewEveryMonths;
    if (isRewritten) {
      const made = { topicId: id, number: newest.number + 1, by: actor.id, at };
      await addEdition(tx, made, { ...newest.texts, [language]: text });
      await note('counsellingTopic.rewritten', id);
    }
    if (isOtherRhythm) {
      await tx.counsellingTopic.update({
        where: { id },
        data: { reviewEveryMonths: rhythm },
        select: { id: true },
      });
      await note('counsellingTopic.rhythmChanged', id);
    }
    if (isRewritten || isOtherRhythm) await touch(tx, id, at);
    else unchanged();
    return ok({ id });
  },
);

/** Somebody has read an edition and says that it is right, today. */
export const reviewTopic = command(
  { right: COUNSELLING_RIGHTS.review, audit: ['counsellingTopic.reviewed'], tags: TAGS },
  async (
    { tx, at, actor, note, unchanged },
    { id, version, number }: EditionInput,
  ): Promise<Result<Saved>> => {
    const { late, reviewEveryMonths } = await holdTopic(tx, { id, version });
    if (late) return late;
    const edition = await findEdition(tx, id, number);
    const today = officeDate(at);
    if (edition.reviewedOn === today) {
      unchanged();
      return ok({ id });
    }
    await tx.counsellingEdition.update({
      where: { id: edition.id },
      data: {
        ...{ reviewedOn: dayColumn(today), reviewedById: actor.id },
        reviewedFor: reviewEveryMonths,
        earlierReviewOn: edition.reviewedOn === null ? null : dayColumn(edition.reviewedOn),
        ...{ earlierReviewById: edition.reviewedById, earlierReviewFor: edition.reviewedFor },
      },
      select: { id: true },
    });
    await touch(tx, id, at);
    await note('counsellingTopic.reviewed', id);
    return ok({ id });
  },
);

/** The click was a mistake: it is as reviewed as it was before, on the same day only. */
export const takeReviewBack = command(
  { right: COUNSELLING_RIGHTS.review, audit: ['counsellingTopic.reviewTakenBack'], tags: TAGS },
  async ({ tx, at, note }, { id, version, number }: EditionInput): Promise<Result<Saved>> => {
    const { late } = await holdTopic(tx, { id, version });
    if (late) return late;
    const edition = await findEdition(tx, id, number);
    if (!canTakeReviewBack(edition, officeDate(at)))
      return refused('counselling-topics.refused.reviewStays');
    const { earlierReviewOn } = edition;
    await tx.counsellingEdition.update({
      where: { id: edition.id },
      data: {
        reviewedOn: earlierReviewOn === null ? null : dayColumn(earlierReviewOn),
        reviewedById: edition.earlierReviewById,
        reviewedFor: edition.earlierReviewFor,
        ...{ earlierReviewOn: null, earlierReviewById: null, earlierReviewFor: null },
      },
      select: { id: true },
    });
    await touch(tx, id, at);
    await note('counsellingTopic.reviewTakenBack', id);
    return ok({ id });
  },
);

/** Everybody reads this edition from now on, in place of the one before. */
export const publishTopic = command(
  { right, audit: ['counsellingTopic.published'], tags: TAGS },
  async (
    { tx, at, actor, note, drop },
    { id, version, number }: EditionInput,
  ): Promise<Result<Saved>> => {
    const { late, reviewEveryMonths } = await holdTopic(tx, { id, version });
    if (late) return late;
    const edition = await findEdition(tx, id, number);
    const counted = { everyMonths: reviewEveryMonths, today: officeDate(at) };
    if (!canPublish(edition, counted)) return refused('counselling-topics.refused.notReviewed');
    if (!isComplete(textIn(edition.texts, 'GERMAN')))
      return refused('counselling-topics.refused.incomplete');
    await takeOff(tx, id, at);
    await tx.counsellingEdition.update({
      where: { id: edition.id },
      data: { isPublic: true, publishedAt: at, publishedById: actor.id, publicUntil: null },
      select: { id: true },
    });
    await touch(tx, id, at);
    await note('counsellingTopic.published', id);
    drop(COUNSELLING_TAGS.offer);
    return ok({ id });
  },
);

/** Nobody reads it any more; it can be published again as it was. */
export const takeTopicBack = command(
  { right, audit: ['counsellingTopic.takenBack'], tags: TAGS },
  async ({ tx, at, note, drop }, { id, version }: TakeBackInput): Promise<Result<Saved>> => {
    const { late } = await holdTopic(tx, { id, version });
    if (late) return late;
    if ((await takeOff(tx, id, at)) === 0) return refused('counselling-topics.refused.notPublic');
    await touch(tx, id, at);
    await note('counsellingTopic.takenBack', id);
    drop(COUNSELLING_TAGS.offer);
    return ok({ id });
  },
);
