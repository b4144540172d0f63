import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { inDays } from '../days';
import { type House, openHouse } from '../guards/house';
import { IDENTITIES, type Person } from '../guards/identities';
import { OFFICE } from '../guards/who-may';
import { changedSince, markOf } from '../guards/writes';

test.describe.configure({ timeout: 300_000 });

const PATH = '/api/rundgang/kontakte';

let house: House;

test.beforeAll(async () => {
  house = await openHouse();
});

test.afterAll(async () => {
  await house.close();
});

const contact = (changes: Record<string, unknown> = {}) => ({
  ...{ id: randomUUID(), day: inDays(-1), districtId: house.homes.districts[0] },
  ...{ setting: 'STAND', place: 'Stand am Ring', contacts: 2, ageTo64: 2 },
  ...changes,
});

interface Sending {
  contacts: unknown[];
  headers?: Record<string, string>;
  search?: string;
  signal?: AbortSignal;
}

async function sent(
  { visitor }: Person,
  { contacts, headers, search = '', signal }: Sending,
): Promise<{ status: number; type: string; text: string }> {
  const response = await fetch(new URL(`${PATH}${search}`, house.url), {
    method: 'POST',
    body: JSON.stringify({ contacts }),
    headers: {
      ...visitor.headers(),
      ...{ origin: house.url, 'content-type': 'application/json' },
      ...headers,
    },
    redirect: 'manual',
    signal: signal ?? null,
  });
  const type = response.headers.get('content-type') ?? '';
  return { status: response.status, type, text: await response.text() };
}

const stored = (ids: readonly string[]) =>
  house.one<number>('SELECT count(*)::int FROM outreach_contacts WHERE id = ANY($1)', [ids]);

test('only the office may send contacts, and everybody else is told by a status', async () => {
  for (const identity of IDENTITIES) {
    const person = await house.person(identity);
    const before = await markOf(house.client);
    const { status, type } = await sent(person, { contacts: [contact()] });
    const other = { guest: 401, halfway: 403 }[String(identity)] ?? 404;
    const may = OFFICE.includes(identity);
    expect([identity, status], identity).toEqual([identity, may ? 200 : other]);
    expect(type, identity).toBe('application/json');
    const changed = await changedSince(house.client, before);
    expect(changed.toSorted(), identity).toEqual(may ? ['outreach_contacts'] : []);
  }
});

test('nothing is taken from elsewhere, as anything else, or too much of it', async () => {
  const office = await house.person('coordinator');
  const contacts = [contact()];
  const before = await markOf(house.client);
  const refused: [number, Partial<Sending>][] = [
    [403, { headers: { origin: 'https://elsewhere.example' } }],
    [403, { headers: { origin: 'null', 'sec-fetch-site': 'cross-site' } }],
    [400, { headers: { 'content-type': 'text/plain' } }],
    [400, { headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    [400, { contacts: [] }],
    [400, { contacts: Array.from({ length: 201 }, () => contact()) }],
    [413, { contacts: [contact({ note: 'x'.repeat(1024 * 1024) })] }],
  ];
  for (const [status, more] of refused)
    expect((await sent(office, { contacts, ...more })).status).toBe(status);
  // A session that was ended in between is told so, and sends the same once more when it is back.
  await house.client.query('DELETE FROM user_sessions WHERE id = $1', [office.sessionId]);
  const ended = await sent(office, { contacts });
  expect([ended.status, JSON.parse(ended.text)]).toEqual([401, { error: 'SIGN_IN_REQUIRED' }]);
  const changed = await changedSince(house.client, before);
  expect(changed).toEqual(['user_sessions']);
  const back = await house.person('coordinator');
  expect((await sent(back, { contacts })).status).toBe(200);
});

test('each contact is answered for itself, with its sentence in the language asked for', async () => {
  const office = await house.person('coordinator');
  const [good, wrong] = [contact(), contact({ note: 'Frau Lindner fragt' })];
  const answers = async (search: string) =>
    JSON.parse((await sent(office, { contacts: [good, wrong], search })).text).answers;
  const refusal = (words: RegExp) => ({
    ...{ id: wrong.id, answer: 'refused', field: 'note' },
    sentence: expect.stringMatching(words),
  });
  expect(await answers('')).toEqual([
    { id: good.id, answer: 'stored' },
    refusal(/„Frau Lindner“ sieht wie ein Name aus/),
  ]);
  expect(await answers('?locale=en')).toEqual([
    { id: good.id, answer: 'alreadyThere' },
    refusal(/Frau Lindner.* looks like a name/),
  ]);
});

test('two telephones that send the same two hundred twice, and lose answers, leave two hundred', async () => {
  const all = Array.from({ length: 200 }, () => contact());
  const ids = all.map(({ id }) => id);
  const devices = [await house.person('coordinator'), await house.person('admin')];
  const parts = [0, 50, 100, 150].map((from) => all.slice(from, from + 50));
  const lost = async (device: Person, contacts: unknown[], after: number) => {
    const cut = new AbortController();
    const timer = setTimeout(() => cut.abort(), after);
    const isLost = await sent(device, { contacts, signal: cut.signal }).then(
      () => false,
      () => true,
    );
    clearTimeout(timer);
    return isLost;
  };
  const cuts: boolean[] = [];
  for (const [turn, part] of parts.entries()) {
    const both = devices.map((device, which) => lost(device, part, 1 + 12 * turn + 5 * which));
    cuts.push(...(await Promise.all(both)));
  }
  expect(cuts).toContain(true);
  const whole = await Promise.all(
    devices.flatMap((device) => [
      sent(device, { contacts: all }),
      sent(device, { contacts: all.toReversed() }),
    ]),
  );
  const answers = whole.flatMap(({ text }) => JSON.parse(text).answers);
  expect(answers).toHaveLength(800);
  expect(answers.filter(({ answer }) => answer === 'refused')).toEqual([]);
  expect(answers.filter(({ answer }) => answer === 'stored').length).toBeLessThanOrEqual(200);
  expect(await stored(ids)).toBe(200);
  const [first = ''] = ids;
  await house.client.query('DELETE FROM outreach_contacts WHERE id = $1', [first]);
  await house.client.query(
    'INSERT INTO outreach_deleted_contacts (id, day) VALUES ($1, current_date)',
    [first],
  );
  await sent(devices[0] as Person, { contacts: all });
  expect(await stored(ids)).toBe(199);
});
