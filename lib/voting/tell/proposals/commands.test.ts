import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { system } from '@/lib/accounts/actor';
import type { Actor } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { newCode } from '@/lib/core/tokens';
import { makeSession, putOnAgenda } from '@/lib/forum/samples';
import { longDateTime } from '@/lib/i18n/dates';
import { getProposal } from '@/lib/proposals/details/queries';
import { decideProposal } from '@/lib/proposals/review/commands';
import { proposalRow } from '@/lib/proposals/rows.mjs';
import type { ProposalState } from '@/lib/proposals/types';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice } from '@/lib/testing/factories';
import { mailsAsSent } from '@/lib/testing/mails';
import { proposalSeenNow } from '@/lib/testing/seen';
import { bothBefore, unlocked } from '@/lib/testing/without-guards';
import { makePoll } from '@/lib/voting/samples';
import { cancelByTwo } from '@/lib/voting/stop/samples';
import { sealPoll } from '../../commands';
import { approvePoll } from '../../prepare/checking/commands';
import { CHECKED } from '../../prepare/checking/rules';
import { castBallot } from '../../vote/commands';
import { followDueOpenings, followOpening } from './commands';
import { findPollOutcome, findWaitingProposal } from './queries';

testDatabase();

const HOUR_MS = 60 * 60 * 1000;
const viewer = { locale: 'de' };
const reason = 'Der Spielplatz wird verlegt.';
let districtId = '';
let staff: Actor;

beforeAll(async () => {
  await makeOffice();
  districtId = (await makeDistrict()).id;
  staff = await makeActor({ roles: ['COORDINATOR'] });
});

afterEach(() => moveClock(null));

async function heldSession(number: number): Promise<string> {
  const { id } = await makeSession({ state: 'HELD', inDays: -3 });
  await putOnAgenda(id, number);
  return id;
}

async function proposal(state: ProposalState = 'IN_FORUM', contact: object = {}) {
  const at = now();
  return db.proposal.create({
    data: {
      ...proposalRow({ districtId, state, stateSince: at, publishedAt: at }),
      ...contact,
      steps: { create: { to: state, at: new Date(at.getTime() - HOUR_MS), by: 'office' } },
    },
  });
}

const draftAbout = (proposalId: string, times: { opensAt?: Date; closesAt?: Date } = {}) => {
  const question = `Was soll zuerst auf den Platz ${newCode(6)}?`;
  return makePoll({ proposalId, draft: true, columns: { readyAt: now(), question }, ...times });
};

const schedulePoll = (who: Actor, { number }: { number: number }) =>
  approvePoll(who, { number, version: 0, checked: [...CHECKED] });

const stateOf = async (number: number) =>
  (await db.proposal.findUniqueOrThrow({ where: { number } })).state;

