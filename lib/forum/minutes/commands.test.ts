import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { moveAgendaItem, saveAgendaItem } from '@/lib/forum/agenda/commands';
import { setTurnout } from '@/lib/forum/decisions/commands';
import { setModeration } from '@/lib/forum/moderation/commands';
import { makeSession } from '@/lib/forum/samples';
import { getSession } from '@/lib/forum/sessions/queries';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest, makeOffice, whyNotAllowed } from '@/lib/testing/factories';
import { itemSeenNow, minutesSeenNow, seenNow } from '@/lib/testing/seen';
import {
  confirmMinutes,
  returnMinutes,
  saveMinutes,
  submitMinutes,
  takeBackMinutes,
} from './commands';
import { getMinutes, hasRepresentation, listForRepresentation, listMinutesItems } from './queries';

testDatabase();

const viewer = { locale: 'de' };
let staff: Actor;
let council: Actor;

beforeAll(async () => {
  await makeOffice();
  staff = await makeActor({ roles: ['COORDINATOR'] });
});
beforeEach(async () => {
  await db.roleGrant.deleteMany({ where: { role: 'REPRESENTATIVE' } });
  council = await makeActor({ roles: ['REPRESENTATIVE'], secondFactor: false });
});

const item = { kind: 'formal' as const, minutes: 10, presenter: '', note: '', proposals: [] };
const TEXT = 'Der Weg wird im März gebaut.';

/** What the form sends that shows the agenda of this moment: words under its first item. */
async function written(session: number, text = TEXT) {
  const first = await db.agendaItem.findFirst({
    where: { session: { number: session } },
    orderBy: { position: 'asc' },
  });
  return await minutesSeenNow({ session, records: first ? [{ item: first.id, text }] : [] });
}

/** A session that is over, with one item, counted and minuted. */
async function drafted(attended: number | null = 14) {
  const { id, number } = await makeSession({ state: 'HELD', inDays: -2 });
  await db.agendaItem.create({
    data: { ...item, proposals: {}, sessionId: id, position: 1, title: 'Weg' },
  });
  await db.forumSession.update({ where: { id }, data: { attended } });
  expect((await saveMinutes(staff, await written(number))).ok).toBe(true);
  return number;
}

const publicText = async (number: number) => (await getSession(viewer, number))?.minutes ?? null;
const stateOf = async (number: number) =>
  (await db.forumSession.findUniqueOrThrow({ where: { number } })).state;

