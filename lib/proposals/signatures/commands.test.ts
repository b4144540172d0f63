import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeGuest, makeOffice } from '@/lib/testing/factories';
import { held, someoneWaits } from '@/lib/testing/held';
import { proposalSeenNow } from '@/lib/testing/seen';
import { sentOtherwise, unlocked } from '@/lib/testing/without-guards';
import { getProposal } from '../details/queries';
import { decideProposal } from '../review/commands';
import { proposalRow } from '../rows.mjs';
import { supportProposal } from '../supporting/commands';
import type { ProposalState } from '../types';
import { correctSignatureList, enterSignatureList, strikeSignatureList } from './commands';
import { getSignatureDesk } from './queries';
import { enterListSchema } from './schema';

testDatabase();

const viewer = { locale: 'de' };
let districtId = '';
let staff: Actor;

beforeAll(async () => {
  await makeOffice();
  districtId = (await makeDistrict()).id;
  staff = await makeActor({ roles: ['COORDINATOR'] });
});

async function proposal(state: ProposalState = 'PUBLISHED', isPublic = true) {
  const at = now();
  const { number } = await db.proposal.create({
    data: proposalRow({ districtId, state, stateSince: at, publishedAt: isPublic ? at : null }),
  });
  return number;
}

const list = (number: number, signatures = 12) => ({
  ...{ number, signatures, collectedOn: '2026-11-02', place: 'Bäckerei am Markt' },
});

const reason = 'Zwei Namen standen doppelt.';

const idOf = async (number: number) => {
  const desk = await getSignatureDesk(staff, number);
  return desk.lists.find(({ struckAt }) => !struckAt)?.id ?? '';
};

const paper = async (number: number) => {
  const { supporters, paperSignatures } = (await getProposal(viewer, number)) ?? {};
  return [supporters, paperSignatures];
};

/** It is being settled while somebody enters a list. @returns whether the list was taken */
async function enteredWhileSettled() {
  const number = await proposal();
  const data = { state: 'DONE', resultNote: 'Die Bank steht.' } as const;
  const settling = held((tx) =>
    tx.proposal.update({ where: { number }, data, select: { id: true } }),
  );
  await settling.reached;
  const entering = enterSignatureList(staff, list(number));
  await someoneWaits();
  settling.go();
  const [{ ok: taken }] = await Promise.all([entering, settling.done]);
  return taken;
}

describe('a signature list', () => {
  it('counts beside those who support online, and says how many are on paper', async () => {
    const number = await proposal();
    await supportProposal(await makeActor(), { number, wanted: 'yes' });
    expect((await enterSignatureList(staff, list(number))).ok).toBe(true);
    expect((await enterSignatureList(staff, list(number, 3))).ok).toBe(true);
    expect(await paper(number)).toEqual([16, 15]);
  });

  it('waits for whoever settles the proposal, and is refused then', async () => {
    expect(await enteredWhileSettled()).toBe(false);
  });

  it('would be entered for a settled one without the lock (red twin)', async () => {
    expect(await sentOtherwise(unlocked, enteredWhileSettled)).toBe(true);
  });

  it('can be corrected; what was entered first stays to be seen', async () => {
    const number = await proposal();
    await enterSignatureList(staff, list(number));
    const first = await idOf(number);
    await correctSignatureList(staff, { ...list(number, 9), list: first, reason });
    expect(await paper(number)).toEqual([9, 9]);
    const { lists } = await getSignatureDesk(staff, number);
    expect(lists.map(({ signatures, struckAt }) => [signatures, struckAt !== null])).toEqual([
      [9, false],
      [12, true],
    ]);
    await strikeSignatureList(staff, { number, list: await idOf(number), reason });
    expect(await paper(number)).toEqual([0, 0]);
    const ids = lists.map(({ id }) => id);
    const audit = await db.auditEntry.findMany({
      where: { subjectId: { in: ids } },
      orderBy: { id: 'asc' },
    });
    expect(audit.map(({ action }) => action)).toEqual([
      'signatures.entered',
      'signatures.struck',
      'signatures.corrected',
      'signatures.struck',
    ]);
  });

  const correctedTwice = async () => {
    const number = await proposal();
    await enterSignatureList(staff, list(number));
    const input = { ...list(number, 20), list: await idOf(number), reason };
    const both = [correctSignatureList(staff, input), correctSignatureList(staff, input)];
    const done = (await Promise.all(both)).filter(({ ok }) => ok).length;
    return { done, paper: await paper(number) };
  };

  it('is corrected by one of two who do so at the same moment', async () => {
    expect(await correctedTwice()).toEqual({ done: 1, paper: [20, 20] });
  });

  it('is a fault for the second without looking whether it is struck already (red twin)', async () => {
    const blind = (said: string) => unlocked(said).replace(/"[\w".]*"struck_at" IS NULL/, 'TRUE');
    // Both would count; that what was there before is kept once stops the second, with no word to them.
    await expect(sentOtherwise(blind, correctedTwice)).rejects.toThrow();
  });

  it('belongs to its proposal', async () => {
    const [mine, other] = [await proposal(), await proposal()];
    await enterSignatureList(staff, list(mine));
    const stolen = await strikeSignatureList(staff, {
      number: other,
      list: await idOf(mine),
      reason,
    });
    expect(stolen.ok).toBe(false);
    expect(await paper(mine)).toEqual([12, 12]);
  });

  it.each<ProposalState>(['DECLINED', 'NOT_FEASIBLE', 'WITHDRAWN'])(
    'does not count any more at %s',
    async (state) => {
      const number = await proposal(state);
      expect((await enterSignatureList(staff, list(number))).ok).toBe(false);
    },
  );

  it('goes along when the proposal is merged, and back', async () => {
    const [lead, joined] = [await proposal(), await proposal()];
    await enterSignatureList(staff, list(lead, 5));
    await enterSignatureList(staff, list(joined, 7));
    const given = { leadNumber: String(lead), note: 'Gleiches Anliegen.' };
    await decideProposal(staff, {
      number: joined,
      step: 'merge',
      seen: await proposalSeenNow(joined),
      given,
    });
    expect(await paper(lead)).toEqual([12, 12]);
    const back = { note: 'Die Person hat widersprochen.' };
    await decideProposal(staff, {
      number: joined,
      step: 'separate',
      seen: await proposalSeenNow(joined),
      given: back,
    });
    expect(await paper(lead)).toEqual([5, 5]);
  });

  it('is not for tomorrow, nobody else’s business, and of public proposals only', async () => {
    const number = await proposal();
    const late = await enterSignatureList(staff, { ...list(number), collectedOn: '2999-01-01' });
    expect(late).toMatchObject({ ok: false, field: 'collectedOn' });
    for (const who of [await makeActor(), await makeActor({ roles: ['COUNSELLOR'] })]) {
      await expect(enterSignatureList(who, list(number))).rejects.toThrow('NOT_FOUND');
      await expect(getSignatureDesk(who, number)).rejects.toThrow('NOT_FOUND');
    }
    await expect(enterSignatureList(makeGuest(), list(number))).rejects.toThrow('SIGN_IN');
    const hidden = await proposal('UNDER_REVIEW', false);
    await expect(enterSignatureList(staff, list(hidden))).rejects.toThrow('NOT_FOUND');
  });

  it.each(['0', '-3', '1.5', 'zwölf', '', '10000'])('is a number: %j', (signatures) => {
    const typed = { number: '1', signatures, collectedOn: '2026-11-02', place: 'Bäckerei' };
    expect(enterListSchema.safeParse(typed).success).toBe(false);
  });
});
