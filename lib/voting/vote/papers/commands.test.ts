import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { newCode } from '@/lib/core/tokens';
import { makeCard, makeCardFor } from '@/lib/testing/cards';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeGuest, whyNotAllowed } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { makePoll } from '@/lib/voting/samples';
import { castBallot } from '../commands';
import { getBallotPage } from '../queries';
import { RECEIPT_LENGTH } from '../rules';
import { givePaper, takeBackPaper } from './commands';
import { getPaperDesk, sealHandedOut } from './queries';
import { TAKE_BACK_MINUTES } from './rules';

testDatabase();

let coordinator: Actor;
beforeAll(async () => {
  coordinator = await makeActor({ roles: ['COORDINATOR'] });
});
afterEach(() => moveClock(null));

type Poll = Awaited<ReturnType<typeof makePoll>>;

const paperPoll = (changes: Parameters<typeof makePoll>[0] = {}) =>
  makePoll({ ...changes, columns: { channels: ['WEB', 'PAPER'] } });
const give = (poll: Poll, who: string, changes: object = {}, by: Actor = coordinator) =>
  givePaper(by, { poll: poll.number, who, district: '', age: true, ...changes });
const castWeb = (actor: Actor, poll: Poll) =>
  castBallot(
    actor,
    { poll: poll.number, step: 'cast', choices: poll.optionIds.slice(0, 1), age: true },
    newCode(RECEIPT_LENGTH),
  );
const rollOf = async (poll: Poll) =>
  (await db.rollEntry.findMany({ where: { pollId: poll.id } })).map(({ channel }) => channel);

describe('handing out a paper', () => {
  it('uses the right by card number, by code or by address, and counts only how many', async () => {
    const poll = await paperPoll();
    const [byNumber, byCode] = [await makeCard(), await makeCard()];
    const person = await makeActor();
    for (const who of [byNumber.number, byCode.code.toLowerCase(), person.email ?? '']) {
      expect(await give(poll, who)).toEqual({ ok: true, value: null });
    }
    expect(await rollOf(poll)).toEqual(['PAPER', 'PAPER', 'PAPER']);
    const desk = await getPaperDesk(coordinator, poll.number);
    expect(desk.given).toBe(3);
    // Ids hold such signs by chance.
    expect(JSON.stringify(desk)).not.toMatch(
      new RegExp(`(?<![\\da-f])${byNumber.number}(?![\\da-f])`),
    );
    expect(await ownerDb.ballot.count({ where: { pollId: poll.id } })).toBe(0);
  });

  it('closes every other way, and is closed by every other way', async () => {
    const poll = await paperPoll();
    const [onPaper, onWeb] = [await makeActor(), await makeActor()];
    await give(poll, onPaper.email ?? '');
    expect(await castWeb(onPaper, poll)).toMatchObject({ code: 'voting-ballot.refused.onPaper' });
    expect(await getBallotPage(onPaper, poll.number)).toMatchObject({ kind: 'on-paper' });
    expect(await give(poll, onPaper.email ?? '')).toMatchObject({
      code: 'voting-desk.refused.cardOnPaper',
      field: 'who',
    });
    await castWeb(onWeb, poll);
    expect(await give(poll, onWeb.email ?? '')).toMatchObject({
      code: 'voting-desk.refused.cardUsed',
      field: 'who',
    });
  });

  it('asks where somebody lives only when nobody knows', async () => {
    const [here, there] = [await makeDistrict(), await makeDistrict()];
    const poll = await paperPoll({ districtId: here.id });
    const card = await makeCard();
    expect(await give(poll, card.number)).toMatchObject({
      code: 'voting-desk.refused.askDistrict',
      field: 'district',
    });
    expect(await give(poll, card.number, { district: there.id })).toMatchObject({
      code: 'voting-desk.refused.otherDistrict',
      field: 'who',
    });
    expect(await give(poll, card.number, { district: here.id })).toMatchObject({ ok: true });
  });

  it('is done by the office and whoever the Forum chose; only the office may name an address', async () => {
    const poll = await paperPoll();
    const speaker = await makeActor({ roles: ['REPRESENTATIVE'] });
    const person = await makeActor();
    expect(await give(poll, (await makeCard()).number, {}, speaker)).toMatchObject({ ok: true });
    expect(await give(poll, person.email ?? '', {}, speaker)).toMatchObject({
      code: 'voting-desk.refused.unknownAddress',
    });
    for (const who of [makeGuest(), person, await makeActor({ roles: ['PARTNER'] })]) {
      const input = { poll: poll.number, who: '1-1', district: '', age: true };
      await expect(givePaper(who, input)).rejects.toThrow(whyNotAllowed(who));
      await expect(takeBackPaper(who, { poll: poll.number, paper: '' })).rejects.toThrow(
        whyNotAllowed(who),
      );
    }
    const own = await makeCardFor(coordinator.id);
    expect(await give(poll, own.number)).toMatchObject({ code: 'voting-desk.refused.mayNot' });
    expect(await give(await makePoll(), own.number)).toMatchObject({
      code: 'voting.refused.notThisWay',
    });
  });
});

