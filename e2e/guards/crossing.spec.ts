import { expect, test } from '@playwright/test';
import { type House, openHouse } from './house';
import type { Identity } from './identities';
import { newCode } from './making';
import { expectNothing, send, statusOf } from './sending';
import type { Field } from './server-actions';
import { Things } from './things';

test.describe.configure({ timeout: 900_000 });

let house: House;
let things: Things;

test.beforeAll(async () => {
  house = await openHouse();
  things = new Things(house);
});

test.afterAll(async () => {
  await house.close();
});

test('a right taken away is gone with the next click, and one given is there', async () => {
  const cases: [Identity, string, string][] = [
    ['coordinator', 'COORDINATOR', '/team'],
    ['admin', 'ADMIN', '/team/personen'],
    ['partner', 'PARTNER', '/partner'],
  ];
  for (const [identity, role, path] of cases) {
    const person = await house.person(identity);
    const { number } = await things.session('PLANNED');
    expect(await statusOf(person, path), identity).toBe(200);
    await house.one('DELETE FROM role_grants WHERE user_id = $1', [person.id]);
    expect(await statusOf(person, path), identity).toBe(404);
    await expectNothing(house, person, 'team/forum/[number]#takeStepAction', [
      ['session', String(number)],
      ['version', '1'],
      ['step', 'invite'],
    ]);
    await house.one(
      'INSERT INTO role_grants (id, user_id, role) VALUES (gen_random_uuid(), $1, $2::"Role")',
      [person.id, role],
    );
    expect(await statusOf(person, path), identity).toBe(200);
  }
});

test('an ended session, a deleted person and an overdue session open nothing', async () => {
  const ends = [
    'DELETE FROM user_sessions WHERE user_id = $1',
    'DELETE FROM users WHERE id = $1',
    "UPDATE user_sessions SET expires_at = now() - interval '1 second' WHERE user_id = $1",
  ];
  for (const sql of ends) {
    const person = await house.person('coordinator');
    expect(await statusOf(person, '/team')).toBe(200);
    await house.one(sql, [person.id]);
    expect(await statusOf(person, '/team'), sql).toBe(307);
    expect(await statusOf(person, '/api/konto/auskunft'), sql).toBe(404);
  }
});

test('codes open what they belong to and nothing beside it', async () => {
  const guest = await house.person('guest');
  const proposal = (await things.proposal('NEEDS_CLARIFICATION')).code;
  const request = (await things.request('CLARIFYING')).code;
  const registration = (await things.registration(await things.session('INVITED'))).code;
  const doors = {
    [proposal]: '/vorschlaege/quittung/',
    [request]: '/unterstuetzung/vorgang/',
    [registration]: '/forum/anmeldung/',
  };
  for (const [code, own] of Object.entries(doors)) {
    for (const door of Object.values(doors)) {
      expect(await statusOf(guest, `${door}${code}`), `${door} with ${own}`).toBe(
        door === own ? 200 : 404,
      );
    }
  }
  for (const wrong of [
    registration,
    newCode(),
    `${proposal}X`,
    proposal.slice(0, 7),
    '%',
    "' OR 1=1",
  ]) {
    await expectNothing(house, guest, 'vorschlaege/quittung/[code]#answerQuestionAction', [
      ['code', wrong],
      ['answer', 'Vor dem Haus'],
    ]);
  }
  await expectNothing(house, guest, 'unterstuetzung/vorgang/[code]#answerOfficeAction', [
    ['key', proposal],
    ['answer', 'Am Dienstag'],
  ]);
  await expectNothing(house, guest, 'forum/anmeldung/[code]#cancelRegistrationAction', [
    ['code', request],
  ]);
});

test('numbers alone tell the state and nothing of the person', async () => {
  const guest = await house.person('guest');
  const secret = {
    name: 'Ungenannte Person',
    contact_kind: 'MAIL',
    contact_value: 'ungenannt@person.example',
  };
  const numbers = [
    (await things.proposal('SUBMITTED', { ...secret, body: 'Ungenannter Text' })).number,
    (await things.request('RECEIVED', { ...secret, body: 'Ungenannter Text' })).number,
    (await things.registration(await things.session('INVITED'), secret)).number,
  ];
  for (const number of numbers) {
    const { html, status } = await guest.visitor.page(`/nummer?number=${number}`);
    expect(status).toBe(200);
    expect(html).not.toMatch(/ungenannt/i);
    expect(await statusOf(guest, `/vorschlaege/nr/${number}`)).toBe(404);
    for (const door of ['/vorschlaege/quittung/', '/unterstuetzung/vorgang/', '/forum/anmeldung/'])
      expect(await statusOf(guest, `${door}${number}`), door).toBe(404);
  }
});

