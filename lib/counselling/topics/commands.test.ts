import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { officeToday, officeZone } from '@/lib/core/office-time';
import { newPageNotes, processState } from '@/lib/core/process-state.mjs';
import { union } from '@/lib/fragments';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { counsellingFragments } from '../fragments';
import { forgetOldTopics } from '../privacy';
import { isOffered } from '../queries';
import { topicTextRow } from '../rows.mjs';
import { makePublicTopic, makeTopic, topicInput } from '../samples';
import { publishTopic, reviewTopic, rewriteTopic, takeReviewBack, takeTopicBack } from './commands';
import {
  getEditionTexts,
  getReview,
  getTopicCase,
  getTopicPage,
  listTopicRows,
  listTopics,
  listToReview,
} from './queries';
import { dueOn } from './rules';
import { addTopicSchema, type RewriteTopicInput, rewriteTopicSchema } from './schema';
import type { TopicCase } from './types';

testDatabase();

let staff: Actor;
let colleague: Actor;

beforeAll(async () => {
  await makeOffice();
  staff = await makeActor({ roles: ['COORDINATOR'] });
  colleague = await makeActor({ roles: ['COORDINATOR'] });
});

beforeEach(() => ownerDb.counsellingTopic.deleteMany());
afterEach(() => moveClock(null));

const german = { locale: 'de' };
const NOON = new Date('2026-08-31T10:00:00Z');

function rewriting({ id, version }: TopicCase, changes: Partial<RewriteTopicInput> = {}) {
  const { reviewEveryMonths: _, ...text } = topicInput();
  return { id, version, language: 'GERMAN' as const, ...text, ...changes };
}

const again = ({ id }: TopicCase) => getTopicCase(staff, id);

/** What the page being rendered noted for the page cache. */
async function notesOf(read: () => Promise<unknown>) {
  const pageNotes = { ...newPageNotes(), goodUntil: Number.POSITIVE_INFINITY };
  await processState().requests.run({ address: '', id: '', pageNotes }, read);
  return pageNotes;
}

describe('a topic', () => {
  it('has an address of its own, also beside one of the same name that is made at the same time', async () => {
    const topics = await Promise.all([staff, colleague, staff].map((office) => makeTopic(office)));
    const [first] = topics.map(({ slug }) => slug).toSorted();
    expect(topics.map(({ slug }) => slug).toSorted()).toEqual([first, `${first}-2`, `${first}-3`]);
  });

  it('is the office’s until it is reviewed and published, and nothing is offered before', async () => {
    const topic = await makeTopic(staff);
    expect(await listTopics(german)).toEqual([]);
    expect(await getTopicPage(german, topic.slug)).toBeNull();
    const about = { id: topic.id, version: topic.version, number: 1 };
    expect(await publishTopic(staff, about)).toMatchObject({ ok: false });
    expect(await isOffered()).toBe(false);

    expect((await reviewTopic(colleague, about)).ok).toBe(true);
    expect(await publishTopic(staff, about)).toMatchObject({
      code: 'form.refused.changedMeanwhile',
    });
    const { version } = await again(topic);
    expect((await publishTopic(staff, { ...about, version })).ok).toBe(true);
    expect(await isOffered()).toBe(true);
    // Each page with the menu on it is made anew when there may be the first topic or no more.
    expect([...(await notesOf(isOffered)).tags]).toContain('counselling-offer');
    expect(await getTopicPage(german, `${topic.slug}\u0000`)).toBeNull();
    expect((await listTopics(german)).map(({ slug }) => slug)).toEqual([
      'ein-brief-vom-amt-was-nun',
    ]);

    // Who stood for it is told as it was, also when both were the same.
    const [edition] = (await again(topic)).editions;
    const names = await db.user.findMany({
      where: { id: { in: [staff.id, colleague.id] } },
      select: { id: true, email: true },
    });
    const nameOf = (who: Actor) => names.find(({ id }) => id === who.id)?.email;
    expect(edition).toMatchObject({
      ...{ writtenBy: nameOf(staff), reviewedBy: nameOf(colleague), publishedBy: nameOf(staff) },
    });

    const taken = { id: topic.id, version: (await again(topic)).version };
    expect((await takeTopicBack(staff, taken)).ok).toBe(true);
    expect(await isOffered()).toBe(false);
    expect(await getTopicPage(german, topic.slug)).toBeNull();
  });

  it('says nothing new to anybody while a newer edition is written', async () => {
    const topic = await makePublicTopic(staff);
    const changed = rewriting(topic, { title: 'Post vom Amt' });
    expect((await rewriteTopic(staff, changed)).ok).toBe(true);
    expect(await rewriteTopic(colleague, changed)).toMatchObject({
      code: 'form.refused.changedMeanwhile',
    });
    expect((await getTopicPage(german, topic.slug))?.title.text).toBe(topic.title);
    const [row] = await listTopicRows(staff);
    expect(row).toMatchObject({ title: 'Post vom Amt', state: 'PUBLISHED', hasNewer: true });

    // Words that are the same are no edition; a shorter rhythm counts at once.
    const same = rewriting(await again(topic), { title: 'Post vom Amt', reviewEveryMonths: 3 });
    expect((await rewriteTopic(staff, same)).ok).toBe(true);
    const kept = await again(topic);
    expect([kept.editions.length, kept.reviewEveryMonths]).toEqual([2, 3]);
    // The older one is readable, and everybody can be led back to it.
    expect((await getEditionTexts(staff, topic.id, 1)).GERMAN?.title).toBe(topic.title);
    const newer = { id: topic.id, number: 2 };
    await reviewTopic(staff, { ...newer, version: kept.version });
    await publishTopic(staff, { ...newer, version: kept.version + 1 });
    expect((await getTopicPage(german, topic.slug))?.title.text).toBe('Post vom Amt');
    const back = { id: topic.id, number: 1, version: kept.version + 2 };
    expect((await publishTopic(staff, back)).ok).toBe(true);
    expect((await getTopicPage(german, topic.slug))?.title.text).toBe(topic.title);
  });

  it('keeps the other languages when one is written, each read in its own', async () => {
    const topic = await makePublicTopic(staff);
    const english = { ...topicInput(), title: 'A letter', forWhom: '' };
    const { reviewEveryMonths: _, ...text } = english;
    await rewriteTopic(staff, { ...rewriting(topic), ...text, language: 'ENGLISH' });
    const easy = rewriting(await again(topic), { language: 'EASY', title: 'Ein Brief' });
    await rewriteTopic(staff, easy);
    const { texts, editions } = await again(topic);
    expect([texts.GERMAN?.title, texts.EASY?.title, texts.ENGLISH?.title]).toEqual([
      ...['Ein Brief vom Amt – was nun?', 'Ein Brief', 'A letter'],
    ]);
    expect(editions.map(({ languages }) => languages.length)).toEqual([3, 2, 1]);
  });
});

