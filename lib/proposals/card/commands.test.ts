import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import {
  makeActor,
  makeDistrict,
  makeGuest,
  makeOffice,
  whyNotAllowed,
} from '@/lib/testing/factories';
import { pagesAfter } from '@/lib/testing/pages';
import { makePoll } from '@/lib/voting/samples';
import { getProposal } from '../details/queries';
import { erasePerson } from '../person/commands';
import { forgetOldProposals } from '../privacy';
import { decideProposal } from '../review/commands';
import { getProposalCase } from '../review/queries';
import { proposalRow } from '../rows.mjs';
import { correctCard } from './commands';
import { whyCardStays } from './rules';

testDatabase();

const viewer = { locale: 'de' };
let office: Actor;
let districtId = '';

beforeAll(async () => {
  await makeOffice();
  office = await makeActor({ roles: ['COORDINATOR'] });
  districtId = (await makeDistrict()).id;
});

const MISTYPED = { title: 'Bark am Hang', body: 'Frau Kroll hätte gern eine Bark.', place: 'Hang' };
const RIGHT = { title: 'Bank am Hang', body: 'Jemand hätte gern eine Bank.', place: 'Am Hang 3' };
const reason = 'Das war falsch abgetippt.';

type Changes = Partial<Parameters<typeof proposalRow>[0]>;

/** A card as the office typed it in. */
const card = (changes: Changes = {}) =>
  db.proposal.create({
    data: proposalRow({
      ...{ districtId, onBehalf: true, intakeChannel: 'POSTCARD', ...MISTYPED },
      ...changes,
    }),
  });

const correction = (number: number, changes: object = {}) => ({
  ...{ number, version: 1, ...RIGHT, reason, forget: false },
  ...changes,
});

const wordsOf = (number: number) =>
  db.proposal.findUniqueOrThrow({
    where: { number },
    select: { title: true, body: true, place: true },
  });
const correctionsOf = (subjectId: string) => db.correction.findMany({ where: { subjectId } });

describe('the words of a card', () => {
  it('are corrected; everybody reads them, when and why, the office what stood there before', async () => {
    const { number, id } = await card();
    const pages = await pagesAfter({ page: () => getProposal(viewer, number) }, () =>
      correctCard(office, correction(number)),
    );
    expect(pages).toEqual({ changed: ['page'], dropped: ['page'] });
    const read = await getProposal(viewer, number);
    expect(read).toMatchObject({ ...RIGHT, corrections: [{ reason }] });
    expect(JSON.stringify(read)).not.toMatch(/Bark|Kroll/);
    const [earlier] = (await getProposalCase(office, number))?.earlier ?? [];
    const texts = Object.fromEntries(earlier?.earlier.map((one) => [one.column, one.text]) ?? []);
    expect(texts).toEqual(MISTYPED);
    const audit = { subjectId: id, action: 'proposal.cardCorrected' };
    expect(await db.auditEntry.count({ where: audit })).toBe(1);
  });

  it('of one line say everything with it; why they were corrected before they are public is the office’s', async () => {
    const { number } = await card({ state: 'UNDER_REVIEW', publishedAt: null });
    expect((await correctCard(office, correction(number, { body: '' }))).ok).toBe(true);
    expect(await wordsOf(number)).toMatchObject({ title: RIGHT.title, body: RIGHT.title });
    await db.proposal.update({
      where: { number },
      data: { state: 'PUBLISHED', publishedAt: new Date() },
    });
    expect((await getProposal(viewer, number))?.corrections).toEqual([]);
  });

  it('that were a name are kept nowhere', async () => {
    const { number, id } = await card();
    await correctCard(office, correction(number, { forget: true }));
    expect(JSON.stringify(await correctionsOf(id))).not.toContain('Kroll');
  });

  it('are corrected by one of two who saw the same, and not when nothing is changed', async () => {
    const { number } = await card();
    const same = await correctCard(office, correction(number, MISTYPED));
    expect(same).toMatchObject({ code: 'audit.correction.refused.nothing' });
    const both = await Promise.all([1, 2].map(() => correctCard(office, correction(number))));
    expect(both.filter(({ ok }) => !ok)).toMatchObject([{ code: CHANGED_MEANWHILE }]);
  });

  it.each([
    ['ownWords', { onBehalf: false, intakeChannel: 'ONLINE' }],
    ['inVote', { state: 'IN_VOTE' }],
    ['over', { state: 'WITHDRAWN' }],
  ] as const)('stay as they are: %s', async (why, changes) => {
    const { number } = await card(changes);
    const code = `proposals-card.refused.${why}`;
    expect(await correctCard(office, correction(number))).toMatchObject({ code });
    expect(await wordsOf(number)).toEqual(MISTYPED);
    expect((await getProposalCase(office, number))?.cardStays).toBe(why);
  });

  it.each(['itself', 'what it is joined to'])(
    'stay while there is a poll about %s',
    async (what) => {
      const lead = await card({ state: 'ADOPTED' });
      const { number } =
        what === 'itself' ? lead : await card({ state: 'MERGED', mergedIntoId: lead.id });
      const poll = await makePoll({ proposalId: lead.id });
      const code = 'proposals-card.refused.inVote';
      expect(await correctCard(office, correction(number))).toMatchObject({ code });
      expect((await getProposalCase(office, number))?.cardStays).toBe('inVote');
      await moveClock(poll.closesAt);
      expect((await correctCard(office, correction(number))).ok).toBe(true);
      await moveClock(null);
    },
  );

  it('stay where another wording was agreed', async () => {
    const { number, id } = await card();
    const agreed = { agreedHow: 'PHONE', agreedAt: new Date() } as const;
    await db.proposalWording.create({ data: { proposalId: id, title: 'x', body: 'y', ...agreed } });
    const refused = { code: 'proposals-card.refused.agreed' };
    expect(await correctCard(office, correction(number))).toMatchObject(refused);
  });

  it('are the office’s to correct', async () => {
    const { number } = await card();
    const resident = await makeActor();
    await expect(correctCard(resident, correction(number))).rejects.toThrow(
      whyNotAllowed(resident),
    );
    await expect(correctCard(makeGuest(), correction(number))).rejects.toThrow('SIGN_IN_REQUIRED');
  });
});

