import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { system } from '@/lib/accounts/actor';
import type { Actor } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { newCode } from '@/lib/core/tokens';
import { getProposal } from '@/lib/proposals/details/queries';
import { proposalRow } from '@/lib/proposals/rows.mjs';
import type { ProposalState } from '@/lib/proposals/types';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice } from '@/lib/testing/factories';
import { mailsAsSent } from '@/lib/testing/mails';
import { makePoll } from '@/lib/voting/samples';
import { correctStop } from '@/lib/voting/stop/commands';
import { cancelByTwo } from '@/lib/voting/stop/samples';
import { sealForgottenPolls, sealPoll } from '../../commands';
import { approvePoll } from '../../prepare/checking/commands';
import { CHECKED } from '../../prepare/checking/rules';
import { castBallot } from '../../vote/commands';
import { followDueOpenings, followOpening } from './commands';

testDatabase();

const HOUR_MS = 60 * 60 * 1000;
const reason = 'Der Spielplatz wird verlegt.';
let districtId = '';
let staff: Actor;
beforeAll(async () => {
  await makeOffice();
  districtId = (await makeDistrict()).id;
  staff = await makeActor({ roles: ['COORDINATOR'] });
});
afterEach(() => moveClock(null));

/** A proposal the Forum has spoken of, or that went another way. */
const decided = (state: ProposalState, contact: object) =>
  db.proposal.create({
    data: { ...proposalRow({ districtId, state, publishedAt: now() }), ...contact },
  });

const mailsTo = async (recipient: string) =>
  (await mailsAsSent({ recipient })).map(({ subject, text }) => `${subject} ${text}`);

describe('whoever wrote a proposal that a poll moves nowhere', () => {
  it.each<ProposalState>(['ADOPTED', 'IN_PROGRESS', 'MERGED', 'DECLINED'])(
    'hears of a poll about one that is %s, once, and when it is called off',
    async (state) => {
      const contactValue = `${newCode(12).toLowerCase()}@post.example`;
      const { id, number } = await decided(state, { contactKind: 'MAIL', contactValue });
      const opensAt = new Date(now().getTime() + HOUR_MS);
      const closesAt = new Date(opensAt.getTime() + HOUR_MS);
      const poll = await makePoll({
        ...{ proposalId: id, opensAt, closesAt, draft: true, columns: { readyAt: now() } },
      });
      const { number: of } = poll;
      await approvePoll(staff, { number: of, version: 0, checked: [...CHECKED] });
      expect(await mailsTo(contactValue)).toEqual([]);
      // Its own job is lost.
      await moveClock(opensAt);
      await followDueOpenings(system);
      await Promise.all([followOpening(system, poll.id), followDueOpenings(system)]);
      const [opened = '', ...more] = await mailsTo(contactValue);
      expect(more).toEqual([]);
      expect(opened).toContain(`Abstimmung über Ihren Vorschlag Nr. ${number}`);
      expect(opened).toContain(poll.question);
      expect(await db.proposal.count({ where: { number, state } })).toBe(1);
      await cancelByTwo(staff, { number: poll.number, reason });
      const [, calledOff = '', ...later] = await mailsTo(contactValue);
      expect(later).toEqual([]);
      expect(calledOff).toContain('Am Stand Ihres Vorschlags ändert das nichts');
      expect(calledOff).toContain(reason);
    },
  );
});

const mailed = () =>
  ({ contactKind: 'MAIL', contactValue: `${newCode(12).toLowerCase()}@post.example` }) as const;

/** A poll about such a proposal whose opening nobody followed until it was counted. */
async function unfollowed(state: Parameters<typeof decided>[0]) {
  const contact = mailed();
  const { id } = await decided(state, contact);
  const opensAt = new Date(now().getTime() + HOUR_MS);
  const closesAt = new Date(opensAt.getTime() + HOUR_MS);
  const poll = await makePoll({
    ...{ proposalId: id, opensAt, closesAt, draft: true, columns: { readyAt: now() } },
  });
  await approvePoll(staff, { number: poll.number, version: 0, checked: [...CHECKED] });
  await moveClock(closesAt);
  await sealPoll(system, poll.id);
  return { ...contact, id, poll, closesAt };
}