describe('a review', () => {
  it('is due on its day without anybody doing anything, and the kept page ends then', async () => {
    await moveClock(NOON);
    const topic = await makePublicTopic(staff);
    const page = () => getTopicPage(german, topic.slug);
    expect(await page()).toMatchObject({
      reviewedOn: '2026-08-31',
      dueOn: '2027-02-28',
      isDue: false,
    });
    // Midnight in the office, in winter.
    const midnight = new Date('2027-02-27T23:00:00Z');
    const notes = await notesOf(page);
    expect([...notes.tags]).toEqual(['counselling-topics']);
    expect(notes.goodUntil).toBe(midnight.getTime());
    await moveClock(new Date(midnight.getTime() - 1));
    expect((await page())?.isDue).toBe(false);
    await moveClock(midnight);
    expect((await page())?.isDue).toBe(true);
    expect((await notesOf(page)).goodUntil).toBe(Number.POSITIVE_INFINITY);
    expect((await listTopicRows(staff))[0]).toMatchObject({ state: 'REVIEW_DUE', light: 'due' });

    const { id, version } = await again(topic);
    await reviewTopic(staff, { id, version, number: 1 });
    expect(await page()).toMatchObject({ reviewedOn: '2027-02-28', isDue: false });
    // Pressed by mistake: it is due as it was, and that it had been is gone with it.
    expect((await takeReviewBack(staff, { id, version: version + 1, number: 1 })).ok).toBe(true);
    expect(await page()).toMatchObject({ reviewedOn: '2026-08-31', isDue: true });
    expect((await takeReviewBack(staff, { id, version: version + 2, number: 1 })).ok).toBe(false);
  });

  it('counts no longer than it was to when it was made, whatever rhythm is chosen since', async () => {
    await moveClock(NOON);
    const topic = await makePublicTopic(staff);
    await moveClock(new Date('2027-03-15T10:00:00Z'));
    const longer = rewriting(await again(topic), { reviewEveryMonths: 24 });
    expect((await rewriteTopic(staff, longer)).ok).toBe(true);
    const due = () => getTopicPage(german, topic.slug);
    expect(await due()).toMatchObject({ dueOn: '2027-02-28', isDue: true });
    expect((await listTopicRows(staff))[0]).toMatchObject({ light: 'due' });
    // Taken off, it is not published again unread.
    const { id, version } = await again(topic);
    await takeTopicBack(staff, { id, version });
    expect(await publishTopic(staff, { id, version: version + 1, number: 1 })).toMatchObject({
      code: 'counselling-topics.refused.notReviewed',
    });
    await reviewTopic(staff, { id, version: version + 1, number: 1 });
    await publishTopic(staff, { id, version: version + 2, number: 1 });
    expect(await due()).toMatchObject({ dueOn: '2029-03-15', isDue: false });
    await takeReviewBack(staff, { id, version: version + 3, number: 1 });
    expect(await due()).toMatchObject({ dueOn: '2027-02-28', isDue: true });
  });

  it('that is too long ago publishes nothing', async () => {
    await moveClock(NOON);
    const { id, version } = await makeTopic(staff);
    await reviewTopic(staff, { id, version, number: 1 });
    await moveClock(new Date('2027-02-28T10:00:00Z'));
    expect(await publishTopic(staff, { id, version: version + 1, number: 1 })).toMatchObject({
      code: 'counselling-topics.refused.notReviewed',
    });
  });

  it('waits on the first page of the office from two weeks before, by the same calendar', async () => {
    const waiting = async () => {
      const asked = { actor: staff, at: now(), zone: officeZone(), soon: now(), most: 12 };
      const parts = counsellingFragments.waiting?.({ ...asked, today: officeToday() }) ?? [];
      return db.$queryRaw<{ dueOn: string; detail: string; since: Date }[]>(union(parts));
    };
    await moveClock(NOON);
    const topic = await makePublicTopic(staff);
    expect(await waiting()).toEqual([]);
    await moveClock(new Date('2027-02-13T12:00:00Z'));
    expect(await waiting()).toEqual([]);
    await moveClock(new Date('2027-02-14T12:00:00Z'));
    expect(await waiting()).toMatchObject([
      ...[{ detail: topic.id, dueOn: '2027-02-28', since: new Date('2026-08-30T22:00:00Z') }],
    ]);
    // The statement reckons month ends as the rules do.
    for (const [reviewedOn, months] of [
      ...[['2026-08-31', 1] as const, ['2028-02-29', 12] as const, ['2026-12-31', 2] as const],
    ]) {
      const [row] = await db.$queryRaw<{ due: string }[]>`
        SELECT (${reviewedOn}::date + make_interval(months => ${months}::int))::date::text AS due`;
      expect(row?.due).toBe(dueOn(reviewedOn, months));
    }
  });
});

