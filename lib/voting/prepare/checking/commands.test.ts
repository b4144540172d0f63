import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { localOf, now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { newCode } from '@/lib/core/tokens';
import { getToday } from '@/lib/office/queries';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeGuest, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { makePoll, type PollWishes } from '@/lib/voting/samples';
import { listPolls } from '../../queries';
import { LEAST_OPEN_MINUTES } from '../rules';
import { approvePoll, giveToCheck, returnDraft, scheduleAlone } from './commands';
import { findCheck, getDraftToCheck, listDraftsToCheck } from './queries';
import { CHECKED, CHECKED_FOR_MONEY } from './rules';
import { approvalSchema } from './schema';

testDatabase();

let author: Actor;
let colleague: Actor;
let speaker: Actor;
let resident: Actor;

beforeEach(async () => {
  await ownerDb.$executeRaw`TRUNCATE polls CASCADE`;
  await db.outgoingMail.deleteMany();
  await db.callListItem.deleteMany();
  await db.user.deleteMany();
  await makeOffice();
  author = await makeActor({ roles: ['COORDINATOR'] });
  colleague = await makeActor({ roles: ['ADMIN'] });
  speaker = await makeActor({ roles: ['REPRESENTATIVE'] });
  resident = await makeActor();
});

afterEach(() => moveClock(null));

const HOUR_MS = 60 * 60 * 1000;
const inHours = (hours: number) => new Date(now().getTime() + hours * HOUR_MS);

async function draft(columns: PollWishes['columns'] = {}): Promise<number> {
  const times = { opensAt: inHours(24), closesAt: inHours(48) };
  const question = `Was soll zuerst gebaut werden, ${newCode(6)}?`;
  const wishes = { draft: true, columns: { draftedById: author.id, question, ...columns } };
  return (await makePoll({ ...wishes, ...times })).number;
}

const waiting = () => draft({ readyAt: now() });
const all = (number: number, version = 0) => ({ number, version, checked: [...CHECKED] });
const actionsOf = async (number: number) => {
  const { id } = await db.poll.findUniqueOrThrow({ where: { number } });
  const entries = await db.auditEntry.findMany({
    where: { subjectId: id },
    orderBy: { id: 'asc' },
  });
  return entries.map(({ action }) => action);
};

describe('a draft about money', () => {
  it('is approved without cards or Forum right only when somebody says that it shall be so', async () => {
    const money = { method: 'BUDGET', countRule: 'greedy_votes', budgetCents: 50_000 } as const;
    const readyAt = now();
    const number = await draft({ readyAt, ...money });
    expect(await approvePoll(colleague, all(number))).toMatchObject({ field: 'checked' });
    const checked = [...CHECKED_FOR_MONEY];
    expect(await approvePoll(colleague, { number, version: 0, checked })).toMatchObject({
      ok: true,
    });
    const safe = await draft({ readyAt, ...money, needsForumRight: true });
    expect(await approvePoll(colleague, all(safe))).toMatchObject({ ok: true });
  });
});

describe('a draft that is checked later than it should have begun', () => {
  it.each(['by somebody else', 'alone'])(
    'begins when it is checked, %s: nobody votes before the lot',
    async (how) => {
      const { number } = await makePoll({
        ...{ draft: true, columns: { draftedById: author.id, readyAt: now() } },
        ...{ opensAt: inHours(-5), closesAt: inHours(48) },
      });
      if (how === 'alone')
        await db.user.deleteMany({ where: { id: { in: [colleague.id, speaker.id] } } });
      const at = now();
      const done =
        how === 'alone' ? scheduleAlone(author, all(number)) : approvePoll(colleague, all(number));
      expect(await done).toMatchObject({ ok: true });
      const poll = await db.poll.findUniqueOrThrow({ where: { number } });
      expect(poll.opensAt.getTime()).toBeGreaterThanOrEqual(at.getTime());
      expect(poll.frozenRule).toMatchObject({ opensAt: poll.opensAt.toISOString() });
      expect(poll.localOpens).toBe(localOf(poll.opensAt, poll.timeZone));
    },
  );
});

describe('a draft that is checked shortly before its end', () => {
  const inMinutes = (minutes: number) => new Date(now().getTime() + minutes * 60_000);
  const ending = (minutes: number, columns: object = {}) =>
    makePoll({
      ...{ draft: true, opensAt: inHours(-5), closesAt: inMinutes(minutes) },
      columns: { draftedById: author.id, readyAt: now(), question: newCode(12), ...columns },
    });

  it.each([
    ['with less than half an hour left', 29, {}, 'voting-drafts.refused.tooLate'],
    ['with more', 31, {}, undefined],
    [
      'for hands in a room',
      5,
      { channels: ['HANDS'], method: 'ONE', countRule: 'plurality' },
      undefined,
    ],
  ])('%s', async (_what, minutes, columns, code) => {
    expect(LEAST_OPEN_MINUTES).toBe(30);
    const { number } = await ending(minutes, columns);
    const result = await approvePoll(colleague, all(number));
    expect(result.ok ? undefined : result.code).toBe(code);
    await db.poll.updateMany({ where: { number, state: 'DRAFT' }, data: { readyAt: null } });
    if (code) expect(await giveToCheck(author, { number })).toMatchObject({ code });
  });

  it('is no poll, whoever writes it', async () => {
    const { id, opensAt } = await ending(29);
    const closesAt = new Date(opensAt.getTime() + 29 * 60_000);
    const frozenRule = { opensAt, closesAt };
    const data = { closesAt, frozenRule: JSON.parse(JSON.stringify(frozenRule)) };
    const written = db.poll.update({ where: { id }, data: { ...data, state: 'SCHEDULED' } });
    await expect(written).rejects.toThrow('this poll is too short');
  });
});

describe('a draft with the question of another poll', () => {
  const asking = (question: string, opens: number, closes: number) =>
    makePoll({
      ...{ draft: true, opensAt: inHours(opens), closesAt: inHours(closes) },
      columns: { draftedById: author.id, readyAt: now(), question },
    });

  it('waits until that is over, or asks otherwise', async () => {
    const question = `Welche Farbe ${newCode(6)}?`;
    const first = await asking(question, 1, 48);
    expect(await approvePoll(colleague, all(first.number))).toMatchObject({ ok: true });
    const code = 'voting-drafts.refused.sameQuestion';
    const beside = await asking(question.toUpperCase(), 24, 72);
    expect(await approvePoll(colleague, all(beside.number))).toMatchObject({
      ...{ code, params: { number: first.number } },
    });
    await db.poll.updateMany({ where: { id: beside.id }, data: { readyAt: null } });
    expect(await giveToCheck(author, { number: beside.number })).toMatchObject({ code });
    const later = await asking(question, 48, 72);
    expect(await approvePoll(colleague, all(later.number))).toMatchObject({ ok: true });
  });

  it('is refused to one of two who are checked at one moment', async () => {
    const question = `Welche Form ${newCode(6)}?`;
    const both = await Promise.all([asking(question, 1, 48), asking(question, 1, 48)]);
    const results = await Promise.all(
      both.map(({ number }) => approvePoll(colleague, all(number))),
    );
    expect(results.map(({ ok: isOk }) => isOk).toSorted()).toEqual([false, true]);
  });
});

describe('a draft', () => {
  it('waits for somebody else, on their first page and in their account', async () => {
    const number = await draft();
    expect(await listDraftsToCheck(colleague)).toEqual([]);
    expect(await giveToCheck(author, { number })).toMatchObject({ ok: true });
    expect(await listDraftsToCheck(author)).toEqual([]);
    expect(await listDraftsToCheck(speaker)).toMatchObject([{ number }]);
    const kinds = async (actor: Actor) =>
      (await getToday(actor)).groups.flatMap(({ tasks }) => tasks.map((task) => task.kind));
    expect(await kinds(colleague)).toContain('check');
    expect(await kinds(author)).not.toContain('check');
    expect(await findCheck(author, number)).toMatchObject({ step: 'waits', others: 2 });
    expect(await findCheck(colleague, number)).toMatchObject({ step: 'check', others: 2 });
    expect(await actionsOf(number)).toEqual(['poll.givenToCheck']);
  });

  it('is told to the Forum once: by mail, or on the call list for who has none', async () => {
    await db.user.update({ where: { id: speaker.id }, data: { locale: 'en' } });
    const silent = await makeActor({ roles: ['REPRESENTATIVE'] });
    const noMail = { email: null, displayName: 'Renate Vogel' };
    await db.user.update({ where: { id: silent.id }, data: noMail });
    const number = await draft();
    await giveToCheck(author, { number });
    const [mail, ...more] = await db.outgoingMail.findMany();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ recipient: speaker.email });
    expect(mail?.subject).toMatch(/^Please check/);
    expect(mail?.text).toContain(`/en/abstimmungen/pruefen/${number}`);
    const calls = await db.callListItem.findMany();
    expect(calls).toMatchObject([
      { kind: 'PHONE', person: 'Sprecherrat: Renate Vogel', link: `/team/abstimmungen/${number}` },
    ]);
    await db.poll.updateMany({ data: { readyAt: null } });
    await giveToCheck(author, { number });
    expect(await db.outgoingMail.count()).toBe(1);
    await returnDraft(speaker, { number, version: 0, note: 'Die Frage ist zu lang.' });
    await giveToCheck(author, { number });
    expect(await db.outgoingMail.count()).toBe(2);
  });

  it('that would be over already is not handed over', async () => {
    const number = await draft();
    await moveClock(inHours(49));
    expect(await giveToCheck(author, { number })).toMatchObject({
      code: 'voting.refused.closesInPast',
    });
  });

  it('is approved by everything ticked, not by less', () => {
    expect(
      approvalSchema.safeParse({ number: '3', version: '0', checked: [...CHECKED] }).success,
    ).toBe(true);
    expect(
      approvalSchema.safeParse({ number: '3', version: '0', checked: ['question'] }).success,
    ).toBe(false);
    expect(approvalSchema.safeParse({ number: '3' }).success).toBe(false);
  });
});