describe('minutes', () => {
  it('are read by nobody who only knows the session before they are public', async () => {
    const number = await drafted();
    const { id } = await db.forumSession.findUniqueOrThrow({ where: { number } });
    expect(await listMinutesItems(id)).toEqual([]);
    await submitMinutes(staff, await minutesSeenNow({ session: number }));
    expect(await listMinutesItems(id)).toEqual([]);
    await confirmMinutes(council, await minutesSeenNow({ session: number }));
    expect(await listMinutesItems(id)).toMatchObject([{ record: TEXT }]);
  });

  it('go from the office through the representation to everybody', async () => {
    const number = await drafted();
    await expect(getMinutes(council, number)).rejects.toThrow('NOT_FOUND');
    await submitMinutes(staff, await minutesSeenNow({ session: number }));
    expect(await publicText(number)).toBeNull();
    expect((await listForRepresentation(council)).minutes.map((one) => one.number)).toContain(
      number,
    );
    expect((await confirmMinutes(council, await minutesSeenNow({ session: number }))).ok).toBe(
      true,
    );
    expect(await publicText(number)).toMatchObject({
      isConfirmed: true,
      items: [{ record: 'Der Weg wird im März gebaut.' }],
    });
    expect(await stateOf(number)).toBe('MINUTES_APPROVED');
    expect((await confirmMinutes(council, await minutesSeenNow({ session: number }))).ok).toBe(
      false,
    );
  });

  it('come back with a note and can be written again', async () => {
    const number = await drafted();
    await submitMinutes(staff, await minutesSeenNow({ session: number }));
    const again = () => written(number, 'Im April.');
    expect((await saveMinutes(staff, await again())).ok).toBe(false);
    await returnMinutes(council, await minutesSeenNow({ session: number, note: 'Es war April.' }));
    expect(await getMinutes(staff, number)).toMatchObject({
      state: 'DRAFT',
      returnNote: 'Es war April.',
    });
    expect((await saveMinutes(staff, await again())).ok).toBe(true);
    await submitMinutes(staff, await minutesSeenNow({ session: number }));
    expect(await getMinutes(council, number)).toMatchObject({
      returnNote: '',
      items: [{ record: 'Im April.' }],
    });
  });

  it('can be taken back by the office until somebody confirms, without a second mail', async () => {
    const number = await drafted();
    const mails = async () =>
      await db.outgoingMail.findMany({ where: { recipient: council.email ?? '' } });
    const input = { session: number };
    expect(await takeBackMinutes(staff, await minutesSeenNow(input))).toMatchObject({
      code: 'forum.refused.minutesNotWaiting',
    });
    expect(await submitMinutes(staff, await minutesSeenNow(input))).toMatchObject({
      value: { minutes: 'SUBMITTED' },
    });
    const [mail] = await mails();
    expect(mail?.text).toContain(`/konto/forum/${number}/protokoll`);
    expect((await takeBackMinutes(staff, await minutesSeenNow(input))).ok).toBe(true);
    expect(await getMinutes(staff, number)).toMatchObject({ state: 'DRAFT' });
    expect((await confirmMinutes(council, await minutesSeenNow(input))).ok).toBe(false);
    await submitMinutes(staff, await minutesSeenNow(input));
    expect(await mails()).toHaveLength(1);
    // What they gave back themselves they want to see again.
    await returnMinutes(council, await minutesSeenNow({ ...input, note: 'Es war April.' }));
    await submitMinutes(staff, await minutesSeenNow(input));
    expect(await mails()).toHaveLength(2);
    await confirmMinutes(council, await minutesSeenNow(input));
    expect((await takeBackMinutes(staff, await minutesSeenNow(input))).ok).toBe(false);
    for (const actor of [makeGuest(), await makeActor(), council]) {
      await expect(takeBackMinutes(actor, await minutesSeenNow(input))).rejects.toThrow(
        whyNotAllowed(actor),
      );
    }
  });

  it('are published unconfirmed where whoever was elected works in the office too', async () => {
    await db.roleGrant.deleteMany({ where: { role: 'REPRESENTATIVE' } });
    for (const role of ['COORDINATOR', 'COUNSELLOR', 'ADMIN'] as const)
      await makeActor({ roles: [role, 'REPRESENTATIVE'] });
    expect(await hasRepresentation(staff)).toBe(false);
    const session = await drafted();
    expect(await submitMinutes(staff, await minutesSeenNow({ session }))).toMatchObject({
      value: { minutes: 'UNCONFIRMED' },
    });
    const { state } = await getMinutes(staff, session);
    expect(state).toBe('UNCONFIRMED');
  });

  it('are published unconfirmed where nobody can confirm, and can be confirmed later', async () => {
    await db.roleGrant.deleteMany({ where: { role: 'REPRESENTATIVE' } });
    const number = await drafted();
    await submitMinutes(staff, await minutesSeenNow({ session: number }));
    expect(await publicText(number)).toMatchObject({ isConfirmed: false });
    const elected = await makeActor({ roles: ['REPRESENTATIVE'], secondFactor: false });
    expect(
      (await returnMinutes(elected, await minutesSeenNow({ session: number, note: 'Zu spät.' })))
        .ok,
    ).toBe(false);
    expect((await confirmMinutes(elected, await minutesSeenNow({ session: number }))).ok).toBe(
      true,
    );
    expect(await publicText(number)).toMatchObject({ isConfirmed: true });
  });

  it('need people counted, words written, and a session that is over', async () => {
    const uncounted = await drafted(null);
    expect(await submitMinutes(staff, await minutesSeenNow({ session: uncounted }))).toMatchObject({
      code: 'forum.refused.minutesNeedTurnout',
    });
    const empty = await drafted();
    await saveMinutes(staff, await written(empty, ''));
    expect(await submitMinutes(staff, await minutesSeenNow({ session: empty }))).toMatchObject({
      code: 'forum.refused.minutesEmpty',
    });
    const { number } = await makeSession();
    expect(await saveMinutes(staff, await written(number))).toMatchObject({
      code: 'forum.refused.notYetHeld',
    });
  });

  it('are confirmed by nobody of the office and written by nobody else', async () => {
    const number = await drafted();
    await submitMinutes(staff, await minutesSeenNow({ session: number }));
    const both = await makeActor({ roles: ['COORDINATOR', 'REPRESENTATIVE'] });
    for (const actor of [makeGuest(), await makeActor(), staff, both]) {
      await expect(
        confirmMinutes(actor, await minutesSeenNow({ session: number })),
      ).rejects.toThrow(whyNotAllowed(actor));
      const note = { session: number, note: 'Nein, so nicht.' };
      await expect(returnMinutes(actor, await minutesSeenNow(note))).rejects.toThrow(
        whyNotAllowed(actor),
      );
    }
    for (const actor of [makeGuest(), await makeActor(), council]) {
      await expect(saveMinutes(actor, await written(number))).rejects.toThrow(whyNotAllowed(actor));
      await expect(submitMinutes(actor, await minutesSeenNow({ session: number }))).rejects.toThrow(
        whyNotAllowed(actor),
      );
    }
  });
});