describe('the database', () => {
  it('keeps words as they were written, and shows nothing that nobody has reviewed', async () => {
    const { id } = await makeTopic(staff);
    const words = db.counsellingText.updateMany({ data: { title: 'Anders' } });
    await expect(words).rejects.toThrow(/permission denied/);
    const unread = ownerDb.counsellingEdition.updateMany({
      where: { topicId: id },
      data: { isPublic: true, publishedAt: new Date() },
    });
    await expect(unread).rejects.toThrow(/reviewed_before_public/);
  });

  it('lets one edition of a topic be public', async () => {
    const topic = await makePublicTopic(staff);
    await rewriteTopic(staff, rewriting(topic, { title: 'Post' }));
    const second = ownerDb.counsellingEdition.updateMany({
      where: { topicId: topic.id, number: 2 },
      data: { isPublic: true, publishedAt: new Date(), reviewedOn: new Date() },
    });
    await expect(second).rejects.toThrow(/Unique constraint/);
  });

  it.each(['563€', 'EUR 20', 'bis 563 Euro', '5 Cent'])('takes no money: %s', async (money) => {
    const { id: topicId } = await makeTopic(staff);
    const edition = { id: randomUUID(), topicId, number: 2, writtenAt: new Date() };
    await ownerDb.counsellingEdition.create({ data: edition });
    const text = topicTextRow({ editionId: edition.id, otherHelp: money });
    await expect(ownerDb.counsellingText.create({ data: text })).rejects.toThrow(/name_no_money/);
    const { language: _, ...typed } = topicTextRow({ otherHelp: money });
    const read = addTopicSchema.safeParse({ ...typed, reviewEveryMonths: '6' });
    expect(read.error?.issues).toMatchObject([{ message: 'counselling-topics.error.money' }]);
  });
});

