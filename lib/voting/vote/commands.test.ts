import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { db, submittedForm } from '@/lib/core/db';
import { newCode, newFormToken } from '@/lib/core/tokens';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeGuest } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { fillBox, makePoll } from '@/lib/voting/samples';
import { castBallot, declareDistrict } from './commands';
import { RECEIPT_LENGTH } from './rules';
import type { BallotInput } from './schema';

testDatabase();

let resident: Actor;

beforeAll(async () => {
  resident = await makeActor();
});

afterEach(() => moveClock(null));

type Poll = Awaited<ReturnType<typeof makePoll>>;

function filled(poll: Poll, choices: string[], changes: Partial<BallotInput> = {}): BallotInput {
  return { poll: poll.number, step: 'cast', choices, age: true, ...changes };
}

const receipt = () => newCode(RECEIPT_LENGTH);

const contents = async (pollId: string) => ({
  roll: await db.rollEntry.count({ where: { pollId } }),
  ballots: (await ownerDb.ballot.findMany({ where: { pollId } })).map((ballot) => ballot.choices),
  receipts: await db.ballotReceipt.count({ where: { pollId } }),
});

describe('castBallot', () => {
  it('leaves one line on the roll, one paper and one receipt', async () => {
    const poll = await makePoll({ maxChoices: 2 });
    const [a = '', , c = ''] = poll.optionIds;
    expect(await castBallot(resident, filled(poll, [c, a]), receipt())).toEqual({
      ok: true,
      value: null,
    });
    expect(await contents(poll.id)).toEqual({ roll: 1, ballots: [[a, c].sort()], receipts: 1 });
  });

  it('takes an abstention that was chosen as such, and nothing chosen not at all', async () => {
    const poll = await makePoll();
    expect(await castBallot(resident, filled(poll, []), receipt())).toMatchObject({
      ok: false,
      code: 'voting.error.nothingChosen',
      field: 'choices',
    });
    expect(await castBallot(resident, filled(poll, ['abstain']), receipt())).toMatchObject({
      ok: true,
    });
    expect(await contents(poll.id)).toEqual({ roll: 1, ballots: [[]], receipts: 1 });
  });

  it('counts a person once', async () => {
    const poll = await makePoll();
    await castBallot(resident, filled(poll, poll.optionIds.slice(0, 1)), receipt());
    expect(
      await castBallot(resident, filled(poll, poll.optionIds.slice(1, 2)), receipt()),
    ).toMatchObject({
      ok: false,
      code: 'voting.refused.alreadyVoted',
    });
    expect(await contents(poll.id)).toMatchObject({
      roll: 1,
      ballots: [poll.optionIds.slice(0, 1)],
    });
  });

  it('refuses what is not on this ballot', async () => {
    const poll = await makePoll();
    const other = await makePoll();
    const refusals = [
      [other.optionIds.slice(0, 1), 'voting.error.unknownOption'],
      [poll.optionIds.slice(0, 2), 'voting.error.tooMany'],
      [['abstain', ...poll.optionIds.slice(0, 1)], 'voting.error.abstainAlone'],
    ] as const;
    for (const [choices, code] of refusals) {
      expect(await castBallot(resident, filled(poll, [...choices]), receipt())).toMatchObject({
        code,
      });
    }
    expect(await contents(poll.id)).toEqual({ roll: 0, ballots: [], receipts: 0 });
  });

  it('asks for the age', async () => {
    const poll = await makePoll();
    expect(
      await castBallot(resident, filled(poll, ['abstain'], { age: false }), receipt()),
    ).toMatchObject({ code: 'voting.error.age', field: 'age' });
  });

  it('lets nobody vote who accompanies', async () => {
    const poll = await makePoll();
    for (const role of ['COORDINATOR', 'COUNSELLOR', 'ADMIN', 'PARTNER'] as const) {
      const actor = await makeActor({ roles: [role] });
      expect(await castBallot(actor, filled(poll, ['abstain']), receipt())).toMatchObject({
        ok: false,
        code: 'voting.refused.mayNot',
      });
    }
    const spokesperson = await makeActor({ roles: ['REPRESENTATIVE'] });
    expect(await castBallot(spokesperson, filled(poll, ['abstain']), receipt())).toMatchObject({
      ok: true,
    });
    await expect(castBallot(makeGuest(), filled(poll, ['abstain']), receipt())).rejects.toThrow(
      'SIGN_IN_REQUIRED',
    );
    expect(await contents(poll.id)).toMatchObject({ roll: 1 });
  });

  it('keeps to the district', async () => {
    const [here, there] = [await makeDistrict(), await makeDistrict()];
    const poll = await makePoll({ districtId: here.id });
    const neighbour = await makeActor({ districtId: here.id });
    const stranger = await makeActor({ districtId: there.id });
    const cast = (actor: Actor) => castBallot(actor, filled(poll, ['abstain']), receipt());
    expect(await cast(stranger)).toMatchObject({ code: 'voting.refused.otherDistrict' });
    expect(await cast(resident)).toMatchObject({ code: 'voting.refused.districtUnknown' });
    expect(await cast(neighbour)).toMatchObject({ ok: true });
  });

  it('opens and closes to the millisecond, and an earlier clock opens nothing that is over', async () => {
    const poll = await makePoll();
    const cast = async (at: Date) => {
      const actor = await makeActor();
      await moveClock(at);
      return castBallot(actor, filled(poll, ['abstain']), receipt());
    };
    const at = (base: Date, shift: number) => new Date(base.getTime() + shift);
    expect(await cast(at(poll.opensAt, -1))).toMatchObject({ code: 'voting.refused.notOpen' });
    expect(await cast(poll.opensAt)).toMatchObject({ ok: true });
    expect(await cast(at(poll.closesAt, -1))).toMatchObject({ ok: true });
    expect(await cast(poll.closesAt)).toMatchObject({ code: 'voting.refused.notOpen' });
  });

  it('does not know a draft', async () => {
    const poll = await makePoll({ draft: true });
    await expect(castBallot(resident, filled(poll, ['abstain']), receipt())).rejects.toThrow(
      'NOT_FOUND',
    );
  });
});