describe('taking a paper back', () => {
  it('gives the right back within minutes, once, and writes down that it happened', async () => {
    const poll = await paperPoll();
    const card = await makeCard();
    await give(poll, card.number);
    const paper = sealHandedOut(coordinator, poll.number, card.number);
    const back = () => takeBackPaper(coordinator, { poll: poll.number, paper });
    expect(await back()).toMatchObject({ ok: true });
    expect(await rollOf(poll)).toEqual([]);
    expect(await db.auditEntry.findMany({ where: { subjectId: poll.id } })).toMatchObject([
      { action: 'poll.paperTakenBack' },
    ]);
    expect(await back()).toMatchObject({ code: 'voting-desk.refused.tooLate' });
  });

  it('is not possible later, by somebody else, or for a vote that came in otherwise', async () => {
    const poll = await paperPoll();
    const person = await makeActor();
    const paper = sealHandedOut(coordinator, poll.number, person.email ?? '');
    await castWeb(person, poll);
    const back = (by: Actor) => takeBackPaper(by, { poll: poll.number, paper });
    expect(await back(coordinator)).toMatchObject({ code: 'voting-desk.refused.tooLate' });
    const other = await paperPoll();
    const card = await makeCard();
    await give(other, card.number);
    const slip = {
      poll: other.number,
      paper: sealHandedOut(coordinator, other.number, card.number),
    };
    const colleague = await makeActor({ roles: ['COORDINATOR'] });
    expect(await takeBackPaper(colleague, slip)).toMatchObject({ ok: false });
    await moveClock(new Date(Date.now() + TAKE_BACK_MINUTES * 60_000 + 1));
    expect(await takeBackPaper(coordinator, slip)).toMatchObject({ ok: false });
    expect(await rollOf(poll)).toEqual(['WEB']);
    expect(await rollOf(other)).toEqual(['PAPER']);
  });
});

const ROUNDS = 12;

/** The same person at the desk and on the web, at the same moment. */
async function deskAndWeb() {
  const poll = await paperPoll();
  const outcomes: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const person = await makeActor();
    const card = await makeCardFor(person.id);
    const results = await Promise.all([
      castWeb(person, poll),
      give(poll, card.number),
      castWeb(person, poll),
      give(poll, card.code),
    ]);
    outcomes.push(results.filter((result) => result.ok).length);
  }
  const electronic = (await rollOf(poll)).filter((channel) => channel === 'WEB').length;
  return {
    outcomes,
    electronic,
    ballots: await ownerDb.ballot.count({ where: { pollId: poll.id } }),
  };
}

describe('one card on paper and on the web in the same moment', () => {
  it('is used exactly once', async () => {
    const { outcomes, electronic, ballots } = await deskAndWeb();
    expect(outcomes).toEqual(Array.from({ length: ROUNDS }, () => 1));
    expect(ballots).toBe(electronic);
  });
});

// Red twin: without the constraint the same story must go wrong, or the test above proves nothing.
describe('without the constraint', () => {
  afterAll(async () => {
    await ownerDb.rollEntry.deleteMany();
  });

  it('the card is used several times', async () => {
    await ownerDb.$executeRaw`DROP INDEX roll_entries_poll_id_user_id_key`;
    const { outcomes } = await deskAndWeb();
    expect(Math.max(...outcomes)).toBeGreaterThan(1);
  });
});
