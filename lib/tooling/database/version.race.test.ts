import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { evaluateFormat } from '@/lib/activation/evaluation/commands';
import { changeFormat } from '@/lib/activation/formats/commands';
import { getFormat } from '@/lib/activation/formats/queries';
import { evaluationInput, formatInput, makeFormat, makeTrial } from '@/lib/activation/samples';
import { setClock } from '@/lib/core/clock';
import type { Result } from '@/lib/core/result';
import { changeMeeting, evaluateMeeting, moveMeeting } from '@/lib/meetings/commands';
import { makeMeeting, meetingInput } from '@/lib/meetings/samples';
import { changeContact, recordContact } from '@/lib/outreach/contacts/commands';
import { changeRound } from '@/lib/outreach/rounds/commands';
import { contactInput, makeRound, readContact, roundInput } from '@/lib/outreach/samples';
import { changeTask } from '@/lib/tasks/commands';
import { makeTask, taskInput } from '@/lib/tasks/samples';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice } from '@/lib/testing/factories';

const guard = vi.hoisted(() => ({ isThere: true }));

vi.mock('@/lib/core/version', async (original) => {
  const real = await original<typeof import('@/lib/core/version')>();
  const takeVersion: typeof real.takeVersion = async (...asked) =>
    guard.isThere ? real.takeVersion(...asked) : null;
  return { ...real, takeVersion };
});

testDatabase();

afterEach(() => {
  guard.isThere = true;
});

let office: Actor;
let districtId = '';

beforeAll(async () => {
  setClock(new Date('2026-11-30T12:00:00+01:00'));
  await makeOffice();
  districtId = (await makeDistrict()).id;
  office = await makeActor({ roles: ['COORDINATOR'] });
});

type Act = () => Promise<Result<unknown>>;

/** What two of the office do with the same thing they both have seen, and could do one after the other. */
const STORIES: Record<string, () => Promise<readonly [Act, Act]>> = {
  'a task is changed': async () => {
    const { id, version } = await makeTask(office);
    const to = (text: string) => () => changeTask(office, { ...taskInput({ text }), id, version });
    return [to('Eins'), to('Zwei')];
  },
  'a meeting is changed': async () => {
    const { id, version } = await makeMeeting(office);
    const to = (title: string) => () =>
      changeMeeting(office, { ...meetingInput({ title }), id, version });
    return [to('Eins'), to('Zwei')];
  },
  'a meeting is told of': async () => {
    const { id, version } = await makeMeeting(office);
    await moveMeeting(office, { id, version, step: 'attend' });
    const told = { id, version: version + 1, publicSummary: '', released: false };
    const to = (topics: string) => () => evaluateMeeting(office, { ...told, topics });
    return [to('Eins'), to('Zwei')];
  },
  'a round is changed': async () => {
    const { id, version } = await makeRound(office, districtId);
    const to = (place: string) => () =>
      changeRound(office, { ...roundInput(districtId, [office.id], { place }), id, version });
    return [to('Kiosk'), to('Markt')];
  },
  'a contact is put right': async () => {
    const contact = contactInput(districtId);
    await recordContact(office, readContact(districtId, contact));
    const to = (contacts: number) => () =>
      changeContact(office, { ...readContact(districtId, { ...contact, contacts }), version: 0 });
    return [to(4), to(5)];
  },
  'a format is changed': async () => {
    const { id, version } = await makeFormat(office);
    const to = (name: string) => () =>
      changeFormat(office, { ...formatInput({ name }), id, version });
    return [to('Kaffee'), to('Suppe')];
  },
  'a format is evaluated': async () => {
    const { id } = await makeFormat(office);
    await makeTrial(office, id, districtId, '2026-11-01');
    const { version } = await getFormat(office, id);
    const to = () => evaluateFormat(office, evaluationInput(id, version));
    return [to, to];
  },
};

async function rush(story: string): Promise<number> {
  const acts = (await STORIES[story]?.()) ?? expect.fail();
  const both = await Promise.all(acts.map((act) => act()));
  return both.filter(({ ok }) => ok).length;
}

describe.each(Object.keys(STORIES))('of two who saw the same, %s', (story) => {
  it('by one', async () => {
    expect(await rush(story)).toBe(1);
  });

  it('by both without its version (red twin)', async () => {
    guard.isThere = false;
    expect(await rush(story)).toBe(2);
  });
});