describe('a poll about a proposal', () => {
  it.each<ProposalState>(['PUBLISHED', 'IN_FORUM'])('takes it along from %s', async (from) => {
    const { id, number } = await proposal(from);
    const poll = await draftAbout(id);
    await schedulePoll(staff, { number: poll.number });
    const page = await getProposal(viewer, number);
    expect(page?.state).toBe('IN_VOTE');
    expect(page?.history.at(-1)).toMatchObject({ to: 'IN_VOTE', by: 'poll', note: poll.question });
    expect(page?.standing.isVoteOver).toBe(false);
    const audit = await db.auditEntry.findMany({ where: { subjectId: id } });
    expect(audit.map(({ action }) => action)).toEqual(['proposal.putToVote']);
  });

  it.each<ProposalState>(['ADOPTED', 'IN_PROGRESS', 'DECLINED', 'WITHDRAWN', 'MERGED'])(
    'leaves it alone at %s',
    async (state) => {
      const { id, number } = await proposal(state);
      await schedulePoll(staff, { number: (await draftAbout(id)).number });
      expect(await stateOf(number)).toBe(state);
    },
  );

  it('waits for the opening, and opening twice is one step', async () => {
    const { id, number } = await proposal();
    const opensAt = new Date(now().getTime() + HOUR_MS);
    const closesAt = new Date(now().getTime() + 2 * HOUR_MS);
    const poll = await draftAbout(id, { opensAt, closesAt });
    await schedulePoll(staff, { number: poll.number });
    expect(await stateOf(number)).toBe('IN_FORUM');
    const jobs = await db.$queryRaw<{ run_at: Date }[]>`
      SELECT run_at FROM graphile_worker.jobs WHERE task_identifier = 'open-poll'`;
    expect(jobs.map((job) => job.run_at)).toEqual([opensAt]);
    await followOpening(system, poll.id);
    expect(await stateOf(number)).toBe('IN_FORUM');
    await moveClock(opensAt);
    await Promise.all([followOpening(system, poll.id), followOpening(system, poll.id)]);
    expect(await stateOf(number)).toBe('IN_VOTE');
    expect(await db.proposalStep.count({ where: { proposalId: id, to: 'IN_VOTE' } })).toBe(1);
  });

  it('is followed every minute too where its job is lost, and never twice', async () => {
    const { id, number } = await proposal();
    const opensAt = new Date(now().getTime() + HOUR_MS);
    const poll = await draftAbout(id, { opensAt, closesAt: new Date(opensAt.getTime() + HOUR_MS) });
    await schedulePoll(staff, { number: poll.number });
    await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    await followDueOpenings(system);
    expect(await stateOf(number)).toBe('IN_FORUM');
    await moveClock(opensAt);
    await Promise.all([followDueOpenings(system), followDueOpenings(system)]);
    expect(await stateOf(number)).toBe('IN_VOTE');
    // Whatever became of it since is somebody's decision.
    await db.proposal.update({ where: { id }, data: { state: 'PUBLISHED' } });
    await followDueOpenings(system);
    expect(await stateOf(number)).toBe('PUBLISHED');
    expect(await db.proposalStep.count({ where: { proposalId: id, to: 'IN_VOTE' } })).toBe(1);
  });

  it('is about another proposal than before where a second one opens, so nobody decides by the first', async () => {
    const { id, number } = await proposal();
    const times = { opensAt: new Date(now().getTime() - HOUR_MS) };
    const first = await draftAbout(id, times);
    await schedulePoll(staff, { number: first.number });
    const seen = await proposalSeenNow(number);
    const second = await draftAbout(id, times);
    await schedulePoll(staff, { number: second.number });
    expect(await stateOf(number)).toBe('IN_VOTE');
    expect(await proposalSeenNow(number)).toBeGreaterThan(seen);
  });

  it('would be two steps without the lock (red twin)', async () => {
    const { id } = await proposal();
    const opensAt = new Date(now().getTime() + HOUR_MS);
    const poll = await draftAbout(id, { opensAt, closesAt: new Date(opensAt.getTime() + HOUR_MS) });
    await schedulePoll(staff, { number: poll.number });
    await moveClock(opensAt);
    const follow = () => followOpening(system, poll.id);
    // Without noting first, and all at once, that its authors are told: that also makes one wait for the other.
    const blind = (said: string) =>
      unlocked(said).replace(
        /(^UPDATE .*"polls".* WHERE )(.*"authors_told_at" IS NULL)/s,
        '$1FALSE AND $2',
      );
    const both = () => Promise.all([follow(), follow()]);
    await bothBefore(/^UPDATE \S*"proposals"/, blind, both);
    expect(await db.proposalStep.count({ where: { proposalId: id, to: 'IN_VOTE' } })).toBe(2);
  });

  it('moves nothing when it was called off before it opened', async () => {
    const { id, number } = await proposal();
    const opensAt = new Date(now().getTime() + HOUR_MS);
    const poll = await draftAbout(id, { opensAt, closesAt: new Date(opensAt.getTime() + HOUR_MS) });
    await schedulePoll(staff, { number: poll.number });
    await cancelByTwo(staff, { number: poll.number, reason });
    await moveClock(opensAt);
    await followOpening(system, poll.id);
    expect(await stateOf(number)).toBe('IN_FORUM');
  });
});

