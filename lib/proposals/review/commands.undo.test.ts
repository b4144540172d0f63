import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { resumeTellings } from '@/lib/cases/telling/jobs';
import { setClock } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { makeSession, putOnAgenda } from '@/lib/forum/samples';
import type { AskedForFigures } from '@/lib/manifest';
import { proposalRow } from '@/lib/proposals/rows.mjs';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeCategory, makeDistrict, makeOffice } from '@/lib/testing/factories';
import { mailsAsSent } from '@/lib/testing/mails';
import { ownerDb } from '@/lib/testing/owner';
import { pagesAfter } from '@/lib/testing/pages';
import { proposalSeenNow } from '@/lib/testing/seen';
import { getPollPage } from '@/lib/voting/queries';
import { makePoll } from '@/lib/voting/samples';
import { cancelByTwo } from '@/lib/voting/stop/samples';
import { getProposal } from '../details/queries';
import { proposalsFragments } from '../fragments';
import { forgetOldProposals } from '../privacy';
import type { OfficeStep } from '../way/rules';
import { decideProposal } from './commands';
import { getProposalCase } from './queries';
import { tellSupportersOf } from './telling/jobs';

testDatabase();

let staff: Actor;
let districtId = '';
let categoryId = '';

beforeAll(async () => {
  await makeOffice();
  districtId = (await makeDistrict()).id;
  categoryId = (await makeCategory()).id;
  staff = await makeActor({ roles: ['COORDINATOR'] });
});
afterEach(() => setClock(null));

async function underReview() {
  const contact = { contactKind: 'MAIL', contactValue: 'a@person.example' } as const;
  const row = proposalRow({ title: 'Bank am Weg', districtId, state: 'UNDER_REVIEW', ...contact });
  return (await db.proposal.create({ data: row })).number;
}

const decide = async (number: number, step: OfficeStep, given = {}) =>
  decideProposal(staff, { number, step, seen: await proposalSeenNow(number), given });

const publish = (number: number) =>
  decide(number, 'publish', { categoryId, place: 'Keilbergring' });
const unpublish = (number: number) => decide(number, 'unpublish', { note: 'Eine Telefonnummer.' });
const find = (number: number) => db.proposal.findUniqueOrThrow({ where: { number } });

describe('what was published by mistake', () => {
  it('is off the site again, the person hears why, and it can be published anew', async () => {
    const number = await underReview();
    await publish(number);
    expect((await unpublish(number)).ok).toBe(true);
    expect(await find(number)).toMatchObject({ state: 'UNDER_REVIEW', publishedAt: null });
    expect(await getProposal({ locale: 'de' }, number)).toBeNull();
    const last = (await mailsAsSent()).at(-1);
    expect(last?.text).toContain('Eine Telefonnummer.');
    expect((await publish(number)).ok).toBe(true);
  });

  it('stays after a day, whatever the program believes', async () => {
    const number = await underReview();
    await publish(number);
    setClock(new Date(Date.now() + DAY_MS));
    expect(await unpublish(number)).toMatchObject({
      code: 'proposals.refused.publishedTooLongAgo',
    });
    setClock(null);
    const takeBack = (hours: number) =>
      ownerDb.$transaction(async (tx) => {
        await tx.$executeRaw`ALTER TABLE proposals DISABLE TRIGGER proposals_published_once`;
        await tx.$executeRaw`UPDATE proposals SET published_at = now() - ${hours} * interval '1 hour'
          WHERE number = ${number}`;
        await tx.$executeRaw`ALTER TABLE proposals ENABLE TRIGGER proposals_published_once`;
        await tx.$executeRaw`UPDATE proposals SET published_at = NULL, state = 'UNDER_REVIEW'
          WHERE number = ${number}`;
      });
    await expect(takeBack(24)).rejects.toThrow('this was settled before');
    await takeBack(23);
    expect(await find(number)).toMatchObject({ state: 'UNDER_REVIEW', publishedAt: null });
  });

  it('stays when anything else has become of it', async () => {
    const number = await underReview();
    await publish(number);
    await expect(
      db.$executeRaw`UPDATE proposals SET published_at = NULL, state = 'NOT_PUBLISHED' WHERE number = ${number}`,
    ).rejects.toThrow('this was settled before');
    await db.proposal.update({ where: { number }, data: { state: 'IN_FORUM' } });
    await expect(
      db.$executeRaw`UPDATE proposals SET published_at = NULL, state = 'UNDER_REVIEW' WHERE number = ${number}`,
    ).rejects.toThrow('this was settled before');
  });

  it('stays while there is a poll about it, also one not open yet', async () => {
    const number = await underReview();
    await publish(number);
    const { id: proposalId } = await find(number);
    const poll = await makePoll({ proposalId, draft: true });
    expect(await unpublish(number)).toMatchObject({ code: 'proposals.refused.pollStays' });
    expect((await find(number)).publishedAt).not.toBeNull();
    await db.poll.delete({ where: { id: poll.id } });
    expect((await unpublish(number)).ok).toBe(true);
  });

  it('leaves the kept page of a poll that was called off too', async () => {
    const number = await underReview();
    await publish(number);
    const { id: proposalId } = await find(number);
    const poll = await makePoll({ proposalId });
    await cancelByTwo(staff, { number: poll.number, reason: 'Der Weg wird verlegt.' });
    const pages = { poll: () => getPollPage(poll.number) };
    const drops = await pagesAfter(pages, () => unpublish(number));
    expect(drops).toEqual({ changed: ['poll'], dropped: ['poll'] });
  });
});

