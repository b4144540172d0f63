import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { getOwnData } from '@/lib/privacy/queries';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import {
  type ActorWishes,
  makeActor,
  makeDistrict,
  makeGuest,
  makeOffice,
} from '@/lib/testing/factories';
import { mailsAsSent } from '@/lib/testing/mails';
import { accepted, codeOf } from '@/lib/testing/sign-in';
import { tellEverybody } from '@/lib/testing/tellings';
import { makePoll, type PollWishes } from '@/lib/voting/samples';
import { cancelByTwo } from '@/lib/voting/stop/samples';
import { approvePoll } from '../../prepare/checking/commands';
import { CHECKED } from '../../prepare/checking/rules';
import { saveReminderWish, stopReminders } from './commands';
import * as jobs from './jobs';
import { reminderKey } from './steps';

testDatabase();
beforeAll(async () => {
  await makeOffice();
});
afterEach(async () => {
  await moveClock(null);
  await db.outgoingMail.deleteMany();
  await db.callListItem.deleteMany();
  await db.telling.deleteMany();
  await db.user.updateMany({ data: { pollReminders: false } });
});

/** With what the background does next. */
const toldBy = (act: () => Promise<void>) => act().then(tellEverybody);
const remindOfPoll = (pollId: string) => toldBy(() => jobs.remindOfPoll(pollId));
const remindOfDuePolls = () => toldBy(jobs.remindOfDuePolls);

const HOUR_MS = 3_600_000;

async function wisher(wishes: ActorWishes = {}, phone = ''): Promise<Actor> {
  const actor = await makeActor(wishes);
  accepted(await saveReminderWish(actor, { wanted: true, phone }));
  return actor;
}

/** Closes in so many hours; opened a week ago. */
const pollClosingIn = (hours: number, wishes: PollWishes = {}) =>
  makePoll({
    opensAt: new Date(Date.now() - 7 * DAY_MS),
    closesAt: new Date(Date.now() + hours * HOUR_MS),
    ...wishes,
  });

const recipients = async () =>
  (await db.outgoingMail.findMany({ select: { recipient: true } }))
    .map(({ recipient }) => recipient)
    .sort();

const jobsNamed = async (name: string) => {
  const rows = await db.$queryRaw<{ run_at: Date }[]>`
    SELECT run_at FROM graphile_worker.jobs WHERE task_identifier = ${name} ORDER BY run_at`;
  return rows.map(({ run_at }) => run_at.getTime());
};

