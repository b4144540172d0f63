import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice } from '@/lib/testing/factories';
import { proposalSeenNow } from '@/lib/testing/seen';
import { getProposal } from '../../details/queries';
import { forgetOldProposals } from '../../privacy';
import { listProposals } from '../../reading/queries';
import { proposalRow } from '../../rows.mjs';
import { enterSignatureList } from '../../signatures/commands';
import { supportProposal } from '../../supporting/commands';
import { getSupportChoice } from '../../supporting/queries';
import type { ProposalState } from '../../types';
import type { OfficeStep } from '../../way/rules';
import { decideProposal } from '../commands';

testDatabase();

const viewer = { locale: 'de' };
const LONG_AGO = new Date('2020-01-01T00:00:00Z');
let districtId = '';
let staff: Actor;

beforeAll(async () => {
  await makeOffice();
  districtId = (await makeDistrict()).id;
  staff = await makeActor({ roles: ['COORDINATOR'] });
});

async function made(state: ProposalState = 'PUBLISHED', authorId: string | null = null) {
  const steps = { create: { to: state, at: now(), by: 'office' } };
  const { number } = await db.proposal.create({
    data: { ...proposalRow({ districtId, authorId, state }), steps },
  });
  return number;
}

async function decide(number: number, step: OfficeStep, leadNumber = 0): Promise<boolean> {
  const given = { note: 'Gleicher Ort.', leadNumber: String(leadNumber) };
  const seen = await proposalSeenNow(number);
  return (await decideProposal(staff, { number, step, seen, given })).ok;
}

/** What was done, kept apart from how the program keeps it. */
interface Kept {
  author: Actor;
  said: Set<Actor>;
  paper: number;
  lead: number | null;
}

/** Everybody once, whoever wrote a joined one with them, never the author of the one that leads. */
function countedFromScratch(all: Map<number, Kept>, number: number): number {
  const joined = below(all, number);
  const own = all.get(number)?.author;
  const people = joined.flatMap((one) => [...(all.get(one)?.said ?? [])]);
  const authors = joined.flatMap((one) => all.get(one)?.author ?? []);
  const counted = new Set([...people, ...authors].filter((who) => who !== own));
  return counted.size + joined.reduce((sum, one) => sum + (all.get(one)?.paper ?? 0), 0);
}