describe('approving', () => {
  it('freezes the rule, draws the lot, plans the close and says who looked', async () => {
    const district = await makeDistrict({ name: 'Griesbacher Hang' });
    const number = await draft({ readyAt: now(), districtId: district.id });
    expect(await approvePoll(speaker, all(number))).toMatchObject({ ok: true });
    const poll = await db.poll.findUniqueOrThrow({ where: { number } });
    expect(poll).toMatchObject({
      state: 'SCHEDULED',
      draftedById: author.id,
      checkedById: speaker.id,
      checkedAlone: false,
    });
    expect(poll.frozenRule).toMatchObject({ districtName: 'Griesbacher Hang', version: 2 });
    const { options } = poll.frozenRule as unknown as { options: { lot: number }[] };
    expect(options.map(({ lot }) => lot).sort()).toEqual([1, 2, 3]);
    const jobs = await db.$queryRaw<{ run_at: Date }[]>`
      SELECT run_at FROM graphile_worker.jobs WHERE task_identifier = 'seal-poll'
      ORDER BY id DESC LIMIT 1`;
    expect(jobs.map((job) => job.run_at)).toEqual([poll.closesAt]);
    expect(await actionsOf(number)).toEqual(['poll.scheduled']);
    expect((await listPolls()).coming.map((one) => one.number)).toEqual([number]);
    expect(await approvePoll(colleague, all(number))).toMatchObject({
      code: 'voting.refused.notDraft',
    });
  });

  it('is not for whoever wrote it, nor for what does not wait', async () => {
    const number = await waiting();
    expect(await approvePoll(author, all(number))).toMatchObject({
      code: 'voting-drafts.refused.ownDraft',
    });
    expect(await approvePoll(colleague, all(await draft()))).toMatchObject({
      code: 'voting-drafts.refused.notReady',
    });
    expect((await db.poll.findUniqueOrThrow({ where: { number } })).state).toBe('DRAFT');
  });

  it('is not given for words nobody looked at, even when they were handed over again', async () => {
    const number = await draft();
    await giveToCheck(author, { number });
    const { version } = (await findCheck(colleague, number)) ?? { version: -1 };
    // Changed and handed over once more while the other person still reads the first version.
    await db.poll.update({ where: { number }, data: { question: 'Etwas anderes?', version: 1 } });
    expect(await approvePoll(colleague, all(number, version))).toMatchObject({
      code: 'voting-drafts.refused.writtenAnew',
    });
    expect((await db.poll.findUniqueOrThrow({ where: { number } })).state).toBe('DRAFT');
    expect(await approvePoll(colleague, all(number, 1))).toMatchObject({ ok: true });
  });

  it('is refused by the database too, should a program forget it', async () => {
    const number = await waiting();
    const own = { checkedById: author.id };
    await expect(db.poll.update({ where: { number }, data: own })).rejects.toThrow();
  });

  it('comes too late after the end', async () => {
    const number = await waiting();
    await moveClock(inHours(49));
    expect(await approvePoll(colleague, all(number))).toMatchObject({
      code: 'voting.refused.closesInPast',
    });
  });
});

