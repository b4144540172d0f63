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
import { getPoll, listArchivedPolls, listPolls } from '../queries';
import { castBallot } from '../vote/commands';
import { archivePoll, publishNote, withdrawOption } from './commands';

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

describe('an option withdrawn by law', () => {
  it('cannot be named any more, and what was cast counts without it', async () => {
    const poll = await makePoll();
    const [swing = '', sail = ''] = poll.optionIds;
    await vote(poll.number, [swing]);
    await vote(poll.number, [swing]);
    await vote(poll.number, [sail]);
    const input = { number: poll.number, option: swing, why };
    expect(await withdrawOption(staff, input)).toMatchObject({ ok: true });
    expect(await vote(poll.number, [swing])).toMatchObject({ code: 'voting.error.withdrawn' });
    expect(await vote(poll.number, [sail])).toMatchObject({ ok: true });
    const shown = await getPoll(poll.number);
    expect(shown.withdrawn).toEqual([swing]);
    expect(shown.notes.map(({ text }) => text)).toEqual([
      `„Schaukel“ steht nicht mehr zur Wahl. ${why}`,
    ]);
    await moveClock(poll.closesAt);
    await sealPoll(system, poll.id);
    expect((await getPoll(poll.number)).result).toMatchObject({
      ballots: 4,
      winners: [sail],
    });
    expect(await withdrawOption(staff, { ...input, option: sail })).toMatchObject({
      code: 'voting-drafts.refused.counted',
    });
  });

  it('leaves something to choose', async () => {
    const poll = await makePoll({ options: ['Ja', 'Nein'] });
    const option = poll.optionIds[0] ?? '';
    expect(await withdrawOption(staff, { number: poll.number, option, why })).toMatchObject({
      code: 'voting-drafts.refused.nothingLeft',
    });
  });

  it('is one of this poll, and no draft’s', async () => {
    const poll = await makePoll();
    const other = await makePoll({ draft: true });
    const option = other.optionIds[0] ?? '';
    expect(await withdrawOption(staff, { number: poll.number, option, why })).toMatchObject({
      field: 'option',
    });
    expect(await withdrawOption(staff, { number: other.number, option, why })).toMatchObject({
      ok: false,
    });
  });
});

describe('a published poll', () => {
  it('gets a note and keeps its numbers', async () => {
    const poll = await published();
    const before = (await getPoll(poll.number)).result;
    const text = 'Ein Umschlag wurde übersehen. Am Ergebnis ändert er nichts.';
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

  it('is needed for both', async () => {
    const { number } = await makePoll();
    expect(await publishNote(staff, { number, text: why })).toMatchObject({ ok: false });
    expect(await archivePoll(staff, { number })).toMatchObject({ ok: false });
  });
});

it("is the office's business", async () => {
  const poll = await makePoll();
  const { number } = poll;
  const option = poll.optionIds[0] ?? '';
  await expect(withdrawOption(resident, { number, option, why })).rejects.toThrow('NOT_FOUND');
  await expect(publishNote(resident, { number, text: why })).rejects.toThrow('NOT_FOUND');
  await expect(archivePoll(resident, { number })).rejects.toThrow('NOT_FOUND');
});
