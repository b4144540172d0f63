import { beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { makeSession, putOnAgenda } from '@/lib/forum/samples';
import { forgetStruckItems } from '@/lib/forum/sessions/privacy';
import { requestRow } from '@/lib/initiatives/rows.mjs';
import { proposalRow } from '@/lib/proposals/rows.mjs';
import { testDatabase } from '@/lib/testing/database';
import {
  makeActor,
  makeDistrict,
  makeGuest,
  makeOffice,
  whyNotAllowed,
} from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { itemSeenNow } from '@/lib/testing/seen';
import { moveAgendaItem, saveAgendaItem } from './commands';
import { listAgenda, listProposalsForAgenda, listStruck } from './queries';
import type { AgendaItemInput } from './schema';

testDatabase();

let staff: Awaited<ReturnType<typeof makeActor>>;
let districtId = '';
beforeAll(async () => {
  await makeOffice();
  staff = await makeActor({ roles: ['COORDINATOR'] });
  districtId = (await makeDistrict()).id;
});

const item = (
  session: number,
  title: string,
  more: Partial<AgendaItemInput> = {},
): AgendaItemInput => ({
  session,
  item: '',
  version: 0,
  title,
  kind: 'proposals',
  minutes: 15,
  presenter: '',
  note: '',
  proposals: [],
  ...more,
});

async function agendaOf(sessionId: string) {
  return listAgenda(sessionId);
}

async function sessionWith(...titles: string[]) {
  const session = await makeSession();
  for (const title of titles)
    await saveAgendaItem(staff, await itemSeenNow(item(session.number, title)));
  return session;
}

async function makeProposal(title: string, isPublished: boolean) {
  const state = isPublished ? 'PUBLISHED' : 'UNDER_REVIEW';
  return db.proposal.create({ data: proposalRow({ title, districtId, state }) });
}

describe('the agenda', () => {
  it('grows at the end, is moved and shortened without holes', async () => {
    const { id, number } = await sessionWith('Begrüßung', 'Bank', 'Licht');
    const [, , light] = await agendaOf(id);
    await moveAgendaItem(
      staff,
      await itemSeenNow({ session: number, item: light?.id ?? '', move: 'up' }),
    );
    await moveAgendaItem(
      staff,
      await itemSeenNow({ session: number, item: light?.id ?? '', move: 'up' }),
    );
    const [first] = await agendaOf(id);
    expect(first?.title).toBe('Licht');
    await moveAgendaItem(
      staff,
      await itemSeenNow({ session: number, item: first?.id ?? '', move: 'remove' }),
    );
    await saveAgendaItem(staff, await itemSeenNow(item(number, 'Termine')));
    expect((await agendaOf(id)).map(({ position, title }) => [position, title])).toEqual([
      [1, 'Begrüßung'],
      [2, 'Bank'],
      [3, 'Termine'],
    ]);
  });

  it('stays whole when two people work on it', async () => {
    const { id, number } = await sessionWith('Eins', 'Zwei', 'Drei', 'Vier');
    const items = await agendaOf(id);
    await Promise.all(
      items.flatMap(({ id: one }) => [
        moveAgendaItem(staff, { session: number, item: one, version: 1, move: 'down' }),
        saveAgendaItem(staff, item(number, 'Neu')),
      ]),
    );
    const after = await agendaOf(id);
    expect(after.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('is changed by one of two who saw the same', async () => {
    const { id, number } = await sessionWith('Begrüßung');
    const [one] = await agendaOf(id);
    const seen = { item: one?.id ?? '', version: 1 };
    const both = await Promise.all([
      saveAgendaItem(staff, item(number, 'Anfang', { ...seen, presenter: 'Sprecherrat' })),
      saveAgendaItem(staff, item(number, 'Anfang', { ...seen, presenter: 'Büro' })),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const [kept] = await agendaOf(id);
    expect(kept?.presenter).toBe(both[0]?.ok ? 'Sprecherrat' : 'Büro');
    const late = await moveAgendaItem(staff, { session: number, ...seen, move: 'remove' });
    expect(late).toMatchObject({ code: CHANGED_MEANWHILE });
    expect(await agendaOf(id)).toHaveLength(1);
  });

  it('goes one place when two press the same button of the same page', async () => {
    const { id, number } = await sessionWith('Eins', 'Zwei', 'Drei');
    const last = (await agendaOf(id)).at(-1);
    const seen = await itemSeenNow({ session: number, item: last?.id ?? '', move: 'up' as const });
    const both = await Promise.all([moveAgendaItem(staff, seen), moveAgendaItem(staff, seen)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await agendaOf(id)).map(({ title }) => title)).toEqual(['Eins', 'Drei', 'Zwei']);
  });

  it('links published proposals only and shows only those', async () => {
    const { id, number } = await makeSession();
    const open = await makeProposal('Bank am Weg', true);
    const hidden = await makeProposal('Noch in Prüfung', false);
    const proposals = [open.number, hidden.number];
    await saveAgendaItem(staff, await itemSeenNow(item(number, 'Vorschläge', { proposals })));
    expect((await agendaOf(id))[0]?.proposals).toEqual([
      { number: open.number, title: 'Bank am Weg', raised: false },
    ]);
    const offered = await listProposalsForAgenda(staff);
    expect(offered.map((one) => one.number)).toEqual([open.number]);
    // Even if somebody could take back what is public.
    await ownerDb.$executeRaw`ALTER TABLE proposals DISABLE TRIGGER proposals_published_once`;
    await ownerDb.proposal.update({ where: { id: open.id }, data: { publishedAt: null } });
    await ownerDb.$executeRaw`ALTER TABLE proposals ENABLE TRIGGER proposals_published_once`;
    expect((await agendaOf(id))[0]?.proposals).toEqual([]);
  });

  it('gives back what was struck, as it was, for a day', async () => {
    const { id, number } = await sessionWith('Begrüßung', 'Bank');
    const open = await makeProposal('Bank am Weg', true);
    const [, bank] = await agendaOf(id);
    const was = { item: bank?.id ?? '', presenter: 'Frau Weber', proposals: [open.number] };
    await saveAgendaItem(staff, await itemSeenNow(item(number, 'Bank', was)));
    const before = (await agendaOf(id))[1];
    const act = async (move: 'remove' | 'restore') =>
      moveAgendaItem(staff, await itemSeenNow({ session: number, item: was.item, move }));
    await act('remove');
    expect(await listStruck(staff, id)).toEqual([{ id: was.item, title: 'Bank' }]);
    await act('restore');
    // Pressed twice it changes nothing.
    expect((await act('restore')).ok).toBe(true);
    expect((await agendaOf(id))[1]).toEqual(before);
    expect(await listStruck(staff, id)).toEqual([]);

    await act('remove');
    setClock(new Date(Date.now() + DAY_MS + 60_000));
    expect(await act('restore')).toMatchObject({ code: 'forum.refused.struckTooLongAgo' });
    expect(await listStruck(staff, id)).toEqual([]);
    expect(await forgetStruckItems()).toBeGreaterThan(0);
    expect(await db.struckAgendaItem.count()).toBe(0);
    setClock(null);
    expect(await agendaOf(id)).toHaveLength(1);
  });

  it('keeps what the Forum spoke of', async () => {
    const { id, number } = await makeSession({ state: 'HELD', inDays: -3 });
    const open = await makeProposal('Bank am Weg', true);
    const other = await makeProposal('Lampe', true);
    const add = async (...proposals: number[]) =>
      saveAgendaItem(staff, await itemSeenNow(item(number, 'Bank', { proposals })));
    await add(open.number, other.number);
    const was = { item: (await agendaOf(id))[0]?.id ?? '' };
    const save = async (...proposals: number[]) =>
      saveAgendaItem(staff, await itemSeenNow(item(number, 'Bank', { ...was, proposals })));
    const said = { proposalId: open.id, sessionId: id, to: 'ADOPTED', by: 'forum' } as const;
    await db.proposalStep.create({ data: { ...said, at: new Date() } });
    const held = { code: 'forum-authors.refused.forumSpokeOfIt' };
    expect(await save(other.number)).toMatchObject(held);
    const strike = { session: number, ...was, move: 'remove' as const };
    expect(await moveAgendaItem(staff, await itemSeenNow(strike))).toMatchObject(held);
    expect(await save(open.number)).toMatchObject({ ok: true });
    // It may stand there somewhere else.
    await add(open.number);
    expect(await moveAgendaItem(staff, await itemSeenNow(strike))).toMatchObject({ ok: true });
    expect((await agendaOf(id)).map(({ proposals }) => proposals.length)).toEqual([1]);
  });

  it('keeps what was promised because the Forum recommended it there', async () => {
    const { id: sessionId, number: session } = await makeSession({ state: 'HELD', inDays: -1 });
    const [agendaItemId, other] = [await putOnAgenda(sessionId), await putOnAgenda(sessionId)];
    const requestedAt = new Date(Date.now() - 9 * DAY_MS);
    const { id: requestId } = await db.supportRequest.create({
      data: requestRow({ districtId, kinds: ['MONEY'], requestedAt }),
    });
    const step = {
      to: 'CONFIRMED',
      at: new Date(),
      by: 'office',
      sessionId,
      agendaItemId,
    } as const;
    await db.supportStep.create({ data: { requestId, ...step } });
    const strike = async (item: string) =>
      moveAgendaItem(staff, await itemSeenNow({ session, item, move: 'remove' as const }));
    const code = 'forum-authors.refused.forumRecommendedThere';
    expect(await strike(agendaItemId)).toMatchObject({ ok: false, code });
    await expect(db.agendaItem.delete({ where: { id: agendaItemId } })).rejects.toThrow(
      'the Forum recommended it there',
    );
    expect(await strike(other)).toMatchObject({ ok: true });
    // Until it was taken back as a mistake; the meeting stays named.
    const back = { requestId, to: 'NEEDS_DECISION', at: new Date(), by: 'office' } as const;
    await db.supportStep.create({ data: back });
    expect(await strike(agendaItemId)).toMatchObject({ ok: true });
    const named = await db.supportStep.findFirstOrThrow({ where: { requestId, to: 'CONFIRMED' } });
    expect(named).toMatchObject({ sessionId, agendaItemId: null });
  });

  it('lets go of what it is said to have spoken of by mistake', async () => {
    const { id, number } = await makeSession({ state: 'HELD', inDays: -3 });
    const open = await makeProposal('Bank am Weg', true);
    const items = [item(number, 'Bank', { proposals: [open.number] }), item(number, 'Ende')];
    for (const one of items) await saveAgendaItem(staff, await itemSeenNow(one));
    const step = (to: 'ADOPTED' | 'IN_FORUM', more: object) =>
      db.proposalStep.create({
        data: { proposalId: open.id, to, at: new Date(), by: 'office', ...more },
      });
    const strike = async () => {
      const [{ id: of = '' } = {}] = await agendaOf(id);
      const move = { session: number, item: of, move: 'remove' as const };
      return moveAgendaItem(staff, await itemSeenNow(move));
    };
    const held = { code: 'forum-authors.refused.forumSpokeOfIt' };
    await step('ADOPTED', { by: 'forum', sessionId: id, step: 'adopt' });
    expect(await strike()).toMatchObject(held);
    await step('IN_FORUM', { step: 'takeBack' });
    // Said anew it holds again; only the mistake does not.
    await step('ADOPTED', { by: 'forum', sessionId: id, step: 'adopt' });
    expect(await strike()).toMatchObject(held);
    await step('IN_FORUM', { step: 'takeBack' });
    expect(await strike()).toMatchObject({ ok: true });
    expect((await agendaOf(id)).map(({ title }) => title)).toEqual(['Ende']);
  });

  it('marks what was put on it after the beginning, and keeps the mark when it is struck and put back', async () => {
    // One after the other: an item names its proposals in the order of their numbers.
    const announced = await makeProposal('Bank', true);
    const floor = await makeProposal('Licht', true);
    const late = await makeProposal('Weg', true);
    const { id, number } = await sessionWith('Begrüßung');
    const [first] = await agendaOf(id);
    const save = async (title: string, of: string, ...proposals: number[]) =>
      saveAgendaItem(staff, await itemSeenNow(item(number, title, { item: of, proposals })));
    await save('Begrüßung', first?.id ?? '', announced.number);
    await db.forumSession.update({ where: { id }, data: { state: 'RUNNING' } });
    await save('Begrüßung', first?.id ?? '', announced.number, late.number);
    await save('Licht am Weg', '', floor.number);
    const marks = async () =>
      (await agendaOf(id)).map(({ title, raised, proposals }) => [
        title,
        raised,
        ...proposals.map((one) => one.raised),
      ]);
    const before = [
      ['Begrüßung', false, false, true],
      ['Licht am Weg', true, true],
    ];
    expect(await marks()).toEqual(before);
    for (const move of ['remove', 'restore'] as const) {
      const moved = { session: number, item: first?.id ?? '', move };
      expect(await moveAgendaItem(staff, await itemSeenNow(moved))).toMatchObject({ ok: true });
    }
    expect(await marks()).toEqual(before.toReversed());
  });

  it('is rewritten in place', async () => {
    const { id, number } = await sessionWith('Begrüßung', 'Bank');
    const [first] = await agendaOf(id);
    await saveAgendaItem(
      staff,
      await itemSeenNow(item(number, 'Willkommen', { item: first?.id ?? '', minutes: 5 })),
    );
    expect((await agendaOf(id)).map(({ title, minutes }) => [title, minutes])).toEqual([
      ['Willkommen', 5],
      ['Bank', 15],
    ]);
  });

  it("does not touch another session's items, nor for strangers", async () => {
    const mine = await sessionWith('Begrüßung');
    const other = await sessionWith('Fremd');
    const [foreign] = await agendaOf(other.id);
    const move = { session: mine.number, item: foreign?.id ?? '', move: 'remove' } as const;
    await expect(moveAgendaItem(staff, await itemSeenNow(move))).rejects.toThrow('NOT_FOUND');
    const rewrite = item(mine.number, 'Gekapert', { item: foreign?.id ?? '' });
    await expect(saveAgendaItem(staff, await itemSeenNow(rewrite))).rejects.toThrow('NOT_FOUND');
    for (const actor of [makeGuest(), await makeActor()]) {
      await expect(
        saveAgendaItem(actor, await itemSeenNow(item(mine.number, 'Neu'))),
      ).rejects.toThrow(whyNotAllowed(actor));
      await expect(moveAgendaItem(actor, await itemSeenNow(move))).rejects.toThrow(
        whyNotAllowed(actor),
      );
      await expect(listProposalsForAgenda(actor)).rejects.toThrow(whyNotAllowed(actor));
    }
    expect((await agendaOf(other.id))[0]?.title).toBe('Fremd');
  });
});
