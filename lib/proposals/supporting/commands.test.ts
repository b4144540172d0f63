import { beforeAll, describe, expect, it } from 'vitest';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeGuest, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { proposalRow } from '../rows.mjs';
import { supportProposal } from './commands';
import { getSupportChoice } from './queries';

testDatabase();

let districtId = '';

beforeAll(async () => {
  await makeOffice();
  districtId = (await makeDistrict()).id;
});

async function publicOne(
  authorId: string | null = null,
  state: 'PUBLISHED' | 'SUBMITTED' = 'PUBLISHED',
) {
  const at = now();
  const { id, number } = await db.proposal.create({
    data: proposalRow({ districtId, authorId, state, stateSince: at }),
  });
  return { id, number };
}

describe('this matters to me too', () => {
  it('counts once however often it is said at the same moment', async () => {
    const { id, number } = await publicOne();
    const anna = await makeActor();
    const tries = Array.from({ length: 20 }, () =>
      supportProposal(anna, { number, wanted: 'yes' }),
    );
    expect((await Promise.all(tries)).every(({ ok }) => ok)).toBe(true);
    expect(await db.proposalSupport.count({ where: { proposalId: id } })).toBe(1);
  });

  it('can be taken back by its owner only', async () => {
    const { number } = await publicOne();
    const [anna, ben] = [await makeActor(), await makeActor()];
    await supportProposal(anna, { number, wanted: 'yes' });
    await supportProposal(ben, { number, wanted: 'no' });
    expect(await getSupportChoice(anna, number)).toMatchObject({
      supporters: 1,
      isSupported: true,
    });
    await supportProposal(anna, { number, wanted: 'no' });
    expect(await getSupportChoice(anna, number)).toMatchObject({
      supporters: 0,
      isSupported: false,
    });
  });

  it('is not for the office, partners, guests, or about one’s own', async () => {
    const author = await makeActor();
    const { id, number } = await publicOne(author.id);
    const guest = supportProposal(makeGuest(), { number, wanted: 'yes' });
    await expect(guest).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    for (const who of [
      await makeActor({ roles: ['COORDINATOR'] }),
      await makeActor({ roles: ['PARTNER'] }),
      author,
    ]) {
      expect((await supportProposal(who, { number, wanted: 'yes' })).ok).toBe(false);
    }
    expect(await db.proposalSupport.count({ where: { proposalId: id } })).toBe(0);
  });

  it.each([
    ['DONE', 'finished'],
    ['NOT_FEASIBLE', 'closed'],
    ['DECLINED', 'closed'],
    ['MERGED', 'merged'],
    ['PUBLISHED', null],
  ] as const)('in state %s a neighbour reads: %s', async (state, hindrance) => {
    const { id, number } = await publicOne();
    await db.proposal.update({ where: { id }, data: { state, resultNote: 'Sie steht.' } });
    expect(await getSupportChoice(await makeActor(), number)).toMatchObject({ hindrance });
  });

  it('says nothing of a supporter’s mail to whoever hears of it as an author', async () => {
    const [anna, ben, cem] = [await makeActor(), await makeActor(), await makeActor()];
    const [lead, hers, his] = [
      await publicOne(),
      await publicOne(anna.id),
      await publicOne(ben.id),
    ];
    const mail = { contactKind: 'MAIL', contactValue: 'anna-anders@post.example' } as const;
    await db.proposal.update({ where: { id: hers.id }, data: mail });
    // Whoever asks by number is told as one who supports it.
    const byNumber = { contactKind: 'NUMBER', contactValue: '' } as const;
    await db.proposal.update({ where: { id: his.id }, data: byNumber });
    for (const who of [anna, ben, cem])
      await supportProposal(who, { number: lead.number, wanted: 'yes' });
    const told = () =>
      Promise.all(
        [anna, ben, cem].map(async (who) => (await getSupportChoice(who, lead.number))?.isTold),
      );
    expect(await told()).toEqual([true, true, true]);
    const data = { state: 'MERGED', mergedIntoId: lead.id } as const;
    await db.proposal.updateMany({ where: { id: { in: [hers.id, his.id] } }, data });
    expect(await told()).toEqual([false, true, true]);
  });

  it('says to whoever supports one that is joined that they hear of it, as long as that may come', async () => {
    const [joined, middle, lead] = [await publicOne(), await publicOne(), await publicOne()];
    const anna = await makeActor();
    await supportProposal(anna, { number: joined.number, wanted: 'yes' });
    for (const [one, into] of [
      [joined, middle],
      [middle, lead],
    ] as const)
      await db.proposal.update({
        where: { id: one.id },
        data: { state: 'MERGED', mergedIntoId: into.id },
      });
    const reads = async () => (await getSupportChoice(anna, joined.number))?.isTold;
    const at: Record<string, boolean | undefined> = {};
    for (const state of ['PUBLISHED', 'DECLINED', 'NOT_FEASIBLE', 'DONE', 'WITHDRAWN'] as const) {
      const data = { state, resultNote: 'Sie steht.' };
      await db.proposal.update({ where: { id: lead.id }, data });
      at[state] = await reads();
    }
    expect(at).toEqual({
      ...{ PUBLISHED: true, DECLINED: true, NOT_FEASIBLE: true, DONE: false, WITHDRAWN: false },
    });
  });

  it('tells the author and the office apart', async () => {
    const author = await makeActor();
    const { number } = await publicOne(author.id);
    expect(await getSupportChoice(author, number)).toMatchObject({ hindrance: 'own' });
    const staff = await makeActor({ roles: ['COORDINATOR'] });
    expect(await getSupportChoice(staff, number)).toMatchObject({ hindrance: 'office' });
  });

  it('cannot be said about what is not public', async () => {
    const { number } = await publicOne(null, 'SUBMITTED');
    const anna = await makeActor();
    await expect(supportProposal(anna, { number, wanted: 'yes' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await getSupportChoice(anna, number)).toBeNull();
  });

  it('would count several times without the constraint (red twin)', async () => {
    const { id, number } = await publicOne();
    const anna = await makeActor();
    await ownerDb.$executeRaw`DROP INDEX proposal_supports_proposal_id_user_id_key`;
    const tries = Array.from({ length: 5 }, () => supportProposal(anna, { number, wanted: 'yes' }));
    await Promise.all(tries);
    expect(await db.proposalSupport.count({ where: { proposalId: id } })).toBeGreaterThan(1);
  });
});