it('a number at the end of one part and a word in the next are no money', async () => {
  const split = { title: 'Schule in Klasse 5', intro: 'Cent für Cent sparen.' };
  const { reviewEveryMonths, ...typed } = topicInput(split);
  const read = { ...typed, reviewEveryMonths: String(reviewEveryMonths) };
  expect(addTopicSchema.safeParse(read).success).toBe(true);
  expect((await makeTopic(staff, split)).title).toBe(split.title);
});

it('needs German words, and none in another language', () => {
  const typed = { id: randomUUID(), version: '0', title: '', intro: '' };
  const problems = (language: string) =>
    rewriteTopicSchema.safeParse({ ...typed, language }).error?.issues.map(({ path }) => path[0]);
  expect(problems('GERMAN')).toEqual(['title', 'intro']);
  expect(problems('ENGLISH')).toBeUndefined();
});

it('forgets earlier editions after 24 months, and what nobody has touched or can read', async () => {
  await moveClock(new Date('2026-01-10T10:00:00Z'));
  const draft = await makeTopic(staff, { title: 'Nie fertig' });
  const topic = await makePublicTopic(staff);
  await rewriteTopic(staff, rewriting(topic, { title: 'Post' }));
  await moveClock(new Date('2026-03-01T10:00:00Z'));
  const { version } = await again(topic);
  await reviewTopic(staff, { id: topic.id, version, number: 2 });
  await publishTopic(staff, { id: topic.id, version: version + 1, number: 2 });

  // The newer one is old enough, but the earlier one was read until March.
  await moveClock(new Date('2028-01-15T10:00:00Z'));
  expect(await forgetOldTopics()).toEqual({ ok: true, value: { editions: 0, topics: 1 } });
  await expect(again(draft)).rejects.toThrow('NOT_FOUND');
  await moveClock(new Date('2028-03-02T10:00:00Z'));
  expect(await forgetOldTopics()).toEqual({ ok: true, value: { editions: 1, topics: 0 } });
  expect((await again(topic)).editions.map(({ number }) => number)).toEqual([2]);
  expect((await getTopicPage(german, topic.slug))?.title.text).toBe('Post');
});

describe('whoever counsels', () => {
  it('reads what the office wrote and confirms it before it is published, and writes nothing', async () => {
    const counsellor = await makeActor({ roles: ['COUNSELLOR'], secondFactor: true });
    const topic = await makeTopic(staff);
    const fine = await makePublicTopic(staff, { title: 'Wohngeld' });
    const { id, version } = topic;
    const wanted = { id, number: 1, title: topic.title, dueOn: null };
    expect(await listToReview(counsellor)).toEqual([wanted]);
    const review = await getReview(counsellor, id, 1);
    expect(review).toMatchObject({ version, number: 1, isPublic: false, reviewedOn: null });
    expect(review.texts.GERMAN?.title).toBe(topic.title);
    // Of who wrote it nothing.
    expect(Object.keys(review)).not.toContain('writtenBy');
    expect(await reviewTopic(counsellor, { id, version, number: 1 })).toMatchObject({ ok: true });
    expect(await listToReview(counsellor)).toEqual([]);
    const about = { id, version: version + 1, number: 1 };
    for (const act of [
      () => publishTopic(counsellor, about),
      () => takeTopicBack(counsellor, about),
      () => rewriteTopic(counsellor, rewriting(topic)),
      () => getTopicCase(counsellor, id),
      () => listTopicRows(counsellor),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await publishTopic(staff, about)).toMatchObject({ ok: true });
    // A click by mistake, of the day alone.
    const other = await makeTopic(staff, { title: 'Kindergeld' });
    await reviewTopic(counsellor, { id: other.id, version: other.version, number: 1 });
    const mistake = { id: other.id, version: other.version + 1, number: 1 };
    expect(await takeReviewBack(counsellor, mistake)).toMatchObject({ ok: true });
    expect((await listToReview(counsellor)).map(({ title }) => title)).toEqual(['Kindergeld']);
    // What everybody reads comes first when it is due.
    await ownerDb.counsellingEdition.updateMany({
      where: { topicId: fine.id },
      data: { reviewedOn: new Date('2026-01-01') },
    });
    expect(await listToReview(counsellor)).toMatchObject([
      { title: 'Wohngeld', dueOn: '2026-07-01' },
      { title: 'Kindergeld', dueOn: null },
    ]);
    for (const who of [await makeActor(), await makeActor({ roles: ['FUNDER'] })])
      await expect(getReview(who, id, 1)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(getReview(counsellor, id, 7)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
