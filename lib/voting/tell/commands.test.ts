import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { system } from '@/lib/accounts/actor';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { newCode } from '@/lib/core/tokens';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeOffice } from '@/lib/testing/factories';
import { makePoll } from '@/lib/voting/samples';
import { sealPoll } from '../commands';
import { getPollForOffice } from '../prepare/queries';
import { getPoll, listArchivedPolls, listPolls } from '../queries';
import { castBallot } from '../vote/commands';
import { archivePoll, correctPollNote, publishNote, unarchivePoll } from './commands';
import { listNotesToCorrect } from './queries';

testDatabase();

const why = 'Die Fläche gehört der Bahn. Das sagt das Bauamt.';
let staff: Actor;
let resident: Actor;

beforeAll(async () => {
  await makeOffice();
  staff = await makeActor({ roles: ['COORDINATOR'] });
  resident = await makeActor();
});

afterEach(() => moveClock(null));

const vote = async (poll: number, choices: string[]) =>
  castBallot(await makeActor(), { poll, step: 'cast', choices, age: true }, newCode(26));

async function published() {
  const poll = await makePoll();
  await vote(poll.number, [poll.optionIds[1] ?? '']);
  await moveClock(poll.closesAt);
  expect(await sealPoll(system, poll.id)).toBe('published');
  return poll;
}

describe('what was said about a result', () => {
  it('is corrected: everybody reads when and why, the office what it said', async () => {
    const { number } = await published();
    const text = 'Es waren 81 Umschläge und nicht 18.';
    await publishNote(staff, { number, text });
    const [note] = await listNotesToCorrect(staff, number);
    const reason = 'Die Zahlen waren vertauscht.';
    const right = 'Es waren 18 Umschläge und nicht 81.';
    const better = { number, id: note?.id ?? '', version: 1, text: right, reason, forget: false };
    expect(
      await correctPollNote(staff, { ...better, reason: 'Frau Krause sagt es.' }),
    ).toMatchObject({ code: 'outreach-rounds.trace.name', field: 'reason' });
    expect(await correctPollNote(staff, { ...better, text })).toMatchObject({
      code: 'audit.correction.refused.nothing',
    });
    expect(await correctPollNote(staff, better)).toMatchObject({ ok: true });
    expect(await correctPollNote(staff, { ...better, text: why })).toMatchObject({ ok: false });
    expect((await getPoll(number)).notes).toMatchObject([
      { text: right, corrections: [{ reason }] },
    ]);
    expect(await listNotesToCorrect(staff, number)).toMatchObject([
      { text: right, version: 2, earlier: [{ earlier: [{ column: 'text', text }] }] },
    ]);
    await expect(correctPollNote(resident, better)).rejects.toThrow('NOT_FOUND');
    await expect(listNotesToCorrect(resident, number)).rejects.toThrow('NOT_FOUND');
  });

  it('before it was published stays as those who counted wrote it', async () => {
    const { id, number, closesAt } = await published();
    const before = new Date(closesAt.getTime() - 1000);
    const { id: note } = await db.pollNote.create({
      data: { pollId: id, text: 'Ein Zettel zu viel.', publishedAt: before },
    });
    expect(await listNotesToCorrect(staff, number)).toEqual([]);
    const better = { number, id: note, version: 1, text: why, reason: why, forget: false };
    await expect(correctPollNote(staff, better)).rejects.toThrow('NOT_FOUND');
  });
});

describe('a published poll', () => {
  it('gets a note and keeps its numbers', async () => {
    const poll = await published();
    const before = (await getPoll(poll.number)).result;
    const text = 'Ein Umschlag wurde übersehen. Am Ergebnis ändert er nichts.';
    const named = { number: poll.number, text: 'Frau Krause hat einen Umschlag übersehen.' };
    expect(await publishNote(staff, named)).toMatchObject({
      ...{ code: 'outreach-rounds.trace.name', field: 'text' },
    });
    expect(await publishNote(staff, { number: poll.number, text })).toMatchObject({ ok: true });
    const after = await getPoll(poll.number);
    expect(after.notes).toMatchObject([{ text }]);
    expect(after.result).toEqual(before);
    await expect(
      db.poll.update({ where: { id: poll.id }, data: { result: {} } }),
    ).rejects.toThrow();
  });

  it('goes into the archive, where its page stays', async () => {
    const { number } = await published();
    expect(await archivePoll(staff, { number })).toMatchObject({ ok: true });
    const { past } = await listPolls();
    expect(past.map((poll) => poll.number)).not.toContain(number);
    expect((await listArchivedPolls()).map((poll) => poll.number)).toContain(number);
    expect(await getPoll(number)).toMatchObject({ phase: 'published', isArchived: true });
    expect((await getPoll(number)).result).not.toBeNull();
    expect(await archivePoll(staff, { number })).toMatchObject({ ok: false });
    const text = 'Auch im Archiv kann noch etwas zu sagen sein.';
    expect(await publishNote(staff, { number, text })).toMatchObject({ ok: true });
  });

  it('comes out of the archive again, for a day', async () => {
    const { id, number } = await published();
    expect(await unarchivePoll(staff, { number })).toMatchObject({ ok: false });
    await archivePoll(staff, { number });
    expect(await getPollForOffice(staff, number)).toMatchObject({ canUnarchive: true });
    expect(await unarchivePoll(staff, { number })).toMatchObject({ ok: true });
    expect((await listPolls()).past.map((poll) => poll.number)).toContain(number);
    await archivePoll(staff, { number });
    const { archivedAt } = await db.poll.findUniqueOrThrow({ where: { id } });
    await moveClock(new Date(Number(archivedAt) + 25 * 3_600_000));
    expect(await getPollForOffice(staff, number)).toMatchObject({ canUnarchive: false });
    expect(await unarchivePoll(staff, { number })).toMatchObject({
      code: 'voting-drafts.refused.archivedTooLongAgo',
    });
    await expect(db.poll.update({ where: { id }, data: { state: 'PUBLISHED' } })).rejects.toThrow(
      'for too long',
    );
  });

  it('is needed for both', async () => {
    const { number } = await makePoll();
    expect(await publishNote(staff, { number, text: why })).toMatchObject({ ok: false });
    expect(await archivePoll(staff, { number })).toMatchObject({ ok: false });
  });
});

it("is the office's business", async () => {
  const poll = await makePoll();
  const { number } = poll;
  await expect(publishNote(resident, { number, text: why })).rejects.toThrow('NOT_FOUND');
  await expect(archivePoll(resident, { number })).rejects.toThrow('NOT_FOUND');
  await expect(unarchivePoll(resident, { number })).rejects.toThrow('NOT_FOUND');
});
