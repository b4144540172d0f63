import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { officeInstant, officeToday } from '@/lib/core/office-time';
import { newCode } from '@/lib/core/tokens';
import { makeCard, makeCardFor } from '@/lib/testing/cards';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeGuest } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { makePoll } from '@/lib/voting/samples';
import { stopByTwo } from '@/lib/voting/stop/samples';
import { castBallot } from '../commands';
import { givePaper } from '../papers/commands';
import { RECEIPT_LENGTH } from '../rules';
import { castAtDesk } from './commands';
import {
  admitCard,
  checkAtDesk,
  declareAtDesk,
  getDeskPage,
  openReceipt,
  sealReceipt,
} from './queries';
import { TICKET_MINUTES } from './rules';
import type { DeskPlace } from './types';

testDatabase();

const guest = makeGuest();
let coordinator: Actor;

beforeAll(async () => {
  coordinator = await makeActor({ roles: ['COORDINATOR'] });
});
afterEach(() => moveClock(null));

type Poll = Awaited<ReturnType<typeof makePoll>>;

const deskPoll = (changes: Parameters<typeof makePoll>[0] = {}) =>
  makePoll({
    ...changes,
    columns: { channels: ['WEB', 'KIOSK', 'PHONE', 'PAPER'], ...changes.columns },
  });

const box = (poll: Poll, key = 'round 1'): DeskPlace => ({
  channel: 'KIOSK',
  poll: poll.number,
  key,
  keeper: `box of ${poll.number}`,
});
const call = (poll: Poll, actor: Actor): DeskPlace => ({
  channel: 'PHONE',
  poll: poll.number,
  key: actor.sessionId,
  keeper: actor.id,
});

async function admitted(
  place: DeskPlace,
  code: string,
  who: Parameters<typeof admitCard>[0] = guest,
) {
  const answer = await admitCard(who, place, code);
  if (!answer.ok) throw new Error(answer.code);
  return answer.value.ticket;
}

const filled = (poll: Poll, ticket: string, choices = poll.optionIds.slice(0, 1)) => ({
  ...{ poll: poll.number, step: 'cast' as const, choices, age: true, ticket },
});
const receipt = () => newCode(RECEIPT_LENGTH);

const boxOf = async (pollId: string) => ({
  roll: (await db.rollEntry.findMany({ where: { pollId } })).map(({ channel }) => channel),
  ballots: await ownerDb.ballot.count({ where: { pollId } }),
  receipts: await db.ballotReceipt.count({ where: { pollId } }),
});