describe('whoever wrote a proposal', () => {
  const mailed = (locale = 'de') => ({
    contactKind: 'MAIL' as const,
    contactValue: `${newCode(12).toLowerCase()}@post.example`,
    locale,
  });
  const mailsTo = async ({ contactValue }: { contactValue: string }) =>
    (await mailsAsSent({ recipient: contactValue })).map(
      ({ subject, text }) => `${subject} ${text}`,
    );

  it('hears of a poll about it when it opens, once, in their language, and when it is called off', async () => {
    const contact = mailed('en');
    const { id, number } = await proposal('PUBLISHED', contact);
    const opensAt = new Date(now().getTime() + HOUR_MS);
    const poll = await draftAbout(id, { opensAt, closesAt: new Date(opensAt.getTime() + HOUR_MS) });
    await schedulePoll(staff, { number: poll.number });
    expect(await mailsTo(contact)).toEqual([]);
    await moveClock(opensAt);
    await Promise.all([followOpening(system, poll.id), followOpening(system, poll.id)]);
    const [opened = '', ...more] = await mailsTo(contact);
    expect(more).toEqual([]);
    expect(opened).toContain(`There is a poll about your proposal no. ${number}`);
    expect(opened).toContain(poll.question);
    await cancelByTwo(staff, { number: poll.number, reason });
    const [, calledOff = ''] = await mailsTo(contact);
    expect(calledOff).toContain(`The poll about your proposal no. ${number} is called off`);
    expect(calledOff).toContain(reason);
  });

  it('is called as long as one can vote, and not sent to a box that is shut', async () => {
    const called = { contactKind: 'PHONE' as const, contactValue: '030 23125-166' };
    const { id } = await proposal('IN_FORUM', called);
    const closesAt = new Date(now().getTime() + HOUR_MS);
    const poll = await draftAbout(id, { closesAt });
    await schedulePoll(staff, { number: poll.number });
    expect(await db.callListItem.findMany({ where: { caseId: id } })).toMatchObject([
      { kind: 'PHONE', contact: called.contactValue, endsAt: closesAt },
    ]);
  });

  it('hears of each of two polls, and which of them does not take place', async () => {
    const contact = mailed();
    const { id } = await proposal('PUBLISHED', contact);
    const ends = [1, 2].map((hours) => new Date(now().getTime() + hours * HOUR_MS));
    const polls: number[] = [];
    for (const [index, closesAt] of ends.entries()) {
      const question = `Welche Farbe, Teil ${index + 1}?`;
      const columns = { readyAt: now(), question };
      const poll = await makePoll({ proposalId: id, draft: true, columns, closesAt });
      await schedulePoll(staff, { number: poll.number });
      for (const _twice of [1, 2]) await followOpening(system, poll.id);
      polls.push(poll.number);
    }
    const opened = await mailsTo(contact);
    expect(opened.map((text) => /Teil \d/.exec(text)?.[0])).toEqual(['Teil 1', 'Teil 2']);
    await cancelByTwo(staff, { number: polls[1] ?? 0, reason });
    const [, , goesOn = '', ...more] = await mailsTo(contact);
    expect(more).toEqual([]);
    expect(goesOn).toMatch(/findet eine nicht statt/);
    expect(goesOn).toContain(longDateTime(ends[0] as Date, 'de'));
  });

  it('is owed what is owed about the proposal itself beside what is told about the poll', async () => {
    const called = { contactKind: 'PHONE' as const, contactValue: '030 23125-177' };
    const { id } = await proposal('PUBLISHED', called);
    const call = { kind: 'PHONE' as const, person: '', contact: called.contactValue };
    const owed = { ...call, caseId: id, subject: 'Ihr Vorschlag ist veröffentlicht', message: '' };
    await db.callListItem.create({ data: { ...owed, dueAt: now() } });
    const poll = await draftAbout(id);
    await schedulePoll(staff, { number: poll.number });
    const about = async () =>
      (
        await db.callListItem.findMany({ where: { caseId: id }, orderBy: { createdAt: 'asc' } })
      ).map(({ aboutId }) => aboutId);
    expect(await about()).toEqual([null, poll.id]);
    await cancelByTwo(staff, { number: poll.number, reason });
    expect(await about()).toEqual([null, poll.id]);
  });

  it('hears that a vote that was held is void', async () => {
    const contact = mailed();
    const { id } = await proposal('PUBLISHED', contact);
    const closesAt = new Date(now().getTime() + HOUR_MS);
    const columns = { readyAt: now(), channels: ['WEB' as const, 'PAPER' as const] };
    const poll = await makePoll({ proposalId: id, draft: true, columns, closesAt });
    await schedulePoll(staff, { number: poll.number });
    await moveClock(closesAt);
    await sealPoll(system, poll.id);
    await cancelByTwo(staff, { number: poll.number, reason });
    expect((await mailsTo(contact)).at(-1)).toMatch(/ist ungültig und wird nicht ausgezählt/);
  });

  it('hears that there was a poll where its opening is followed too late', async () => {
    const contact = mailed();
    const { id } = await proposal('PUBLISHED', contact);
    const opensAt = new Date(now().getTime() + HOUR_MS);
    const closesAt = new Date(opensAt.getTime() + HOUR_MS);
    const poll = await draftAbout(id, { opensAt, closesAt });
    await schedulePoll(staff, { number: poll.number });
    await moveClock(new Date(closesAt.getTime() + HOUR_MS));
    await followOpening(system, poll.id);
    const [late = ''] = await mailsTo(contact);
    expect(late).toMatch(/gab es eine Abstimmung/);
  });
});