/** The same for the same seed. */
function chance(seed: number) {
  let state = seed;
  return (most: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
}

const below = (all: Map<number, Kept>, number: number): number[] => [
  number,
  ...[...all].filter(([, { lead }]) => lead === number).flatMap(([child]) => below(all, child)),
];

describe('the number of people a proposal matters to', () => {
  it('is a recount from scratch, whatever was joined and parted', async () => {
    const pick = chance(7);
    const people = await Promise.all([1, 2, 3, 4, 5].map(() => makeActor()));
    const anybody = () => people[pick(people.length)] as Actor;
    const all = new Map<number, Kept>();
    for (let index = 0; index < 5; index += 1) {
      const author = people[index] as Actor;
      all.set(await made('PUBLISHED', author.id), {
        author,
        said: new Set(),
        paper: 0,
        lead: null,
      });
    }
    const numbers = [...all.keys()];
    const acts = [
      async (number: number, one: Kept) => {
        const lead = numbers[pick(numbers.length)] ?? 0;
        if (await decide(number, 'merge', lead)) one.lead = lead;
      },
      async (number: number, one: Kept) => {
        if (await decide(number, 'separate')) one.lead = null;
      },
      async (number: number, one: Kept) => {
        const who = anybody();
        if ((await supportProposal(who, { number, wanted: 'yes' })).ok) one.said.add(who);
      },
      async (number: number) => {
        const who = anybody();
        await supportProposal(who, { number, wanted: 'no' });
        for (const joined of below(all, number)) all.get(joined)?.said.delete(who);
      },
      async (number: number, one: Kept) => {
        const list = {
          number,
          signatures: 1 + pick(9),
          collectedOn: '2026-01-05',
          place: 'Markt',
        };
        if ((await enterSignatureList(staff, list)).ok) one.paper += list.signatures;
      },
    ];
    for (let turn = 0; turn < 40; turn += 1) {
      const number = numbers[pick(numbers.length)] ?? 0;
      // More is joined than parted, so that there is something to part.
      const act = acts[[0, 0, 1, 2, 2, 3, 4][pick(7)] ?? 0];
      await act?.(number, all.get(number) as Kept);
    }
    const wanted = numbers.map((number) => countedFromScratch(all, number));
    const pages = await Promise.all(numbers.map((number) => getProposal(viewer, number)));
    expect(pages.map((page) => page?.supporters)).toEqual(wanted);
    const choices = await Promise.all(
      numbers.map((number) => getSupportChoice(people[0] as Actor, number)),
    );
    expect(choices.map((choice) => choice?.supporters)).toEqual(wanted);
    const { lines } = (await listProposals(viewer, { kind: 'all' }, 1)) ?? { lines: [] };
    for (const { number, supporters } of lines.filter((line) => all.has(line.number)))
      expect([number, supporters]).toEqual([number, wanted[numbers.indexOf(number)]]);
  });

  it('comes back when one of three is parted in the middle', async () => {
    const anna = await makeActor();
    const [first, second, lead] = [await made(), await made(), await made()];
    await supportProposal(anna, { number: first, wanted: 'yes' });
    await decide(first, 'merge', second);
    await decide(second, 'merge', lead);
    expect(await getProposal(viewer, lead)).toMatchObject({ supporters: 1 });
    expect(await getSupportChoice(anna, lead)).toMatchObject({ isSupported: true });
    expect((await getProposal(viewer, first))?.lead).toMatchObject({ number: second });
    await decide(second, 'separate');
    expect(await getProposal(viewer, lead)).toMatchObject({ supporters: 0 });
    expect(await getProposal(viewer, second)).toMatchObject({ supporters: 1 });
  });

  it('stays the same when nobody can be traced from it any more', async () => {
    const [anna, ben] = [await makeActor(), await makeActor()];
    const lead = await made();
    const joined = await made('PUBLISHED', (await makeActor()).id);
    for (const number of [lead, joined])
      for (const who of [anna, ben]) await supportProposal(who, { number, wanted: 'yes' });
    await decide(joined, 'merge', lead);
    const age = (number: number, state: ProposalState) =>
      db.proposal.update({ where: { number }, data: { state, stateSince: LONG_AGO } });
    await age(joined, 'MERGED');
    await forgetOldProposals();
    // It is not over while its lead goes on.
    expect(await db.proposal.findUnique({ where: { number: joined } })).not.toMatchObject({
      authorId: null,
    });
    await age(lead, 'NOT_FEASIBLE');
    expect(await getProposal(viewer, lead)).toMatchObject({ supporters: 3 });
    expect(await forgetOldProposals()).toBe(2);
    expect(await getProposal(viewer, lead)).toMatchObject({ supporters: 3 });
    const both = { proposal: { number: { in: [lead, joined] } } };
    expect(await db.proposalSupport.count({ where: both })).toBe(0);
  });
});

describe('what is parted again', () => {
  it.each([
    ['PUBLISHED', 'PUBLISHED'],
    ['ADOPTED', 'ADOPTED'],
    ['IN_PROGRESS', 'IN_PROGRESS'],
    // The body's question was closed with it.
    ['HANDED_OVER', 'ADOPTED'],
    ['IN_VOTE', 'IN_FORUM'],
    ['UNDER_REVIEW', 'UNDER_REVIEW'],
    ['SUBMITTED', 'UNDER_REVIEW'],
  ] as const)('stands where it stood: %s is %s', async (before, after) => {
    const number = await made(before);
    await decide(number, 'merge', await made());
    await decide(number, 'separate');
    const row = await db.proposal.findUniqueOrThrow({ where: { number } });
    expect(row.state).toBe(after);
    expect((await getProposal(viewer, number)) !== null).toBe(after !== 'UNDER_REVIEW');
  });

  it('goes on being voted about while the vote goes on', async () => {
    const number = await made('IN_VOTE');
    const voteClosesAt = new Date(now().getTime() + 60_000);
    await db.proposal.update({ where: { number }, data: { voteClosesAt } });
    await decide(number, 'merge', await made());
    await decide(number, 'separate');
    expect(await db.proposal.findUnique({ where: { number } })).toMatchObject({
      state: 'IN_VOTE',
      voteClosesAt,
    });
  });
});
