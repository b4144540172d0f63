import { afterEach, beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import { type ActorWishes, makeActor, makeDistrict, makeOffice } from '@/lib/testing/factories';
import { mailsAsSent } from '@/lib/testing/mails';
import { ownerDb } from '@/lib/testing/owner';
import { accepted } from '@/lib/testing/sign-in';
import { tellEverybody } from '@/lib/testing/tellings';
import { makePoll } from '@/lib/voting/samples';
import { getPollPage } from '../queries';
import { saveReminderWish } from '../tell/reminders/commands';
import { remindOfPoll } from '../tell/reminders/jobs';
import { correctStop } from './commands';
import { findStopReason } from './queries';
import { cancelByTwo } from './samples';

testDatabase();

const reason = 'Die Fläche wird doch nicht frei.';
let staff: Actor;

beforeAll(async () => {
  await makeOffice();
  staff = await makeActor({ roles: ['COORDINATOR'] });
});
afterEach(async () => {
  await db.outgoingMail.deleteMany();
  await db.callListItem.deleteMany();
  await db.user.updateMany({ data: { pollReminders: false } });
});

async function wisher(wishes: ActorWishes = {}, phone = ''): Promise<Actor> {
  const actor = await makeActor(wishes);
  accepted(await saveReminderWish(actor, { wanted: true, phone }));
  return actor;
}

const closing = (districtId: string | null = null) =>
  makePoll({ districtId, opensAt: new Date(Date.now() - 7 * DAY_MS) });
const sent = () =>
  ownerDb.outgoingMail.updateMany({ data: { state: 'SENT', sentAt: new Date(), sealed: '' } });
const cancel = async ({ number }: { number: number }) =>
  accepted(await cancelByTwo(staff, { number, reason }));
const OFF = { subject: { startsWith: 'Abgesagt' } };
const told = async () => (await mailsAsSent(OFF)).map(({ recipient }) => recipient);
const emails = (...people: Actor[]) => people.map(({ email }) => email).sort();

it('whoever was reminded or wants to be hears once that a poll is off and why, whether or not they have voted', async () => {
  const home = await makeDistrict();
  const away = await makeDistrict();
  const poll = await closing(home.id);
  const voted = await wisher({ districtId: home.id });
  const moved = await wisher({ districtId: home.id });
  const stopped = await wisher({ districtId: home.id });
  await remindOfPoll(poll.id);
  await tellEverybody();
  await sent();
  await db.user.update({ where: { id: moved.id }, data: { districtId: away.id } });
  accepted(await saveReminderWish(stopped, { wanted: false, phone: '' }));
  const later = await wisher({ districtId: home.id });
  const called = await wisher({ districtId: home.id, email: null }, '030 23125-199');
  await wisher({ districtId: away.id });
  // Takes part, and wants to hear of nothing.
  const quiet = await makeActor({ districtId: home.id });
  for (const { id } of [voted, quiet])
    await db.rollEntry.create({ data: { pollId: poll.id, userId: id } });
  await cancel(poll);
  expect(await told()).toEqual([]);
  await tellEverybody();
  await tellEverybody();
  expect((await told()).sort()).toEqual(emails(voted, moved, stopped, later));
  const mails = await mailsAsSent(OFF);
  const texts = mails.map(({ text }) => text.split('\n').filter((line) => !line.includes('://')));
  expect(mails[0]?.text).toContain(reason);
  expect(mails.filter(({ text }) => text.includes('erinnerungen/'))).toHaveLength(3);
  expect(JSON.stringify(texts)).not.toContain('Sie haben abgestimmt');
  const calls = await db.callListItem.findMany();
  expect(calls.map(({ accountId, contact }) => [accountId, contact])).toEqual([
    [called.id, '030 23125-199'],
  ]);
  expect(calls[0]?.message).toContain(reason);
});

it('whoever was called to be reminded is called once more, also if they want none any more', async () => {
  const [home, away] = [await makeDistrict(), await makeDistrict()];
  const poll = await closing(home.id);
  const people: Actor[] = [];
  for (const phone of ['030 23125-101', '030 23125-102', '030 23125-103'])
    people.push(await wisher({ districtId: home.id, email: null }, phone));
  // The third is not reached before it is called off.
  const [stopped, moved] = people.map(({ id }) => id);
  await remindOfPoll(poll.id);
  await tellEverybody();
  const made = { accountId: { in: [stopped ?? '', moved ?? ''] } };
  await db.callListItem.updateMany({ where: made, data: { doneAt: new Date() } });
  for (const { id, ...one } of people)
    if (id !== moved)
      accepted(await saveReminderWish({ ...one, id }, { wanted: false, phone: '' }));
  await db.user.update({ where: { id: moved ?? '' }, data: { districtId: away.id } });
  await cancel(poll);
  await tellEverybody();
  const calls = await db.callListItem.findMany({ where: { doneAt: null } });
  expect(new Map(calls.map(({ accountId, contact }) => [accountId, contact]))).toEqual(
    new Map([
      [stopped, '030 23125-101'],
      [moved, '030 23125-102'],
    ]),
  );
});

it('a reminder that has not left stays here, and one of another poll leaves', async () => {
  const [poll, other] = [await closing(), await closing()];
  const one = await wisher();
  for (const { id } of [poll, other]) await remindOfPoll(id);
  await tellEverybody();
  expect(await db.outgoingMail.count({ where: { aboutId: poll.id } })).toBe(1);
  await cancel(poll);
  await tellEverybody();
  expect(await db.outgoingMail.findMany({ where: { aboutId: poll.id } })).toEqual([]);
  expect(await db.outgoingMail.count({ where: { aboutId: other.id } })).toBe(1);
  expect(await told()).toEqual(emails(one));
});

it('why a poll is off is corrected: everybody reads when and why, calls not made say the right words', async () => {
  const poll = await closing();
  await wisher({ email: null }, '030 23125-199');
  await wisher();
  await cancel(poll);
  await tellEverybody();
  const { number } = poll;
  const text = 'Die Fläche gehört der Bahn.';
  const why = 'Die Fläche war verwechselt.';
  const better = { number, version: 0, text, reason: why, forget: false };
  const named = await correctStop(staff, { ...better, text: 'Herr Krause will sie selbst haben.' });
  expect(named).toMatchObject({ code: 'outreach-rounds.trace.name', field: 'text' });
  await expect(correctStop(await makeActor(), better)).rejects.toThrow('NOT_FOUND');
  expect(await correctStop(staff, better)).toMatchObject({ ok: true });
  expect(await correctStop(staff, { ...better, text: reason })).toMatchObject({ ok: false });
  expect(await getPollPage(number)).toMatchObject({
    ...{ cancelReason: text, reasonCorrections: [{ reason: why }] },
  });
  const kept = { earlier: [{ column: 'cancel_reason', text: reason }] };
  expect(await findStopReason(staff, number)).toMatchObject({ text, version: 1, earlier: [kept] });
  const [call] = await db.callListItem.findMany();
  expect(call?.message).toContain(text);
  expect(call?.message).not.toContain(reason);
  // The mail server took nothing yet.
  const [queued] = await mailsAsSent(OFF);
  expect(queued?.text).toContain(`\n\n${text}\n\n`);
  expect(queued?.html).toContain(`<p>${text}</p>`);
  const open = await db.outgoingMail.findMany({ where: OFF, select: { text: true } });
  expect(JSON.stringify([queued, open])).not.toContain(reason);
  await correctStop(staff, { ...better, version: 1, text: 'Die Frage war falsch.', forget: true });
  const stops = await db.pollStop.findMany({ where: { pollId: poll.id } });
  expect(stops.map((stop) => stop.reason)).toEqual(['Die Frage war falsch.']);
  const running = await closing();
  await expect(correctStop(staff, { ...better, number: running.number })).rejects.toThrow(
    'NOT_FOUND',
  );
});

it('who is just being reminded is not reminded of what is called off at that moment', async () => {
  const poll = await closing();
  await wisher();
  await remindOfPoll(poll.id);
  const stop = { pollId: poll.id, reason, askedById: staff.id, askedAt: new Date() };
  const { id } = await db.pollStop.create({ data: stop });
  const second = await makeActor({ roles: ['ADMIN'] });
  let telling: Promise<void> | undefined;
  // As a transaction that calls it off does, and takes a while to end.
  await ownerDb.$transaction(async (tx) => {
    await tx.pollStop.update({ where: { id }, data: { settledById: second.id, agreed: true } });
    await tx.$queryRaw`SELECT 1 FROM polls WHERE id = ${poll.id}::uuid FOR UPDATE`;
    const data = { state: 'CANCELLED', cancelReason: reason } as const;
    await tx.poll.update({ where: { id: poll.id }, data });
    telling = tellEverybody();
    await expect.poll(waitsForLock).toBe(true);
  });
  await telling;
  expect(await db.outgoingMail.count({ where: { aboutId: poll.id } })).toBe(0);
});

it('who is just being told why hears the words that are put right at that moment', async () => {
  const poll = await closing();
  await wisher();
  await cancel(poll);
  const text = 'Die Fläche gehört der Bahn.';
  let telling: Promise<void> | undefined;
  // As a transaction that corrects it does, and takes a while to end.
  await ownerDb.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM polls WHERE id = ${poll.id}::uuid FOR UPDATE`;
    telling = tellEverybody();
    await expect.poll(waitsForLock).toBe(true);
    const kept = { kind: 'POLL_STOP', audience: 'PUBLIC', reason: 'Es war falsch.' } as const;
    const earlier = { cancel_reason: reason };
    const data = { ...kept, earlier, subjectId: poll.id, version: 0, at: new Date() };
    await tx.correction.create({ data });
    const where = { id: poll.id };
    await tx.poll.update({ where, data: { version: 1 } });
    await tx.poll.update({ where, data: { cancelReason: text } });
  });
  await telling;
  const [mail] = await mailsAsSent(OFF);
  expect(mail?.text).toContain(text);
});

const waitsForLock = async () =>
  (
    await ownerDb.$queryRaw<unknown[]>`
      SELECT 1 AS one FROM pg_locks JOIN pg_stat_activity USING (pid)
      WHERE NOT granted AND datname = current_database()`
  ).length > 0;
