import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { system } from '@/lib/accounts/actor';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { newCode } from '@/lib/core/tokens';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { getToday } from '@/lib/office/queries';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeOffice } from '@/lib/testing/factories';
import { mailsAsSent } from '@/lib/testing/mails';
import { ownerDb } from '@/lib/testing/owner';
import { makePoll } from '@/lib/voting/samples';
import { sealPoll } from '../commands';
import { getPollForOffice } from '../prepare/queries';
import { getPoll, getPollPage } from '../queries';
import { castBallot } from '../vote/commands';
import { findReceipt } from '../vote/queries';
import { agreeToStop, askToStop, dropStop, stopAlone } from './commands';
import { findLateStop, findStop, listStopsToAgree } from './queries';
import { cancelByTwo, stopByTwo } from './samples';

testDatabase();

const reason = 'Der Spielplatz wird im Frühjahr verlegt.';
const why = 'Die Fläche gehört der Bahn. Das sagt das Bauamt.';
let staff: Actor;
let colleague: Actor;
let resident: Actor;

beforeEach(async () => {
  await ownerDb.$executeRaw`TRUNCATE polls CASCADE`;
  await db.outgoingMail.deleteMany();
  await db.user.deleteMany();
  await makeOffice();
  staff = await makeActor({ roles: ['COORDINATOR'] });
  resident = await makeActor();
});

afterEach(() => moveClock(null));

const vote = async (poll: number, choices: string[], receipt = newCode(26)) =>
  castBallot(await makeActor(), { poll, step: 'cast', choices, age: true }, receipt);
const waitingIn = (number: number) =>
  db.pollStop.findFirstOrThrow({ where: { poll: { number }, settledAt: null } });
const actionsOf = async (number: number) => {
  const { id } = await db.poll.findUniqueOrThrow({ where: { number } });
  const entries = await db.auditEntry.findMany({
    where: { subjectId: id },
    orderBy: { id: 'asc' },
  });
  return entries.map(({ action }) => action);
};

async function asked(): Promise<{ number: number; stop: string }> {
  colleague = await makeActor({ roles: ['REPRESENTATIVE'] });
  const { number } = await makePoll();
  expect(await askToStop(staff, { number, option: null, reason })).toMatchObject({ ok: true });
  return { number, stop: (await waitingIn(number)).id };
}

it('nobody is named as the reason why something of a poll goes', async () => {
  const { number, optionIds } = await makePoll();
  const named = { number, reason: 'Herr Krause will das nicht mehr.' };
  const code = 'outreach-rounds.trace.name';
  expect(await askToStop(staff, { ...named, option: null })).toMatchObject({
    ...{ code, field: 'reason' },
  });
  expect(await askToStop(staff, { ...named, option: optionIds[0] ?? '' })).toMatchObject({
    ...{ code, field: 'why' },
  });
});