describe('what stood there before', () => {
  it('goes when its author wants to be forgotten, or it is taken back', async () => {
    const erased = await card();
    await correctCard(office, correction(erased.number));
    await erasePerson(office, { number: erased.number, seen: 2 });
    const withdrawn = await card();
    await correctCard(office, correction(withdrawn.number));
    const taken = { number: withdrawn.number, step: 'withdraw', seen: 2, given: {} } as const;
    expect((await decideProposal(office, taken)).ok).toBe(true);
    for (const { id } of [erased, withdrawn]) {
      expect(await correctionsOf(id)).toMatchObject([{ earlier: {}, reason }]);
    }
  });

  it('goes with a card that was not published', async () => {
    const { number, id } = await card({ state: 'UNDER_REVIEW', publishedAt: null });
    await correctCard(office, correction(number));
    const stateSince = new Date('2020-01-01T10:00:00Z');
    await db.proposal.update({ where: { id }, data: { state: 'NOT_PUBLISHED', stateSince } });
    await forgetOldProposals();
    expect(await db.proposal.count({ where: { id } })).toBe(0);
    expect(await correctionsOf(id)).toMatchObject([{ earlier: {} }]);
  });
});

it('the database lets nobody else’s words be rewritten', async () => {
  const { id } = await card({ onBehalf: false });
  const rewritten = db.proposal.update({ where: { id }, data: { title: 'Anders' } });
  await expect(rewritten).rejects.toThrow(/stays as it came/);
  const typed = await card();
  const unkept = db.proposal.update({ where: { id: typed.id }, data: { title: 'Anders' } });
  await expect(unkept).rejects.toThrow(/what stood there before is not kept/);
});

it('only what the office typed in, and nobody votes on, can be corrected', () => {
  const typed = {
    onBehalf: true,
    hasWording: false,
    isPolled: false,
    state: 'PUBLISHED',
    title: 'x',
  } as const;
  expect(whyCardStays({ ...typed, isPolled: true })).toBe('inVote');
  expect(whyCardStays(typed)).toBeNull();
  expect(whyCardStays({ ...typed, title: '–' })).toBe('over');
  expect(whyCardStays({ ...typed, onBehalf: false, hasWording: true })).toBe('ownWords');
});
