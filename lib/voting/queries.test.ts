import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { system } from '@/lib/accounts/actor';
import type { Actor } from '@/lib/accounts/types';
import { newPageNotes, processState } from '@/lib/core/process-state.mjs';
import { groupCode, newCode } from '@/lib/core/tokens';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeGuest, makeOffice } from '@/lib/testing/factories';
import { makePoll } from '@/lib/voting/samples';
import { sealPoll } from './commands';
import { getPollForOffice, listPollsForOffice } from './prepare/queries';
import { getPollPage, listOpenPolls, listPolls } from './queries';
import { castBallot } from './vote/commands';
import { checkBallot, findReceipt, getBallotPage } from './vote/queries';
import type { BallotInput } from './vote/schema';

testDatabase();

let resident: Actor;
let coordinator: Actor;

beforeAll(async () => {
  await makeOffice();
  resident = await makeActor();
  coordinator = await makeActor({ roles: ['COORDINATOR'] });
});

afterEach(() => moveClock(null));

type Poll = Awaited<ReturnType<typeof makePoll>>;

const filled = (poll: Poll, changes: Partial<BallotInput> = {}): BallotInput => ({
  poll: poll.number,
  step: 'check',
  choices: poll.optionIds.slice(0, 1),
  age: true,
  ...changes,
});

/** What the page being rendered noted for the page cache. */
async function notesOf(read: () => Promise<unknown>) {
  const goodUntil = Number.POSITIVE_INFINITY;
  const pageNotes = { ...newPageNotes(), goodUntil };
  await processState().requests.run({ address: '', id: '', pageNotes }, read);
  return pageNotes;
}

describe('before the close', () => {
  it('nobody is told a number, whoever asks', async () => {
    const poll = await makePoll();
    const before = JSON.stringify([
      await getPollPage(poll.number),
      await listPolls(),
      await getPollForOffice(coordinator, poll.number),
      await listPollsForOffice(coordinator),
    ]);
    await castBallot(await makeActor(), filled(poll, { step: 'cast' }), newCode(26));
    const after = JSON.stringify([
      await getPollPage(poll.number),
      await listPolls(),
      await getPollForOffice(coordinator, poll.number),
      await listPollsForOffice(coordinator),
    ]);
    expect(after).toBe(before);
  });

  it('the page is made anew at the close at the latest', async () => {
    const closesAt = new Date(Date.now() + 90_000);
    const poll = await makePoll({ closesAt });
    const notes = await notesOf(() => getPollPage(poll.number));
    expect([...notes.tags]).toEqual(['polls']);
    expect(notes.goodUntil).toBeLessThanOrEqual(closesAt.getTime());
  });

  it('a poll that has not begun is made anew at the opening', async () => {
    const opensAt = new Date(Date.now() + 90_000);
    const poll = await makePoll({ opensAt, closesAt: new Date(Date.now() + 7_200_000) });
    const notes = await notesOf(() => getPollPage(poll.number));
    expect(notes.goodUntil).toBeLessThanOrEqual(opensAt.getTime());
  });
});

describe('public pages', () => {
  it('do not know drafts', async () => {
    const poll = await makePoll({ draft: true });
    await expect(getPollPage(poll.number)).rejects.toThrow('NOT_FOUND');
    const { open, coming, past } = await listPolls();
    expect([...open, ...coming, ...past].some((card) => card.number === poll.number)).toBe(false);
    await expect(getBallotPage(resident, poll.number)).rejects.toThrow('NOT_FOUND');
  });

  it('sort polls by where they are', async () => {
    const poll = await makePoll();
    const phases = async () => {
      const lists = await listPolls();
      return (['open', 'coming', 'past'] as const).filter((name) =>
        lists[name].some((card) => card.number === poll.number),
      );
    };
    expect(await phases()).toEqual(['open']);
    expect((await listOpenPolls()).map((card) => card.number)).toContain(poll.number);
    await moveClock(new Date(poll.opensAt.getTime() - 1));
    expect(await phases()).toEqual(['coming']);
    expect((await listOpenPolls()).map((card) => card.number)).not.toContain(poll.number);
    await moveClock(poll.closesAt);
    expect(await phases()).toEqual(['past']);
    expect((await getPollPage(poll.number)).phase).toBe('counting');
    await sealPoll(system, poll.id);
    expect((await getPollPage(poll.number)).phase).toBe('published');
  });
});

describe('getBallotPage', () => {
  it('knows why there is no ballot', async () => {
    const [here, there] = [await makeDistrict(), await makeDistrict()];
    const poll = await makePoll({ districtId: here.id });
    const neighbour = await makeActor({ districtId: here.id });
    const stranger = await makeActor({ districtId: there.id });
    const kindFor = async (actor: Actor) => (await getBallotPage(actor, poll.number)).kind;
    expect(await kindFor(resident)).toBe('district-unknown');
    expect(await kindFor(stranger)).toBe('other-district');
    expect(await kindFor(coordinator)).toBe('may-not');
    expect(await kindFor(neighbour)).toBe('ballot');
    await castBallot(neighbour, filled(poll, { step: 'cast' }), newCode(26));
    expect(await kindFor(neighbour)).toBe('voted');
    await moveClock(poll.closesAt);
    expect(await kindFor(await makeActor({ districtId: here.id }))).toBe('not-open');
  });

  it('is never kept for others', async () => {
    const poll = await makePoll();
    expect((await notesOf(() => getBallotPage(resident, poll.number))).tags.size).toBe(0);
  });
});

describe('checkBallot', () => {
  it('says under the field "step" that a good ballot can be checked', async () => {
    const poll = await makePoll();
    expect(await checkBallot(resident, filled(poll))).toMatchObject({ field: 'step' });
    expect(
      await checkBallot(resident, filled(poll, { step: 'choose', choices: [] })),
    ).toMatchObject({
      field: 'step',
    });
  });

  it('finds what is wrong before anybody confirms it', async () => {
    const poll = await makePoll();
    expect(await checkBallot(resident, filled(poll, { choices: [] }))).toMatchObject({
      field: 'choices',
      code: 'voting.error.nothingChosen',
    });
    expect(await checkBallot(coordinator, filled(poll))).toMatchObject({
      code: 'voting.refused.mayNot',
    });
    await expect(checkBallot(makeGuest(), filled(poll))).rejects.toThrow('SIGN_IN_REQUIRED');
  });
});

describe('findReceipt', () => {
  it('tells everybody who has it which box, and nothing else', async () => {
    const poll = await makePoll();
    const receipt = newCode(26);
    await castBallot(await makeActor(), filled(poll, { step: 'cast' }), receipt);
    const found = await findReceipt(groupCode(receipt).toLowerCase());
    expect(found).toEqual({
      receipt,
      poll: {
        number: poll.number,
        question: poll.question,
        phase: 'open',
        closesAt: poll.closesAt,
      },
    });
    expect(await findReceipt(newCode(26))).toBeNull();
  });
});