describe('the representation', () => {
  const newItem = (session: number) => ({
    ...item,
    session,
    item: '' as const,
    title: 'Unser Punkt',
  });

  it('sets the agenda of a coming session, not of one that began; minuted ones are fixed for all', async () => {
    const { id, number } = await makeSession();
    expect((await saveAgendaItem(council, await itemSeenNow(newItem(number)))).ok).toBe(true);
    const { id: made } = await db.agendaItem.findFirstOrThrow({ where: { sessionId: id } });
    expect(
      (
        await moveAgendaItem(
          council,
          await itemSeenNow({ session: number, item: made, move: 'remove' }),
        )
      ).ok,
    ).toBe(true);
    const running = await makeSession({ state: 'RUNNING', inDays: 0 });
    expect(await saveAgendaItem(council, await itemSeenNow(newItem(running.number)))).toMatchObject(
      {
        code: 'forum.refused.onlyAhead',
      },
    );
    const handedOver = await drafted();
    await submitMinutes(staff, await minutesSeenNow({ session: handedOver }));
    expect(await saveAgendaItem(staff, await itemSeenNow(newItem(handedOver)))).toMatchObject({
      code: 'forum.refused.minutesHandedOver',
    });
    const resident = await makeActor();
    await expect(saveAgendaItem(resident, await itemSeenNow(newItem(number)))).rejects.toThrow(
      'NOT_FOUND',
    );
  });

  it('moderates, by name only if the person agrees', async () => {
    await db.user.update({ where: { id: council.id }, data: { displayName: 'Renate Vogel' } });
    const named = { ...council, displayName: 'Renate Vogel' };
    const { number } = await makeSession();
    const shown = async () => (await getSession(viewer, number))?.moderator;
    await setModeration(named, { session: number, step: 'take' });
    expect(await shown()).toBe('Sprecherrat');
    await setModeration(named, { session: number, step: 'take', named: 'yes' });
    expect(await shown()).toBe('Renate Vogel (Sprecherrat)');
    const other = await makeActor({ roles: ['REPRESENTATIVE'], secondFactor: false });
    expect(await setModeration(other, { session: number, step: 'take' })).toMatchObject({
      code: 'forum.refused.moderatedBySomebodyElse',
    });
    await setModeration(named, { session: number, step: 'leave' });
    expect(await shown()).toBe('');
  });

  it('needs a name to be named, and a session that is ahead', async () => {
    const { number } = await makeSession();
    expect(
      await setModeration(council, { session: number, step: 'take', named: 'yes' }),
    ).toMatchObject({
      code: 'forum.refused.nameMissing',
    });
    const over = await makeSession({ state: 'HELD', inDays: -1 });
    expect((await setModeration(council, { session: over.number, step: 'take' })).ok).toBe(false);
    await expect(setModeration(staff, { session: number, step: 'take' })).rejects.toThrow(
      'NOT_FOUND',
    );
  });
});