describe('calling a poll off', () => {
  it('is not agreed to by whoever was given the right after it was asked for', async () => {
    const { number, stop } = await asked();
    const second = await makeActor({ roles: ['REPRESENTATIVE'] });
    await ownerDb.roleGrant.updateMany({
      where: { userId: second.id },
      data: { grantedAt: new Date(Date.now() + 1000) },
    });
    expect(await agreeToStop(second, { number, stop })).toMatchObject({
      code: 'voting-drafts.refused.newRight',
    });
    expect(await agreeToStop(colleague, { number, stop })).toMatchObject({ ok: true });
  });

  it('is agreed to as it was read: called off is not void', async () => {
    const { number, stop } = await asked();
    const read = { number, stop, kind: 'annul' as const };
    expect(await agreeToStop(colleague, read)).toMatchObject({ code: CHANGED_MEANWHILE });
    expect(await agreeToStop(colleague, { ...read, kind: 'cancel' })).toMatchObject({
      value: { stopped: 'cancel' },
    });
  });

  it('waits for somebody else and changes nothing before', async () => {
    const { number, stop } = await asked();
    expect(await getPoll(number)).toMatchObject({ phase: 'open', cancelReason: '' });
    expect(await vote(number, ['abstain'])).toMatchObject({ ok: true });
    expect(await findStop(staff, number)).toMatchObject({ step: 'waits', kind: 'cancel', reason });
    expect(await findStop(colleague, number)).toMatchObject({ step: 'agree' });
    expect(await listStopsToAgree(colleague)).toMatchObject([{ number }]);
    expect(await listStopsToAgree(staff)).toEqual([]);
    expect(await agreeToStop(staff, { number, stop })).toMatchObject({
      code: 'voting-drafts.refused.ownStop',
    });
    expect(await stopAlone(staff, { number, stop })).toMatchObject({
      code: 'voting-drafts.refused.someoneElse',
    });
    expect((await getPoll(number)).phase).toBe('open');
    expect(await agreeToStop(colleague, { number, stop })).toMatchObject({ ok: true });
    expect(await getPoll(number)).toMatchObject({
      ...{ phase: 'cancelled', cancelReason: reason, stoppedAlone: [] },
    });
    expect(await actionsOf(number)).toEqual(['poll.stopAsked', 'poll.cancelled']);
    expect(await agreeToStop(colleague, { number, stop })).toMatchObject({
      code: 'voting-drafts.refused.stopSettled',
    });
  });

  it('is told to the Forum, and to colleagues on their first page', async () => {
    const other = await makeActor({ roles: ['ADMIN'] });
    const { number } = await asked();
    const [mail] = await db.outgoingMail.findMany();
    expect(mail).toMatchObject({ recipient: colleague.email });
    expect(mail?.text).toContain(`/abstimmungen/pruefen/${number}`);
    expect(mail?.text).not.toContain(reason);
    const kinds = async (actor: Actor) =>
      (await getToday(actor)).groups.flatMap(({ tasks }) => tasks.map((task) => task.kind));
    expect(await kinds(other)).toContain('stop');
    expect(await kinds(staff)).not.toContain('stop');
  });

  it('can be taken back, and refused by somebody else; then something new can be asked', async () => {
    const { number, stop } = await asked();
    expect(await askToStop(staff, { number, option: null, reason })).toMatchObject({
      code: 'voting-drafts.refused.stopWaits',
    });
    expect(await dropStop(staff, { number, stop })).toMatchObject({ ok: true });
    expect(await findStop(staff, number)).toBeNull();
    await askToStop(staff, { number, option: null, reason });
    const again = (await waitingIn(number)).id;
    expect(await dropStop(colleague, { number, stop: again })).toMatchObject({ ok: true });
    expect(await agreeToStop(colleague, { number, stop: again })).toMatchObject({ ok: false });
    expect((await getPoll(number)).phase).toBe('open');
  });

  it('is done by one person where nobody else could, and everybody reads so', async () => {
    const { number } = await makePoll();
    await askToStop(staff, { number, option: null, reason });
    const stop = (await waitingIn(number)).id;
    expect(await findStop(staff, number)).toMatchObject({ step: 'alone' });
    expect(await agreeToStop(staff, { number, stop })).toMatchObject({ ok: false });
    expect(await stopAlone(staff, { number, stop })).toMatchObject({ ok: true });
    expect(await getPollPage(number)).toMatchObject({ phase: 'cancelled', stoppedAlone: [null] });
  });

  it('says of each stop by itself who decided it', async () => {
    const { number, optionIds } = await makePoll();
    const [option = ''] = optionIds;
    await askToStop(staff, { number, option, reason });
    await stopAlone(staff, { number, stop: (await waitingIn(number)).id });
    await cancelByTwo(staff, { number, reason });
    const { rule, stoppedAlone } = await getPollPage(number);
    const { label } = rule.options.find(({ id }) => id === option) ?? {};
    expect(stoppedAlone).toEqual([label]);
  });

  it('destroys the papers uncounted and tells the owner of a receipt', async () => {
    const poll = await makePoll();
    const receipt = newCode(26);
    await vote(poll.number, ['abstain'], receipt);
    expect(await cancelByTwo(staff, { number: poll.number, reason })).toMatchObject({ ok: true });
    expect(await ownerDb.ballot.count({ where: { pollId: poll.id } })).toBe(0);
    expect(await findReceipt(receipt)).toMatchObject({ poll: { phase: 'cancelled' } });
    expect(await cancelByTwo(staff, { number: poll.number, reason })).toMatchObject({
      code: 'voting.refused.notCancellable',
    });
  });

  it('declares a sealed poll void as long as nothing is counted; its box stays shut', async () => {
    const poll = await makePoll({ columns: { channels: ['WEB', 'PAPER'] } });
    const receipt = newCode(26);
    await vote(poll.number, ['abstain'], receipt);
    await moveClock(poll.closesAt);
    await sealPoll(system, poll.id);
    const shown = await getPollForOffice(staff, poll.number);
    expect(shown).toMatchObject({ isUncounted: true, poll: { phase: 'counting' } });
    expect(await cancelByTwo(staff, { number: poll.number, reason })).toMatchObject({ ok: true });
    expect(await getPollPage(poll.number)).toMatchObject({
      ...{ phase: 'annulled', cancelReason: reason, result: null },
    });
    expect(await findReceipt(receipt)).toMatchObject({ poll: { phase: 'annulled' } });
    expect(await ownerDb.ballot.count({ where: { pollId: poll.id } })).toBe(1);
    expect(await actionsOf(poll.number)).toContain('poll.annulled');
  });

  it('comes too late once it is counted, also where somebody had asked before', async () => {
    const { number, stop } = await asked();
    const poll = await db.poll.findUniqueOrThrow({ where: { number } });
    await moveClock(poll.closesAt);
    await sealPoll(system, poll.id);
    expect(await findStop(colleague, number)).toBeNull();
    expect(await findLateStop(colleague, number)).toMatchObject({ option: '' });
    for (const act of [agreeToStop, dropStop]) {
      expect(await act(colleague, { number, stop })).toMatchObject({
        code: 'voting-drafts.refused.stopSettled',
      });
    }
    expect(await listStopsToAgree(colleague)).toEqual([]);
    expect(await actionsOf(number)).toContain('poll.stopLate');
    const [row] = await db.pollStop.findMany({ where: { id: stop } });
    expect(row).toMatchObject({ agreed: false, late: true, settledById: null });
  });

  it('that came too late is owed to nobody any more, and told to whoever knew of it', async () => {
    await makeActor({ roles: ['REPRESENTATIVE'], email: null });
    const { number, stop } = await asked();
    const calls = () => db.callListItem.findMany({ where: { aboutId: stop, doneAt: null } });
    expect(await calls()).toHaveLength(1);
    await db.outgoingMail.deleteMany();
    const { id, closesAt } = await db.poll.findUniqueOrThrow({ where: { number } });
    await moveClock(closesAt);
    await sealPoll(system, id);
    // Nobody was called yet, so nobody needs to be called about that.
    expect(await calls()).toEqual([]);
    const mails = await mailsAsSent({});
    expect(mails.map(({ recipient }) => recipient).sort()).toEqual(
      [colleague.email, staff.email].sort(),
    );
    expect(mails[0]?.text).toContain('es bleibt alles, wie es ist');
  });

  it('that came too late is told by a call to whoever was called', async () => {
    await makeActor({ roles: ['REPRESENTATIVE'], email: null });
    const { number, stop } = await asked();
    const where = { aboutId: stop };
    await db.callListItem.updateMany({ where, data: { doneAt: new Date() } });
    const { id, closesAt } = await db.poll.findUniqueOrThrow({ where: { number } });
    await moveClock(closesAt);
    await sealPoll(system, id);
    const calls = await db.callListItem.findMany({ where: { ...where, doneAt: null } });
    expect(calls.map(({ message }) => message).join()).toContain('es bleibt alles, wie es ist');
  });

  it('comes too late after the close', async () => {
    const { number, closesAt } = await makePoll();
    await moveClock(closesAt);
    expect(await askToStop(staff, { number, option: null, reason })).toMatchObject({ ok: false });
  });
});