describe('a ballot in the box of the office', () => {
  it('takes a card nobody has used, makes its account and marks the way on the roll only', async () => {
    const poll = await deskPoll();
    const card = await makeCard();
    const ticket = await admitted(box(poll), card.code);
    expect((await db.accessCard.findUniqueOrThrow({ where: { id: card.id } })).userId).toBeNull();
    expect(await castAtDesk(guest, box(poll), filled(poll, ticket), receipt())).toEqual({
      ok: true,
      value: 'cast',
    });
    expect(await boxOf(poll.id)).toEqual({ roll: ['KIOSK'], ballots: 1, receipts: 1 });
    expect(await admitCard(guest, box(poll), card.code)).toMatchObject({
      code: 'voting-desk.refused.cardUsed',
      field: 'code',
    });
  });

  it('counts as a use of the account and of its card, by the day and never by the hour', async () => {
    const poll = await deskPoll();
    const [used, fresh] = [await makeCard(), await makeCard()];
    const actor = await makeActor();
    await db.accessCard.update({ where: { id: used.id }, data: { userId: actor.id } });
    const long = new Date('2001-01-01T10:00:00Z');
    await db.user.update({ where: { id: actor.id }, data: { lastSeenAt: long } });
    const paper = await makeActor();
    await db.user.update({ where: { id: paper.id }, data: { lastSeenAt: long } });
    for (const card of [used, fresh]) {
      const ticket = await admitted(box(poll), card.code);
      await castAtDesk(guest, box(poll), filled(poll, ticket), receipt());
    }
    const who = paper.email ?? '';
    await givePaper(coordinator, { poll: poll.number, who, district: '', age: true });
    const today = officeInstant(`${officeToday()}T00:00`);
    const { user: opened, firstUsed } = await db.accessCard.findUniqueOrThrow({
      where: { id: fresh.id },
      select: { firstUsed: true, user: { select: { createdAt: true, lastSeenAt: true } } },
    });
    expect({ ...opened, firstUsed }).toEqual({
      ...{ createdAt: today, lastSeenAt: today, firstUsed: today },
    });
    const seen = await db.user.findMany({
      where: { id: { in: [actor.id, paper.id] } },
      select: { lastSeenAt: true },
    });
    expect(seen).toEqual([{ lastSeenAt: today }, { lastSeenAt: today }]);
  });

  it('knows wrong and voided cards', async () => {
    const poll = await deskPoll();
    const [card, later] = [await makeCard(), await makeCard()];
    expect(await admitCard(guest, box(poll), 'AAAA-AAAA')).toMatchObject({
      code: 'accounts.refused.cardUnknown',
    });
    const ticket = await admitted(box(poll), later.code);
    await db.accessCard.updateMany({ data: { voidedAt: now() } });
    expect(await admitCard(guest, box(poll), card.code)).toMatchObject({
      code: 'accounts.refused.cardVoided',
    });
    expect(await getDeskPage(guest, box(poll), ticket)).toBeNull();
    expect(await castAtDesk(guest, box(poll), filled(poll, ticket), receipt())).toEqual({
      ok: true,
      value: 'over',
    });
    expect(await boxOf(poll.id)).toEqual({ roll: [], ballots: 0, receipts: 0 });
  });

  it('opens nothing of the voter before: another round, another poll, too late', async () => {
    const poll = await deskPoll();
    const other = await deskPoll();
    const ticket = await admitted(box(poll), (await makeCard()).code);
    const cast = (place: DeskPlace) => castAtDesk(guest, place, filled(poll, ticket), receipt());
    for (const place of [box(poll, 'round 2'), { ...box(other), key: 'round 1' }]) {
      expect(await getDeskPage(guest, place, ticket)).toBeNull();
      expect(await cast(place)).toMatchObject({ value: 'over' });
      expect(await checkAtDesk(guest, place, filled(poll, ticket))).toBeNull();
    }
    await moveClock(new Date(Date.now() + TICKET_MINUTES * 60_000 + 1));
    expect(await cast(box(poll))).toMatchObject({ value: 'over' });
    expect((await boxOf(poll.id)).roll).toEqual([]);
  });

  it('is refused word by word like one on the web', async () => {
    const poll = await deskPoll();
    const ticket = await admitted(box(poll), (await makeCard()).code);
    const cast = (changes: object) =>
      castAtDesk(guest, box(poll), { ...filled(poll, ticket), ...changes }, receipt());
    expect(await cast({ choices: [] })).toMatchObject({ code: 'voting.error.nothingChosen' });
    expect(await cast({ age: false })).toMatchObject({ code: 'voting.error.age' });
    const [gone = ''] = poll.optionIds;
    const staff = await makeActor({ roles: ['COORDINATOR'] });
    const reason = 'Das geht hier leider nicht.';
    await stopByTwo(staff, { number: poll.number, option: gone, reason });
    expect(await cast({})).toMatchObject({ code: 'voting.error.withdrawn' });
    expect(await checkAtDesk(guest, box(poll), filled(poll, ticket))).toMatchObject({
      code: 'voting.error.withdrawn',
      field: 'choices',
    });
  });

  it('asks a card without district where its holder lives, and stores it with the ballot', async () => {
    const [here, there] = [await makeDistrict(), await makeDistrict()];
    const poll = await deskPoll({ districtId: here.id });
    const card = await makeCard();
    const ticket = await admitted(box(poll), card.code);
    expect(await getDeskPage(guest, box(poll), ticket)).toMatchObject({ kind: 'district-unknown' });
    expect(await castAtDesk(guest, box(poll), filled(poll, ticket), receipt())).toMatchObject({
      code: 'voting.refused.districtUnknown',
    });
    const declare = async (district: string) => {
      const answer = await declareAtDesk(guest, box(poll), { ticket, district });
      return answer.ok ? answer.value.ticket : '';
    };
    expect(await getDeskPage(guest, box(poll), await declare(there.id))).toMatchObject({
      kind: 'other-district',
    });
    const good = await declare(here.id);
    expect(await castAtDesk(guest, box(poll), filled(poll, good), receipt())).toMatchObject({
      value: 'cast',
    });
    const user = await db.user.findFirstOrThrow({ where: { cards: { some: { id: card.id } } } });
    expect(user.districtId).toBe(here.id);
  });

  it('does not take the right somebody used on the web, and the reverse', async () => {
    const poll = await deskPoll();
    const [first, second] = [await makeActor(), await makeActor()];
    const cards = [await makeCardFor(first.id), await makeCardFor(second.id)] as const;
    const ticket = await admitted(box(poll), cards[0].code);
    const { ticket: _, ...web } = filled(poll, '');
    await castBallot(first, web, receipt());
    expect(await castAtDesk(guest, box(poll), filled(poll, ticket), receipt())).toMatchObject({
      value: 'over',
    });
    await castAtDesk(
      guest,
      box(poll),
      filled(poll, await admitted(box(poll), cards[1].code)),
      receipt(),
    );
    expect(await castBallot(second, web, receipt())).toMatchObject({
      code: 'voting.refused.alreadyVoted',
    });
    expect((await boxOf(poll.id)).ballots).toBe(2);
  });

  it('keeps to the ways of the poll and to its close', async () => {
    const web = await makePoll();
    expect(await admitCard(guest, box(web), (await makeCard()).code)).toMatchObject({
      code: 'voting.refused.notThisWay',
    });
    const poll = await deskPoll();
    const ticket = await admitted(box(poll), (await makeCard()).code);
    await moveClock(new Date(poll.closesAt.getTime() - 1000));
    const late = await admitted(box(poll), (await makeCard()).code);
    await moveClock(poll.closesAt);
    for (const one of [ticket, late]) {
      expect(await castAtDesk(guest, box(poll), filled(poll, one), receipt())).toMatchObject({
        value: 'over',
      });
    }
  });
});

