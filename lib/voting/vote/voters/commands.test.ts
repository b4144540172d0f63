import { beforeAll, describe, expect, it } from 'vitest';
import { system } from '@/lib/accounts/actor';
import type { Actor } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { db, submittedForm } from '@/lib/core/db';
import { newCode, newFormToken } from '@/lib/core/tokens';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeOffice } from '@/lib/testing/factories';
import { mailsAsSent } from '@/lib/testing/mails';
import { ownerDb } from '@/lib/testing/owner';
import { makePoll } from '@/lib/voting/samples';
import { sealPoll } from '../../commands';
import { castBallot } from '../commands';
import { setForumRight } from './commands';
import { countForumRights, findNewVoters, getOwnVoter } from './queries';

testDatabase();

let staff: Actor;

beforeAll(async () => {
  await makeOffice();
  staff = await makeActor({ roles: ['COORDINATOR'] });
});

const hasRight = async (person: Actor) => (await getOwnVoter(person)).forumRight;

describe('the right to vote in the Forum', () => {
  it('is given and taken by address, each written down', async () => {
    const person = await makeActor();
    const who = ` ${person.email?.toUpperCase()} `;
    expect(await setForumRight(staff, { who, right: 'give' })).toMatchObject({ ok: true });
    expect(await hasRight(person)).toBe(true);
    expect(await countForumRights(staff)).toBe(1);
    expect(await setForumRight(staff, { who, right: 'take' })).toMatchObject({ ok: true });
    expect(await hasRight(person)).toBe(false);
    // Nothing changes, and yet it says that there is such a person.
    expect(await setForumRight(staff, { who, right: 'take' })).toMatchObject({ ok: true });
    const entries = await db.auditEntry.findMany({ where: { subjectId: person.id } });
    expect(entries.map(({ action }) => action).sort()).toEqual([
      'forumRight.given',
      'forumRight.taken',
      'person.found',
    ]);
  });

  it('is told to whoever it is about, once, the way they can be reached', async () => {
    const mailed = await makeActor();
    const called = await makeActor({ email: null });
    const data = { reminderPhone: '03771 4444', displayName: 'Manfred' };
    await db.user.update({ where: { id: called.id }, data });
    const batch = await db.accessCardBatch.create({ data: { label: 'Haus 5', size: 1 } });
    const card = { batchId: batch.id, position: 1, codeHash: `${batch.id} 1`, userId: called.id };
    await db.accessCard.create({ data: card });
    for (const right of ['give', 'give', 'take'] as const) {
      for (const who of [mailed.email ?? '', `${batch.number}-1`]) {
        expect(await setForumRight(staff, { who, right })).toMatchObject({ ok: true });
      }
    }
    const mails = await mailsAsSent({ recipient: mailed.email ?? '' });
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Sie haben jetzt Stimmrecht im Forum',
      'Sie haben kein Stimmrecht im Forum mehr',
    ]);
    // The call that was not made yet gave way to what is so now.
    expect(await db.callListItem.findMany({ where: { accountId: called.id } })).toMatchObject([
      { contact: '03771 4444', subject: 'Sie haben kein Stimmrecht im Forum mehr' },
    ]);
  });

  it('is found by the number of a card, unless it is void or was never used', async () => {
    const person = await makeActor();
    const batch = await db.accessCardBatch.create({ data: { label: 'Haus 4', size: 3 } });
    const card = (position: number, more: { userId?: string; voidedAt?: Date }) =>
      db.accessCard.create({
        data: { batchId: batch.id, position, codeHash: `${batch.id} ${position}`, ...more },
      });
    await card(1, { userId: person.id });
    await card(2, {});
    await card(3, { userId: person.id, voidedAt: new Date() });
    const give = (position: number) =>
      setForumRight(staff, { who: `${batch.number}-${position}`, right: 'give' });
    expect(await give(2)).toMatchObject({ code: 'voting-drafts.refused.unknownVoter' });
    expect(await give(3)).toMatchObject({ ok: false });
    expect(await hasRight(person)).toBe(false);
    expect(await give(1)).toMatchObject({ ok: true });
    expect(await hasRight(person)).toBe(true);
  });

  it('is given once a misspelt address is put right in the same form', async () => {
    const person = await makeActor();
    const form = { token: newFormToken(now()), form: 'forum-right', at: now() };
    const send = (who: string) =>
      submittedForm.run({ ...form, content: who }, () =>
        setForumRight(staff, { who, right: 'give' }),
      );
    const unknown = { code: 'voting-drafts.refused.unknownVoter', field: 'who' };
    expect(await send('nobody@person.example')).toMatchObject(unknown);
    const inVain = { action: 'person.lookedForInVain', subjectId: staff.id };
    expect(await db.auditEntry.count({ where: inVain })).toBeGreaterThan(0);
    const right = person.email ?? '';
    const done = await send(right);
    expect([done.ok, await send(right), await hasRight(person)]).toEqual([true, done, true]);
  });

  it("is the office's business", async () => {
    const person = await makeActor();
    const input = { who: person.email ?? '', right: 'give' as const };
    for (const stranger of [person, await makeActor({ roles: ['REPRESENTATIVE'] })]) {
      await expect(setForumRight(stranger, input)).rejects.toThrow('NOT_FOUND');
      await expect(countForumRights(stranger)).rejects.toThrow('NOT_FOUND');
    }
  });
});

describe('accounts made while a poll was open', () => {
  it('are told to the office after its end, and never as a small number', async () => {
    const poll = await makePoll();
    const vote = async (made: Date) => {
      const person = await makeActor();
      await ownerDb.user.update({ where: { id: person.id }, data: { createdAt: made } });
      const choices = poll.optionIds.slice(0, 1);
      const ballot = { poll: poll.number, step: 'cast' as const, choices, age: true };
      expect(await castBallot(person, ballot, newCode(26))).toMatchObject({ ok: true });
    };
    const before = new Date(poll.opensAt.getTime() - 1);
    for (let voter = 0; voter < 8; voter += 1) await vote(before);
    for (let voter = 0; voter < 3; voter += 1) await vote(poll.opensAt);
    expect(await findNewVoters(staff, poll.number)).toBeNull();
    await moveClock(poll.closesAt);
    await sealPoll(system, poll.id);
    expect(await findNewVoters(staff, poll.number)).toEqual({ key: 'few' });
    await moveClock(null);
    await expect(findNewVoters(await makeActor(), poll.number)).rejects.toThrow('NOT_FOUND');
  });
});