describe('a ballot form sent twice', () => {
  it('casts once and answers the same, also at the same moment', async () => {
    const poll = await makePoll();
    const actor = await makeActor();
    const form = { token: newFormToken(now()), form: 'ballot', at: now() };
    const code = receipt();
    const send = () =>
      submittedForm.run(form, () => castBallot(actor, filled(poll, ['abstain']), code));
    expect(await Promise.all([send(), send(), send()])).toEqual(
      Array.from({ length: 3 }, () => ({ ok: true, value: null })),
    );
    expect(await contents(poll.id)).toEqual({ roll: 1, ballots: [[]], receipts: 1 });
  });

  it('does not tell the next person at the same device that they voted', async () => {
    const poll = await makePoll();
    const form = { token: newFormToken(now()), form: 'ballot', at: now() };
    const send = (actor: Actor) =>
      submittedForm.run(form, () => castBallot(actor, filled(poll, ['abstain']), receipt()));
    expect(await send(await makeActor())).toMatchObject({ ok: true });
    expect(await send(await makeActor())).toMatchObject({ code: 'voting.refused.usedForm' });
  });

  it('keeps nothing of what was chosen, of the receipt or of the person', async () => {
    const poll = await makePoll();
    const actor = await makeActor();
    const code = receipt();
    const [choice = ''] = poll.optionIds;
    const form = { token: newFormToken(now()), form: 'ballot', at: now() };
    const before = await db.auditEntry.count();
    await submittedForm.run(form, () => castBallot(actor, filled(poll, [choice]), code));
    const kept = JSON.stringify(await db.formSubmission.findMany());
    for (const secret of [choice, code, actor.id, poll.id]) expect(kept).not.toContain(secret);
    expect(await db.auditEntry.count()).toBe(before);
    const jobs = await db.$queryRaw<unknown[]>`SELECT * FROM graphile_worker.jobs`;
    expect(jobs).toEqual([]);
  });
});

describe('mixing', () => {
  it('loses and invents nothing in a box larger than one mixing', async () => {
    const poll = await makePoll();
    const size = 256 * 2;
    const [a = '', b = ''] = poll.optionIds;
    const papers = Array.from({ length: size }, (_, index) => [index % 3 === 0 ? a : b]);
    await fillBox(poll.id, papers);
    const receiptsBefore = await db.ballotReceipt.findMany({ where: { pollId: poll.id } });
    const mine = receipt();
    await castBallot(await makeActor(), filled(poll, [a]), mine);
    const after = await contents(poll.id);
    const sorted = (list: string[][]) => list.map(String).sort();
    expect(sorted(after.ballots)).toEqual(sorted([...papers, [a]]));
    const receipts = await db.ballotReceipt.findMany({ where: { pollId: poll.id } });
    expect(receipts.map((row) => row.receipt).sort()).toEqual(
      [...receiptsBefore.map((row) => row.receipt), mine].sort(),
    );
  });
});

describe('declareDistrict', () => {
  it('stores where somebody lives once, and leaves it after that', async () => {
    const [here, there] = [await makeDistrict(), await makeDistrict()];
    const actor = await makeActor();
    const districtOf = async () =>
      (await db.user.findUniqueOrThrow({ where: { id: actor.id } })).districtId;
    expect(await declareDistrict(actor, { poll: 1, district: here.id })).toMatchObject({
      ok: true,
    });
    expect(await districtOf()).toBe(here.id);
    await declareDistrict(actor, { poll: 1, district: there.id });
    expect(await districtOf()).toBe(here.id);
  });

  it('knows only districts of the office', async () => {
    const unknown = '00000000-0000-4000-8000-000000000000';
    expect(await declareDistrict(resident, { poll: 1, district: unknown })).toMatchObject({
      ok: false,
      field: 'district',
    });
  });
});