describe('a reminder', () => {
  it('goes to everybody who wants it and may vote, whether or not they have', async () => {
    const home = await makeDistrict();
    const away = await makeDistrict();
    const poll = await pollClosingIn(40, { districtId: home.id });
    const voted = await wisher({ districtId: home.id });
    const waiting = await wisher({ districtId: home.id });
    const speaker = await wisher({ districtId: home.id, roles: ['REPRESENTATIVE'] });
    await wisher({ districtId: away.id });
    await wisher();
    await wisher({ districtId: home.id, roles: ['COORDINATOR'] });
    await wisher({ districtId: home.id, roles: ['PARTNER'] });
    await makeActor({ districtId: home.id });
    await db.rollEntry.create({ data: { pollId: poll.id, userId: voted.id } });
    await remindOfPoll(poll.id);
    const wanted = [voted, waiting, speaker].map(({ email }) => email).sort();
    expect(await recipients()).toEqual(wanted);
    const mails = await mailsAsSent();
    // Apart from the link to stop, all are the same, and came in the same moment.
    const texts = mails.map(({ text, createdAt }) => [
      text.replace(/erinnerungen\/\S+/, 'erinnerungen/…'),
      createdAt.getTime(),
    ]);
    expect(new Set(texts.map((text) => JSON.stringify(text))).size).toBe(1);
    expect(mails[0]?.text).toContain('Wenn Sie schon abgestimmt haben: danke.');
    expect(await jobsNamed('send-mail')).toHaveLength(3);
  });

  it('reaches people without e-mail through the call list', async () => {
    const poll = await pollClosingIn(20);
    const withCard = await makeActor({ email: null });
    expect(codeOf(await saveReminderWish(withCard, { wanted: true, phone: '' }))).toBe(
      'reminders.error.phone',
    );
    accepted(await saveReminderWish(withCard, { wanted: true, phone: '030 23125-199' }));
    await remindOfPoll(poll.id);
    const [call, ...more] = await db.callListItem.findMany();
    expect(more).toEqual([]);
    expect(call).toMatchObject({ kind: 'PHONE', contact: '030 23125-199', endsAt: poll.closesAt });
    expect(call?.dueAt?.getTime()).toBeLessThanOrEqual(poll.closesAt.getTime());
    expect(call?.message).toContain('Was soll zuerst auf den Spielplatz?');
  });

  it('is decided in one row, and told after that: not to whom it is no use any more', async () => {
    const users = Array.from({ length: 450 }, (_, index) => ({
      ...{ email: index % 3 ? `viele-${index}@person.example` : null, locale: 'de' },
      ...{ pollReminders: true, reminderPhone: `030 ${index}` },
    }));
    const { districtId } = await db.user.findUniqueOrThrow({ where: { id: (await wisher()).id } });
    await db.user.createMany({ data: users.map((user) => ({ ...user, districtId })) });
    const poll = await pollClosingIn(20);
    await jobs.remindOfPoll(poll.id);
    expect([await recipients(), await db.callListItem.count(), await db.telling.count()]).toEqual([
      [],
      0,
      1,
    ]);
    await tellEverybody();
    expect([(await recipients()).length, await db.callListItem.count()]).toEqual([301, 150]);
    const staff = await makeActor({ roles: ['COORDINATOR'] });
    accepted(await cancelByTwo(staff, { number: poll.number, reason: 'Die Frage war falsch.' }));
    expect(await db.callListItem.count()).toBe(0);
    await db.user.deleteMany({ where: { reminderPhone: { not: '' } } });
  });

  it('comes once, however often and at once the job runs', async () => {
    const poll = await pollClosingIn(40);
    await wisher();
    await Promise.all(Array.from({ length: 8 }, () => remindOfPoll(poll.id)));
    await remindOfPoll(poll.id);
    expect(await recipients()).toHaveLength(1);
  });

  it('comes two days before the close, not earlier and not after it', async () => {
    const poll = await pollClosingIn(72);
    await wisher();
    await remindOfPoll(poll.id);
    expect(await recipients()).toEqual([]);
    expect(await jobsNamed('remind-poll')).toEqual([poll.closesAt.getTime() - 48 * HOUR_MS]);
    await moveClock(poll.closesAt);
    await remindOfPoll(poll.id);
    expect(await recipients()).toEqual([]);
  });

  it('comes once also where its job is lost, and not before its time', async () => {
    // Those of the other tests have their turn before anybody wants to be told.
    await moveClock(new Date(Date.now() + 32 * HOUR_MS));
    await remindOfDuePolls();
    await moveClock(null);
    const poll = await pollClosingIn(72);
    await pollClosingIn(10, { columns: { isTest: true } });
    await wisher();
    await remindOfDuePolls();
    expect(await recipients()).toEqual([]);
    await moveClock(new Date(poll.closesAt.getTime() - 40 * HOUR_MS));
    await Promise.all([remindOfDuePolls(), remindOfDuePolls()]);
    await remindOfDuePolls();
    expect(await recipients()).toHaveLength(1);
  });

  it('does not come for a test or for a poll that was called off', async () => {
    await wisher();
    const test = await pollClosingIn(10, { columns: { isTest: true } });
    await remindOfPoll(test.id);
    const poll = await pollClosingIn(10);
    const office = await makeActor({ roles: ['COORDINATOR'] });
    const reason = 'Die Fläche wird doch nicht frei.';
    accepted(await cancelByTwo(office, { number: poll.number, reason }));
    // Speakers were asked for their agreement.
    await db.outgoingMail.deleteMany();
    await remindOfPoll(poll.id);
    const mails = await db.outgoingMail.findMany({ select: { subject: true } });
    expect(mails.map(({ subject }) => subject.slice(0, 9))).toEqual(['Abgesagt:']);
  });

  it('to many people is one step of a few statements', async () => {
    const poll = await pollClosingIn(10);
    await db.user.createMany({
      data: Array.from({ length: 3000 }, (_, index) => ({
        email: `viele-${index}@person.example`,
        pollReminders: true,
      })),
    });
    await remindOfPoll(poll.id);
    expect(await db.outgoingMail.count()).toBe(3000);
    await db.user.deleteMany({ where: { email: { startsWith: 'viele-' } } });
  }, 30_000);
});

describe('stopping reminders', () => {
  it('works by the link in the mail without signing in, and with no other key', async () => {
    const actor = await wisher();
    const other = await wisher();
    const key = reminderKey(actor.id);
    const forged = `${other.id}.${key.split('.')[1]}`;
    await expect(stopReminders(makeGuest(), { key: forged })).rejects.toThrow('NOT_FOUND');
    accepted(await stopReminders(makeGuest(), { key }));
    accepted(await stopReminders(makeGuest(), { key }));
    const poll = await pollClosingIn(10);
    await remindOfPoll(poll.id);
    expect(await recipients()).toEqual([other.email]);
  });
});

describe('what is kept about it', () => {
  it('is told to the person and forgotten when switched off', async () => {
    const actor = await wisher({ email: null }, '030 23125-199');
    expect(JSON.stringify(await getOwnData(actor))).toContain('030 23125-199');
    accepted(await saveReminderWish(actor, { wanted: false, phone: '030 23125-199' }));
    const { reminderPhone } = await db.user.findUniqueOrThrow({ where: { id: actor.id } });
    expect(reminderPhone).toBe('');
  });
});

describe('planning', () => {
  it('happens with the scheduling', async () => {
    await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    const office = await makeActor({ roles: ['COORDINATOR'] });
    const question = 'Ob an sie erinnert wird?';
    const poll = await pollClosingIn(100, { draft: true, columns: { question } });
    await db.poll.update({ where: { id: poll.id }, data: { readyAt: now() } });
    const result = await approvePoll(office, {
      ...{ number: poll.number, version: 0 },
      checked: [...CHECKED],
    });
    if (!result.ok) throw new Error(result.code);
    expect(await jobsNamed('remind-poll')).toEqual([poll.closesAt.getTime() - 48 * HOUR_MS]);
  });
});