describe('two people who read the same', () => {
  it('write one after the other, and nobody confirms words they have not read', async () => {
    const number = await drafted();
    const seen = await minutesSeenNow({ session: number });
    const forms = [await written(number, 'Im März.'), await written(number, 'Im April.')];
    const both = await Promise.all(forms.map((form) => saveMinutes(staff, form)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: CHANGED_MEANWHILE });
    const [kept] = (await getMinutes(staff, number)).items;
    expect(kept?.record).toBe(both[0]?.ok ? 'Im März.' : 'Im April.');
    await submitMinutes(staff, await minutesSeenNow(seen));
    const read = await minutesSeenNow(seen);
    await takeBackMinutes(staff, read);
    await saveMinutes(staff, await written(number));
    await submitMinutes(staff, await minutesSeenNow(seen));
    expect(await confirmMinutes(council, read)).toMatchObject({ code: CHANGED_MEANWHILE });
    expect(await getMinutes(council, number)).toMatchObject({ state: 'SUBMITTED' });
  });

  it.each([
    ['moved', (session: number, [first]: string[]) => moveOf(session, first, 'down')],
    ['shortened', (session: number, [, second]: string[]) => moveOf(session, second, 'remove')],
    ['longer', (session: number) => rewriteOf(session, '')],
    ['rewritten', (session: number, [, second]: string[]) => rewriteOf(session, second)],
  ])('write for no agenda that was %s meanwhile', async (_how, change) => {
    const number = await drafted();
    await rewriteOf(number, '');
    const items = (await getMinutes(staff, number)).items.map(({ id }) => id);
    const form = await written(number, 'Im April.');
    const paper = await minutesSeenNow({ session: number });
    expect((await change(number, items)).ok).toBe(true);
    expect(await saveMinutes(staff, form)).toMatchObject({ code: CHANGED_MEANWHILE });
    expect(await submitMinutes(staff, paper)).toMatchObject({ code: CHANGED_MEANWHILE });
    const kept = (await getMinutes(staff, number)).items.map(({ id, record }) => [id, record]);
    expect(kept.filter(([, record]) => record !== '')).toEqual([[items[0], TEXT]]);
  });

  it('write under an item wherever it stands, and under none of another session', async () => {
    const number = await drafted();
    await rewriteOf(number, '');
    const form = await written(number, 'Im April.');
    await moveOf(number, form.records[0]?.item, 'down');
    expect((await saveMinutes(staff, await minutesSeenNow(form))).ok).toBe(true);
    expect((await getMinutes(staff, number)).items).toMatchObject([
      { title: 'Neu', record: '' },
      { title: 'Weg', record: 'Im April.' },
    ]);
    const foreign = await minutesSeenNow({ ...form, session: await drafted() });
    await expect(saveMinutes(staff, foreign)).rejects.toThrow('NOT_FOUND');
  });

  it('hand over what was typed last, all of it or nothing', async () => {
    const number = await drafted(null);
    const form = await written(number, 'Im April.');
    const kept = async () => (await getMinutes(staff, number)).items.map(({ record }) => record);
    expect(await submitMinutes(staff, form)).toMatchObject({
      code: 'forum.refused.minutesNeedTurnout',
    });
    expect(await kept()).toEqual([TEXT]);
    await setTurnout(staff, await seenNow({ session: number, attended: 15, votingResidents: 9 }));
    expect((await submitMinutes(staff, await minutesSeenNow(form))).ok).toBe(true);
    expect(await kept()).toEqual(['Im April.']);
  });

  it('hand over the number of people they have seen', async () => {
    const number = await drafted(14);
    const paper = await minutesSeenNow({ session: number });
    const counted = { session: number, attended: 15, votingResidents: 9 };
    await setTurnout(staff, await seenNow(counted));
    expect(await submitMinutes(staff, paper)).toMatchObject({ code: CHANGED_MEANWHILE });
    expect((await submitMinutes(staff, await minutesSeenNow(paper))).ok).toBe(true);
  });
});

const moveOf = async (session: number, of: string | undefined, move: 'down' | 'remove') =>
  moveAgendaItem(staff, await itemSeenNow({ session, item: of ?? '', move }));
const rewriteOf = async (session: number, of: string | undefined) =>
  saveAgendaItem(staff, await itemSeenNow({ ...item, session, item: of ?? '', title: 'Neu' }));