describe('what was entered by mistake as done or recommended', () => {
  const mistake = { note: 'Gemeint war Nr. 113.' };
  async function at(state: 'IN_PROGRESS' | 'IN_FORUM' | 'IN_VOTE') {
    const to = { to: state, at: new Date(), by: 'office', step: 'start' };
    const row = proposalRow({ districtId, state, publishedAt: new Date() });
    const contact = { contactKind: 'MAIL', contactValue: 'v@person.example' } as const;
    const data = { ...row, ...contact, steps: { create: to } };
    return db.proposal.create({ data, select: { id: true, number: true } });
  }

  it('stands where it stood, its author hears so, whoever supported it nothing, and it can be done anew', async () => {
    const { id, number } = await at('IN_PROGRESS');
    const { id: userId, email } = await makeActor();
    await db.proposalSupport.create({ data: { proposalId: id, userId } });
    const recipient = email ?? '';
    expect((await decide(number, 'finish', { resultNote: 'Die Bank steht.' })).ok).toBe(true);
    expect((await getProposalCase(staff, number))?.isTakeBackable).toBe(true);
    const pages = { proposal: () => getProposal({ locale: 'de' }, number) };
    const drops = await pagesAfter(pages, () => decide(number, 'takeBack', mistake));
    expect(drops).toEqual({ changed: ['proposal'], dropped: ['proposal'] });
    expect(await find(number)).toMatchObject({ state: 'IN_PROGRESS', resultNote: '' });
    const texts = await mailsAsSent({ recipient: 'v@person.example' });
    expect(texts.at(-1)?.text).toContain(mistake.note);
    expect((await getProposalCase(staff, number))?.isTakeBackable).toBe(false);
    await decide(number, 'finish', { resultNote: 'Jetzt steht sie.' });
    const tellings = await db.telling.findMany({
      where: { subjectId: id, name: 'tell-supporters' },
    });
    expect(tellings).toHaveLength(2);
    const jobs = await ownerDb.$queryRaw<{ hours: number }[]>`
      SELECT round(extract(epoch FROM run_at - now()) / 3600)::int AS hours FROM graphile_worker._private_jobs
      WHERE payload ->> 'tellingId' = ANY(${tellings.map((one) => one.id)})`;
    expect(jobs).toEqual([{ hours: 24 }, { hours: 24 }]);
    expect(await mailsAsSent({ recipient })).toEqual([]);
    setClock(new Date(Date.now() + DAY_MS));
    for (const telling of tellings) await tellSupportersOf(telling.id);
    const told = await mailsAsSent({ recipient });
    expect(told.map(({ text }) => text.includes('Jetzt steht sie.'))).toEqual([true]);
    expect(await db.telling.count({ where: { subjectId: id, name: 'tell-supporters' } })).toBe(0);
  });

  it('is told to nobody within the day, also when the queue was lost meanwhile', async () => {
    const { id, number } = await at('IN_PROGRESS');
    const { id: userId, email } = await makeActor();
    await db.proposalSupport.create({ data: { proposalId: id, userId } });
    const recipient = email ?? '';
    await decide(number, 'finish', { resultNote: 'Die Bank steht.' });
    const where = { subjectId: id, name: 'tell-supporters' };
    const { id: telling } = await db.telling.findFirstOrThrow({ where });
    const hours = async () =>
      (
        await ownerDb.$queryRaw<{ hours: number }[]>`
          SELECT round(extract(epoch FROM run_at - now()) / 3600)::int AS hours
          FROM graphile_worker._private_jobs WHERE payload ->> 'tellingId' = ${telling} ORDER BY run_at`
      ).map((job) => job.hours);
    const lost =
      await ownerDb.$executeRaw`DELETE FROM graphile_worker._private_jobs WHERE payload ->> 'tellingId' = ${telling}`;
    expect(lost).toBe(1);
    await resumeTellings();
    expect(await hours()).toEqual([0]);
    await tellSupportersOf(telling);
    expect(await mailsAsSent({ recipient })).toEqual([]);
    expect(await hours()).toEqual([0, 24]);
    expect((await decide(number, 'takeBack', mistake)).ok).toBe(true);
    await decide(number, 'finish', { resultNote: 'Jetzt steht sie.' });
    setClock(new Date(Date.now() + DAY_MS));
    for (const one of await db.telling.findMany({ where })) await tellSupportersOf(one.id);
    expect((await mailsAsSent({ recipient })).map(({ text }) => text.includes('Jetzt'))).toEqual([
      true,
    ]);
  });

  it('counts once as done, on the day it was', async () => {
    const { number } = await at('IN_PROGRESS');
    const done = async () => {
      const from = new Date(Date.now() - DAY_MS);
      const to = new Date(Date.now() + DAY_MS);
      const asked = { from, to, at: to, end: to } as unknown as AskedForFigures;
      const rows = await Promise.all(
        (proposalsFragments.records?.(asked) ?? []).map((query) =>
          db.$queryRaw<Record<string, unknown>[]>(query),
        ),
      );
      return rows.flat().filter((row) => Object.values(row)[0] === 'done' && row.number === number)
        .length;
    };
    await decide(number, 'finish', { resultNote: 'Die Bank steht.' });
    expect(await done()).toBe(1);
    await decide(number, 'takeBack', mistake);
    expect(await done()).toBe(0);
    await decide(number, 'finish', { resultNote: 'Die Bank steht.' });
    expect(await done()).toBe(1);
  });

  it('a vote that is over waits for the Forum as before', async () => {
    const { id: proposalId, number } = await at('IN_VOTE');
    const closesAt = new Date(Date.now() - DAY_MS);
    const opensAt = new Date(closesAt.getTime() - DAY_MS);
    await makePoll({ proposalId, opensAt, closesAt });
    const session = await makeSession({ state: 'HELD' });
    await putOnAgenda(session.id, number);
    expect((await decide(number, 'adopt', { sessionId: session.id, note: 'Ja' })).ok).toBe(true);
    expect((await decide(number, 'takeBack', mistake)).ok).toBe(true);
    expect(await find(number)).toMatchObject({ state: 'IN_VOTE', voteClosesAt: closesAt });
  });

  it('what the Forum did not recommend is before the Forum again; after a day it stays, whatever the program believes', async () => {
    const { id, number } = await at('IN_FORUM');
    const session = await makeSession({ state: 'HELD' });
    await putOnAgenda(session.id, number);
    const said = { sessionId: session.id, note: '12 Ja, 3 Nein' };
    expect((await decide(number, 'adopt', said)).ok).toBe(true);
    expect((await decide(number, 'takeBack', mistake)).ok).toBe(true);
    expect(await find(number)).toMatchObject({ state: 'IN_FORUM' });
    await decide(number, 'adopt', said);
    setClock(new Date(Date.now() + DAY_MS));
    expect(await decide(number, 'takeBack', mistake)).toMatchObject({
      code: 'proposals.refused.stepStays',
    });
    setClock(null);
    await ownerDb.$executeRaw`UPDATE proposals SET state_since = now() - interval '24 hours 1 millisecond' WHERE id = ${id}::uuid`;
    const back = db.proposal.update({ where: { id }, data: { state: 'IN_FORUM' } });
    await expect(back).rejects.toThrow('what is recommended or done for a day stays so');
  });
});