describe('an option withdrawn by law', () => {
  it('cannot be named any more, and what was cast counts without it', async () => {
    const poll = await makePoll();
    const [swing = '', sail = ''] = poll.optionIds;
    await vote(poll.number, [swing]);
    await vote(poll.number, [swing]);
    await vote(poll.number, [sail]);
    const input = { number: poll.number, option: swing, reason: why };
    expect(await stopByTwo(staff, input)).toMatchObject({ value: { stopped: 'withdraw' } });
    expect(await vote(poll.number, [swing])).toMatchObject({ code: 'voting.error.withdrawn' });
    expect(await vote(poll.number, [sail])).toMatchObject({ ok: true });
    const shown = await getPoll(poll.number);
    expect(shown.withdrawn).toEqual([swing]);
    expect(shown.notes.map(({ text }) => text)).toEqual([
      `„Schaukel“ steht nicht mehr zur Wahl. ${why}`,
    ]);
    await moveClock(poll.closesAt);
    await sealPoll(system, poll.id);
    expect((await getPoll(poll.number)).result).toMatchObject({ ballots: 4, winners: [sail] });
    expect(await stopByTwo(staff, { ...input, option: sail })).toMatchObject({
      code: 'voting-drafts.refused.counted',
    });
  });

  it('leaves something to choose', async () => {
    const { number, optionIds } = await makePoll({ options: ['Ja', 'Nein'] });
    const option = optionIds[0] ?? '';
    expect(await askToStop(staff, { number, option, reason: why })).toMatchObject({
      code: 'voting-drafts.refused.nothingLeft',
    });
  });

  it('is one of this poll, and no draft’s', async () => {
    const poll = await makePoll();
    const other = await makePoll({ draft: true });
    const option = other.optionIds[0] ?? '';
    expect(await askToStop(staff, { number: poll.number, option, reason: why })).toMatchObject({
      field: 'option',
    });
    expect(await askToStop(staff, { number: other.number, option, reason: why })).toMatchObject({
      ok: false,
    });
  });
});

it("is the office's and the representation's business, and of this poll", async () => {
  const { number, stop } = await asked();
  const other = await makePoll();
  const foreign = { number: other.number, stop };
  expect(await agreeToStop(colleague, foreign)).toMatchObject({ ok: false });
  expect(await dropStop(colleague, foreign)).toMatchObject({ ok: false });
  const input = { number, option: null, reason };
  for (const act of [
    askToStop(resident, input),
    askToStop(colleague, input),
    agreeToStop(resident, { number, stop }),
    dropStop(resident, { number, stop }),
    stopAlone(colleague, { number, stop }),
  ]) {
    await expect(act).rejects.toThrow('NOT_FOUND');
  }
});