test("a partner's entries are not found by another partner, the office's by neither", async () => {
  const [first, second] = [await house.person('partner'), await house.person('otherPartner')];
  const entry = await things.entry(house.homes.partners[0]);
  const office = await things.entry(null);
  for (const id of [entry, office]) {
    for (const path of [`/partner/termin/${id}`, `/partner/termin/${id}/aendern`])
      expect(await statusOf(second, path), path).toBe(404);
    await expectNothing(house, second, 'partner/termin#cancelEntryAction', [
      ['id', id],
      ['note', ''],
    ]);
  }
  expect(await statusOf(first, `/partner/termin/${entry}`)).toBe(200);
  expect(await statusOf(first, `/partner/termin/${office}`)).toBe(404);
});

test('own browsers and own things are nobody else’s', async () => {
  const [anna, berta] = [await house.person('resident'), await house.person('resident')];
  await expectNothing(house, berta, 'konto#endSessionAction', [['session', anna.sessionId]]);
  expect(await statusOf(anna, '/konto')).toBe(200);
  await things.proposal('SUBMITTED', { author_id: anna.id, title: 'Annas eigene Sache' });
  expect((await anna.visitor.page('/konto')).html).toContain('Annas eigene Sache');
  for (const path of ['/konto', '/konto/auskunft', '/api/konto/auskunft']) {
    const { html } = await berta.visitor.page(path);
    expect(html, path).not.toContain('Annas eigene Sache');
    expect(html, path).not.toContain(anna.email);
  }
});

test('ids of one kind do not open another kind', async () => {
  const admin = await house.person('admin');
  const entry = await things.entry(null);
  const { batchId } = await things.card();
  const person = await house.person('resident');
  for (const id of [entry, batchId, admin.sessionId]) {
    expect(await statusOf(admin, `/team/personen/${id}`)).toBe(404);
    await expectNothing(house, admin, 'team/personen#resetSecondFactorAction', [['person', id]]);
  }
  for (const id of [person.id, entry])
    expect(await statusOf(admin, `/team/karten/${id}`)).toBe(404);
  for (const id of [person.id, batchId])
    expect(await statusOf(admin, `/team/kalender/${id}`)).toBe(404);
});

test('nobody gives rights to themselves, and a second step of long ago gives none to others', async () => {
  const admin = await house.person('admin');
  const other = await house.person('resident');
  const grant = (person: string): Field[] => [
    ['person', person],
    ['roles', 'ADMIN'],
    ['partner', ''],
  ];
  await expectNothing(house, admin, 'team/personen#setRolesAction', grant(admin.id));
  await house.one(
    "UPDATE user_sessions SET second_factor_at = now() - interval '1 hour' WHERE user_id = $1",
    [admin.id],
  );
  const { changed, to } = await send(house, admin, 'team/personen#setRolesAction', grant(other.id));
  expect(changed).toEqual([]);
  expect(to).toContain('/anmelden/zweiter-schritt');
});

test('pages asked for at the same moment show nobody else, and nobody may keep them', async () => {
  const pair = [await house.person('resident'), await house.person('resident')];
  const paths = ['/konto', '/konto/auskunft', '/api/konto/auskunft', '/', '/vorschlaege/neu/idee'];
  const asked = [...paths, ...paths, ...paths].flatMap((path) =>
    pair.map((person, index) => ({ path, person, other: pair[1 - index] })),
  );
  const look = async ({ path, person, other }: (typeof asked)[number]) => {
    const response = await fetch(new URL(path, house.url), { headers: person.visitor.headers() });
    const kept = response.headers.get('cache-control') ?? '';
    const text = await response.text();
    if (other && text.includes(other.email)) return [`${path} shows somebody else`];
    const isPersonal = text.includes(person.email);
    if (isPersonal && !kept.includes('no-store')) return [`${path} may be kept: ${kept}`];
    return path.includes('konto') && !isPersonal ? [`${path} does not show its own person`] : [];
  };
  const problems = await Promise.all(asked.map(look));
  expect(problems.flat()).toEqual([]);
});