describe('whoever wrote a proposal that is voted about', () => {
  async function votedAbout(state: ProposalState, contact: object, voters: number) {
    const { id, number } = await decided(state, contact);
    const columns = { readyAt: now(), question: `Bank oder Baum ${newCode(6)}?` };
    const closesAt = new Date(now().getTime() + HOUR_MS);
    const poll = await makePoll({ proposalId: id, closesAt, draft: true, columns });
    await approvePoll(staff, { number: poll.number, version: 0, checked: [...CHECKED] });
    const [first = ''] = poll.optionIds;
    for (let voter = 0; voter < voters; voter += 1) {
      const vote = { poll: poll.number, step: 'cast', choices: [first], age: true } as const;
      await castBallot(await makeActor(), { ...vote, choices: [first] }, newCode(26));
    }
    return { id, number, poll, closesAt };
  }

  it.each<ProposalState>(['IN_FORUM', 'IN_PROGRESS'])(
    'hears what it decided, once, where it is %s',
    async (state) => {
      const contact = mailed();
      const { number, poll, closesAt } = await votedAbout(state, contact, 5);
      await moveClock(closesAt);
      await Promise.all([sealPoll(system, poll.id), sealPoll(system, poll.id)]);
      await sealForgottenPolls(system);
      const [, result = '', ...more] = await mailsTo(contact.contactValue);
      expect(more).toEqual([]);
      expect(result).toContain(`Ergebnis der Abstimmung über Ihren Vorschlag Nr. ${number}`);
      expect(result).toContain(poll.question);
      expect(result).toMatch(/Empfohlen: .* \(5 Stimmzettel\)/);
    },
  );

  it('is called, in the place of what was still to be said of it', async () => {
    const phone = { contactKind: 'PHONE', contactValue: '03771 555-31' } as const;
    const { id, poll, closesAt } = await votedAbout('IN_PROGRESS', phone, 0);
    await moveClock(closesAt);
    await sealPoll(system, poll.id);
    const calls = await db.callListItem.findMany({ where: { caseId: id } });
    expect(calls.map(({ subject }) => subject.split(' ')[0])).toEqual(['Ergebnis']);
    expect(calls[0]?.message).toMatch(/keine Empfehlung|Keine Empfehlung/);
  });

  it.each([
    ['its job', (id: string) => followOpening(system, id)],
    ['what looks every minute', () => followDueOpenings(system)],
  ])('hears of both where %s follows the opening after the result', async (_, follow) => {
    const { poll, contactValue } = await unfollowed('IN_PROGRESS');
    expect(await mailsTo(contactValue)).toEqual([]);
    await follow(poll.id);
    await follow(poll.id);
    const [late = '', result = '', ...more] = await mailsTo(contactValue);
    expect([late.includes('gab es eine Abstimmung'), result.startsWith('Ergebnis')]).toEqual([
      true,
      true,
    ]);
    expect(more).toEqual([]);
  });

  it('hears of it late, and its proposal stays where it went since; after a month nobody looks any more', async () => {
    const { id, contactValue, closesAt } = await unfollowed('PUBLISHED');
    const since = { to: 'IN_FORUM', at: new Date(closesAt.getTime() + 1), by: 'office' } as const;
    await db.proposal.update({
      where: { id },
      data: { state: 'IN_FORUM', steps: { create: since } },
    });
    await followDueOpenings(system);
    expect(await db.proposal.count({ where: { id, state: 'IN_FORUM' } })).toBe(1);
    expect(await mailsTo(contactValue)).toHaveLength(2);
    const old = await unfollowed('PUBLISHED');
    await moveClock(new Date(old.closesAt.getTime() + 31 * DAY_MS));
    await followDueOpenings(system);
    expect(await mailsTo(old.contactValue)).toEqual([]);
  });
});

it('why a poll about it was called off is put right in its history, too, and forgotten there', async () => {
  const called = { contactKind: 'PHONE' as const, contactValue: '030 23125-188' };
  const { id, number } = await decided('PUBLISHED', called);
  const poll = await makePoll({ proposalId: id, draft: true, columns: { readyAt: now() } });
  await approvePoll(staff, { number: poll.number, version: 0, checked: [...CHECKED] });
  // Another poll about it was called off for the same reason before.
  const earlier = {
    to: 'PUBLISHED' as const,
    by: 'poll',
    note: reason,
    audience: 'PUBLIC' as const,
  };
  const at = new Date(now().getTime() - DAY_MS);
  await db.proposalStep.create({ data: { ...earlier, proposalId: id, at } });
  await cancelByTwo(staff, { number: poll.number, reason });
  const { version } = await db.poll.findUniqueOrThrow({ where: { id: poll.id } });
  const right = 'Die Fläche gehört der Bahn.';
  const why = 'Hier stand ein Name.';
  const better = { number: poll.number, version, text: right, reason: why, forget: false };
  expect(await correctStop(staff, better)).toMatchObject({ ok: true });
  const last = async () => (await getProposal({ locale: 'de' }, number))?.history.at(-1);
  expect(await last()).toMatchObject({ note: right, corrections: [{ reason: why }] });
  const steps = await db.proposalStep.findMany({ where: { proposalId: id, by: 'poll' } });
  expect(steps.filter(({ note }) => note === reason).map((step) => step.at)).toEqual([at]);
  const [call] = await db.callListItem.findMany({ where: { caseId: id } });
  expect(call?.message).toContain(right);
  const clean = 'Die Fläche wird gebraucht.';
  const forgotten = { ...better, version: version + 1, text: clean, forget: true };
  expect(await correctStop(staff, forgotten)).toMatchObject({ ok: true });
  expect((await last())?.note).toBe(clean);
  const subjectId = { in: steps.map((step) => step.id) };
  const kept = await db.correction.findMany({ where: { subjectId }, orderBy: { version: 'asc' } });
  expect(kept.map((one) => one.earlier)).toEqual([{ note: reason }, {}]);
});

it('why it was called off is put right in mails to its author that have not left, too', async () => {
  const contactValue = `${newCode(12).toLowerCase()}@post.example`;
  const { id } = await decided('PUBLISHED', { contactKind: 'MAIL', contactValue });
  const poll = await makePoll({ proposalId: id, draft: true, columns: { readyAt: now() } });
  await approvePoll(staff, { number: poll.number, version: 0, checked: [...CHECKED] });
  await cancelByTwo(staff, { number: poll.number, reason });
  const said = async () => (await mailsTo(contactValue)).join();
  expect(await said()).toContain(reason);
  const { version } = await db.poll.findUniqueOrThrow({ where: { id: poll.id } });
  const better = { number: poll.number, version, text: 'Die Fläche gehört der Bahn.' };
  const why = { reason: 'Hier stand ein Name.', forget: true };
  expect(await correctStop(staff, { ...better, ...why })).toMatchObject({ ok: true });
  expect(await said()).toContain(better.text);
  expect(await said()).not.toContain(reason);
});