describe('calling it off', () => {
  it('takes the proposal back to where it was, with the reason', async () => {
    const { id, number } = await proposal();
    const poll = await draftAbout(id);
    await schedulePoll(staff, { number: poll.number });
    await cancelByTwo(staff, { number: poll.number, reason });
    const page = await getProposal(viewer, number);
    expect(page?.state).toBe('IN_FORUM');
    expect(page?.history.at(-1)).toMatchObject({ to: 'IN_FORUM', by: 'poll', note: reason });
  });

  it('leaves it at the vote while another poll about it goes on', async () => {
    const { id, number } = await proposal();
    const [first, second] = [await draftAbout(id), await draftAbout(id)];
    await schedulePoll(staff, { number: first.number });
    await schedulePoll(staff, { number: second.number });
    await cancelByTwo(staff, { number: first.number, reason });
    expect(await stateOf(number)).toBe('IN_VOTE');
    await cancelByTwo(staff, { number: second.number, reason });
    expect(await stateOf(number)).toBe('IN_FORUM');
  });

  it('leaves the end of the one that goes on, also where that is earlier', async () => {
    const { id, number } = await proposal();
    const ends = [1, 2].map((hours) => new Date(now().getTime() + hours * HOUR_MS));
    const [first, second] = [
      await draftAbout(id, { closesAt: ends[0] as Date }),
      await draftAbout(id, { closesAt: ends[1] as Date }),
    ];
    for (const poll of [first, second]) await schedulePoll(staff, { number: poll.number });
    const end = async () =>
      (await db.proposal.findUniqueOrThrow({ where: { number } })).voteClosesAt;
    expect(await end()).toEqual(ends[1]);
    await cancelByTwo(staff, { number: second.number, reason });
    expect(await stateOf(number)).toBe('IN_VOTE');
    expect(await end()).toEqual(ends[0]);
  });

  it('goes by no poll the Forum was done with before', async () => {
    const { id, number } = await proposal();
    const first = await draftAbout(id);
    await schedulePoll(staff, { number: first.number });
    await moveClock(first.closesAt);
    await sealPoll(system, first.id);
    const seen = async () => ({ number, seen: await proposalSeenNow(number) });
    const given = { sessionId: await heldSession(number), note: 'Später noch einmal' };
    await decideProposal(staff, { ...(await seen()), step: 'hold', given });
    await moveClock(new Date(first.closesAt.getTime() + HOUR_MS));
    await decideProposal(staff, { ...(await seen()), step: 'reopen', given: { note: reason } });
    const from = await stateOf(number);
    const opensAt = new Date(now().getTime() - 1000);
    const second = await draftAbout(id, { closesAt: new Date(now().getTime() + HOUR_MS) });
    await db.poll.update({ where: { id: second.id }, data: { opensAt } });
    await schedulePoll(staff, { number: second.number });
    expect(await stateOf(number)).toBe('IN_VOTE');
    expect(await findPollOutcome(staff, number)).toBeNull();
    expect(await findWaitingProposal(staff, first.number)).toBeNull();
    await cancelByTwo(staff, { number: second.number, reason });
    expect(await stateOf(number)).toBe(from);
  });

  it('does not touch what the Forum has decided already', async () => {
    const { id, number } = await proposal();
    const poll = await draftAbout(id);
    await schedulePoll(staff, { number: poll.number });
    const given = { sessionId: await heldSession(number), note: 'einstimmig' };
    await decideProposal(staff, {
      number,
      step: 'adopt',
      seen: await proposalSeenNow(number),
      given,
    });
    await cancelByTwo(staff, { number: poll.number, reason });
    expect(await stateOf(number)).toBe('ADOPTED');
  });
});

describe('after the count', () => {
  it('the Forum decides: numbers are offered, nothing moves by itself', async () => {
    const { id, number } = await proposal();
    const poll = await draftAbout(id);
    await schedulePoll(staff, { number: poll.number });
    const [first = ''] = poll.optionIds;
    const vote = { poll: poll.number, step: 'cast', choices: [first], age: true } as const;
    await castBallot(await makeActor(), { ...vote, choices: [first] }, newCode(26));
    expect(await findPollOutcome(staff, number)).toBeNull();
    await moveClock(poll.closesAt);
    await sealPoll(system, poll.id);
    expect(await findPollOutcome(staff, number)).toEqual({
      number: poll.number,
      ballots: 1,
      // One ballot is nobody's business but one's own, not even the office's.
      numbers: null,
    });
    expect((await getProposal(viewer, number))?.standing).toMatchObject({
      state: 'IN_VOTE',
      isVoteOver: true,
    });
    expect(await findWaitingProposal(staff, poll.number)).toMatchObject({ number });
    const given = { sessionId: await heldSession(number), note: '1 von 1 dafür' };
    await decideProposal(staff, {
      number,
      step: 'hold',
      seen: await proposalSeenNow(number),
      given,
    });
    expect(await stateOf(number)).toBe('ON_HOLD');
    expect(await findWaitingProposal(staff, poll.number)).toBeNull();
  });

  it("is the office's business", async () => {
    const resident = await makeActor();
    await expect(findPollOutcome(resident, 1)).rejects.toThrow('NOT_FOUND');
    await expect(findWaitingProposal(resident, 1)).rejects.toThrow('NOT_FOUND');
  });
});