describe('a ballot on the phone', () => {
  it('is entered by the office, and belongs to the session that took the call', async () => {
    const poll = await deskPoll();
    const place = call(poll, coordinator);
    const ticket = await admitted(place, (await makeCard()).code, coordinator);
    const other = await makeActor({ roles: ['COORDINATOR'] });
    expect(await getDeskPage(other, call(poll, other), ticket)).toBeNull();
    expect(await castAtDesk(coordinator, place, filled(poll, ticket), receipt())).toMatchObject({
      value: 'cast',
    });
    expect((await boxOf(poll.id)).roll).toEqual(['PHONE']);
    expect(await db.auditEntry.count({ where: { subjectId: poll.id } })).toBe(0);
  });

  it('is nobody else’s business', async () => {
    const poll = await deskPoll();
    for (const who of [guest, await makeActor(), await makeActor({ roles: ['PARTNER'] })]) {
      const place: DeskPlace = { channel: 'PHONE', poll: poll.number, key: 'k', keeper: 'k' };
      const code = who === guest ? 'SIGN_IN_REQUIRED' : 'NOT_FOUND';
      await expect(admitCard(who, place, 'X')).rejects.toThrow(code);
      await expect(castAtDesk(who, place, filled(poll, ''), receipt())).rejects.toThrow(code);
    }
  });

  it('is not for accounts of the office, of partners or funders', async () => {
    const poll = await deskPoll();
    for (const role of ['COORDINATOR', 'COUNSELLOR', 'ADMIN', 'PARTNER', 'FUNDER'] as const) {
      const card = await makeCardFor((await makeActor({ roles: [role] })).id);
      expect(await admitCard(coordinator, call(poll, coordinator), card.code)).toMatchObject({
        code: 'voting-desk.refused.mayNot',
      });
    }
    const speaker = await makeActor({ roles: ['REPRESENTATIVE'] });
    const card = await makeCardFor(speaker.id);
    const place = call(poll, coordinator);
    const ticket = await admitted(place, card.code, coordinator);
    await db.roleGrant.create({ data: { userId: speaker.id, role: 'PARTNER' } });
    expect(await castAtDesk(coordinator, place, filled(poll, ticket), receipt())).toMatchObject({
      code: 'voting.refused.mayNot',
    });
    expect((await boxOf(poll.id)).roll).toEqual([]);
  });
});

describe('guessing', () => {
  it('ends after sixty codes', async () => {
    const poll = await deskPoll();
    for (let tries = 0; tries < 60; tries += 1) await admitCard(guest, box(poll), 'AAAA');
    await expect(admitCard(guest, box(poll), 'AAAA')).rejects.toThrow('RATE_LIMITED');
  });
});

describe('a receipt', () => {
  it('is shown at its own place, for a few minutes', async () => {
    const poll = await deskPoll();
    const sealed = sealReceipt(guest, box(poll), 'ABC');
    expect(openReceipt(guest, box(poll), sealed)).toBe('ABC');
    expect(openReceipt(guest, box(poll, 'round 2'), sealed)).toBeNull();
    expect(openReceipt(guest, box(poll), `${sealed}A`)).toBeNull();
    await moveClock(new Date(Date.now() + 6 * 60_000));
    expect(openReceipt(guest, box(poll), sealed)).toBeNull();
  });
});