describe('sending back', () => {
  it('says what should change, until it is handed over again', async () => {
    const number = await waiting();
    const note = 'Die Kosten der Bank fehlen.';
    expect(await returnDraft(speaker, { number, version: 0, note })).toMatchObject({ ok: true });
    expect(await findCheck(author, number)).toMatchObject({ step: 'writing', note });
    expect(await returnDraft(speaker, { number, version: 0, note })).toMatchObject({
      code: 'voting-drafts.refused.notReady',
    });
    await giveToCheck(author, { number });
    expect(await findCheck(author, number)).toMatchObject({ step: 'waits', note: '' });
  });
});

it('a draft that was written anew since is not sent back', async () => {
  const number = await waiting();
  await db.poll.update({ where: { number }, data: { version: { increment: 1 } } });
  const back = (version: number) =>
    returnDraft(speaker, { number, version, note: 'Die Kosten der Bank fehlen.' });
  expect(await back(0)).toMatchObject({ code: 'voting-drafts.refused.writtenAnew' });
  expect(await findCheck(author, number)).toMatchObject({ step: 'waits', note: '' });
  expect(await back(1)).toMatchObject({ ok: true });
});

describe('where nobody else can check', () => {
  it('the author does, and that stays with the poll', async () => {
    const number = await draft();
    expect(await scheduleAlone(author, all(number))).toMatchObject({
      code: 'voting-drafts.refused.someoneElse',
    });
    await db.roleGrant.deleteMany({ where: { userId: { not: author.id } } });
    expect(await scheduleAlone(author, all(number))).toMatchObject({ ok: true });
    expect(await db.poll.findUniqueOrThrow({ where: { number } })).toMatchObject({
      state: 'SCHEDULED',
      checkedById: author.id,
      checkedAlone: true,
    });
    expect(await actionsOf(number)).toEqual(['poll.scheduledAlone']);
  });
});

describe('strangers', () => {
  it('neither see nor move a draft', async () => {
    const number = await waiting();
    for (const nobody of [resident, await makeActor({ roles: ['COUNSELLOR'] })]) {
      await expect(giveToCheck(nobody, { number })).rejects.toThrow('NOT_FOUND');
      await expect(approvePoll(nobody, all(number))).rejects.toThrow('NOT_FOUND');
      await expect(returnDraft(nobody, { number, version: 0, note: 'nein' })).rejects.toThrow(
        'NOT_FOUND',
      );
      await expect(scheduleAlone(nobody, all(number))).rejects.toThrow('NOT_FOUND');
      await expect(getDraftToCheck(nobody, number)).rejects.toThrow('NOT_FOUND');
      await expect(listDraftsToCheck(nobody)).rejects.toThrow('NOT_FOUND');
    }
    await expect(approvePoll(makeGuest(), all(number))).rejects.toThrow('SIGN_IN_REQUIRED');
    // Somebody of the Forum checks, but neither writes nor hands over.
    await expect(giveToCheck(speaker, { number })).rejects.toThrow('NOT_FOUND');
    await expect(getDraftToCheck(speaker, await draft())).rejects.toThrow('NOT_FOUND');
  });
});