describe('what was not published', () => {
  it('is looked at again, and no reason of before is left', async () => {
    const number = await underReview();
    await decide(number, 'notPublish', { moderationReason: 'insult', help: 'Wir helfen gern.' });
    expect((await decide(number, 'reconsider', { note: 'Sie haben angerufen.' })).ok).toBe(true);
    expect(await find(number)).toMatchObject({
      state: 'UNDER_REVIEW',
      reasonCode: '',
      reasonText: '',
    });
  });
});

describe('the wording everybody reads', () => {
  const words = { publicTitle: 'Bank am Weg', publicBody: 'Bitte eine Bank auf halber Höhe.' };
  const publishAs = (number: number, given: Record<string, string>) =>
    decide(number, 'publish', { categoryId, place: 'Keilbergring', ...given });

  it('is the author’s own where nothing was changed, and nothing is kept twice', async () => {
    const number = await underReview();
    const { title, body } = await find(number);
    await publishAs(number, { publicTitle: title, publicBody: body });
    expect(await find(number)).toMatchObject({ title, body });
    expect(await db.proposalWording.count()).toBe(0);
  });

  it('is another one only where it is said how it was agreed; what came stays with author and office', async () => {
    const number = await underReview();
    const { title, body } = await find(number);
    expect(await publishAs(number, words)).toMatchObject({
      code: 'proposals.refused.wordingNotAgreed',
    });
    expect(await find(number)).toMatchObject({ state: 'UNDER_REVIEW', title, body });

    await publishAs(number, { ...words, wordingAgreed: 'PHONE' });
    const shown = await getProposal({ locale: 'de' }, number);
    expect(shown).toMatchObject({ title: words.publicTitle, body: words.publicBody });
    expect(JSON.stringify(shown)).not.toContain(body);
    const cameAs = async () => (await getProposalCase(staff, number))?.wording;
    expect(await cameAs()).toMatchObject({ title, body, agreedHow: 'PHONE' });

    // The first words stay the first ones; how the present ones were agreed is that of the present ones.
    await unpublish(number);
    await publishAs(number, { ...words, publicTitle: 'Eine Bank', wordingAgreed: 'LETTER' });
    expect(await cameAs()).toMatchObject({ title, body, agreedHow: 'LETTER' });

    // Whoever gets back their own words need not agree to them.
    await unpublish(number);
    await publishAs(number, { publicTitle: title, publicBody: body });
    expect(await find(number)).toMatchObject({ state: 'PUBLISHED', title, body });
    expect(await cameAs()).toBeNull();
  });

  it('goes with what was joined to another and never read', async () => {
    const number = await underReview();
    await publishAs(number, { ...words, wordingAgreed: 'PHONE' });
    await unpublish(number);
    const lead = await underReview();
    await db.proposal.update({
      where: { number },
      data: {
        state: 'MERGED',
        stateSince: new Date(Date.now() - 91 * DAY_MS),
        mergedInto: { connect: { number: lead } },
      },
    });
    await forgetOldProposals();
    expect(await db.proposalWording.count({ where: { proposal: { number } } })).toBe(0);
    expect(await find(number)).toMatchObject({ body: '' });
  });

  it('leaves nothing of what came with whoever takes it back, or six months after it is over', async () => {
    const [taken, over] = [await underReview(), await underReview()];
    for (const number of [taken, over]) {
      await publishAs(number, { ...words, wordingAgreed: 'IN_PERSON' });
    }
    await decide(taken, 'withdraw');
    const stateSince = new Date(Date.now() - 184 * DAY_MS);
    const closed = { state: 'DONE', resultNote: 'Steht.', stateSince } as const;
    await db.proposal.update({ where: { number: over }, data: closed });
    expect(await db.proposalWording.count({ where: { proposal: { number: taken } } })).toBe(0);
    await forgetOldProposals();
    expect(await db.proposalWording.count({ where: { proposal: { number: over } } })).toBe(0);
  });
});
