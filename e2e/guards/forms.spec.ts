import { expect, test } from '@playwright/test';
import { proposalFields } from './form-fields';
import { type House, openHouse } from './house';
import type { Person } from './identities';
import { actionNamed, plainForm } from './sending';
import { type Field, listServerActions, post, type ServerAction } from './server-actions';
import { changedSince, markOf } from './writes';

test.describe.configure({ timeout: 900_000 });

let house: House;

test.beforeAll(async () => {
  house = await openHouse();
});

test.afterAll(async () => {
  await house.close();
});

async function unchanged(work: () => Promise<void>) {
  const before = await markOf(house.client);
  await work();
  expect(await changedSince(house.client, before)).toEqual([]);
}

test('a form counts only when it comes from a page of ours', async () => {
  const submit = actionNamed('vorschlaege/neu/idee#submitProposalAction');
  const fields = proposalFields(house.homes.districts[0]);
  const { visitor } = await house.person('resident');
  const from = (headers: Record<string, string>) =>
    fetch(new URL(submit.page, house.url), {
      method: 'POST',
      headers: { ...visitor.headers(), ...headers },
      body: plainForm(submit, house.token(), fields),
      redirect: 'manual',
    });
  await unchanged(async () => {
    const strangers: Record<string, string>[] = [
      {},
      { origin: 'null' },
      { origin: 'https://evil.example' },
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
      { origin: `${house.url}.evil.example` },
      { origin: house.url.replace('http:', 'https:') },
      { origin: `${house.url}0` },
      { referer: `${house.url}/` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
    ];
    // 421: it is not even meant for us.
    for (const headers of strangers)
      expect([403, 421], JSON.stringify(headers)).toContain((await from(headers)).status);
  });
  // The red twin: the same form from our own page is taken.
  expect((await from({ origin: house.url })).status).toBe(303);
  expect((await from({ 'sec-fetch-site': 'same-origin' })).status).toBe(303);
});

test('reading changes nothing, whatever stands in the address', async () => {
  const { visitor } = await house.person('admin');
  const { id } = actionNamed('team/einstellungen#saveOfficeAction');
  await unchanged(async () => {
    for (const path of [
      `/team/einstellungen/buero?$ACTION_ID_${id}=&officeName=Weg`,
      '/konto/loeschen?sure=yes',
      '/anmelden/link/abc?confirm=1',
    ]) {
      expect((await visitor.page(path)).status, path).toBe(200);
    }
    const get = await fetch(new URL('/team/einstellungen/buero', house.url), {
      headers: { ...visitor.headers(), 'next-action': id },
    });
    expect(get.status).toBeLessThan(500);
  });
});

const OPERATORS: readonly Field[] = [
  ['title[contains]', ''],
  ['email[contains]', '@'],
  ['email[not]', ''],
  ['email', '{"contains":"@"}'],
  ['code', '{"not":null}'],
  ['key', '{"not":null}'],
  ['token', '{"not":null}'],
  ['receipt', '{"not":null}'],
  ['number', '{"gt":0}'],
  ['number', '99999999999999999999'],
  ['poll', '2147483648'],
  ['session', '9007199254740993'],
  ['id', '["a"]'],
  ['id', '../../etc/passwd'],
  ['person', "' OR '1'='1"],
  ['request', '00000000-0000-0000-0000-000000000000'],
  ['batch', '[object Object]'],
  ['__proto__', '{"isAdmin":true}'],
  ['constructor[prototype][isAdmin]', 'true'],
  ['toString', 'x'],
  ['roles', 'ADMIN'],
  ['choices', '\u0000'],
  ['area', 'team'],
  ['as', '__proto__'],
];

/** So many every action is called with; of the others, which are read alike for all, each third in turn. */
const FOR_EACH = 1;
const IN_TURN = 3;

/** Everything an action can be called with that is no form of ours; its own fields first. */
function strangeBodies(
  action: ServerAction,
): [string, FormData | string, Record<string, string>][] {
  const called = { 'next-action': action.id };
  const json = { ...called, 'content-type': 'text/plain;charset=UTF-8' };
  const direct = new FormData();
  direct.append(`$ACTION_ID_${action.id}`, '');
  for (const [name, value] of OPERATORS) direct.append(name, value);
  const twice = plainForm(action, house.token(), [...OPERATORS, ...OPERATORS]);
  return [
    ['operators', plainForm(action, house.token(), OPERATORS), {}],
    ['operators twice', twice, {}],
    ['called directly', direct, {}],
    ['no arguments', '[]', json],
    ['operators as objects', '[{},{"email":{"contains":""},"number":{"not":null}}]', json],
    ['lists instead of a form', '[[],["a",["b"]]]', json],
    ['a prototype', '[{},{"__proto__":{"isAdmin":true}}]', json],
  ];
}

async function problemsWith(
  action: ServerAction,
  person: Person,
  place: number,
): Promise<string[]> {
  const problems: string[] = [];
  const bodies = strangeBodies(action).filter(
    (_, index) => index < FOR_EACH || (place + index) % IN_TURN === 0,
  );
  for (const [name, body, headers] of bodies) {
    const { status, state } = await post(person.visitor, action.page, body, headers);
    if (status >= 500 || state === 'failed')
      problems.push(`${action.name} with ${name}: ${status} ${state}`);
  }
  return problems;
}

test('no action breaks or writes when it is called with what no form of ours sends', async () => {
  const problems: string[] = [];
  const guest = await house.person('guest');
  await unchanged(async () => {
    for (const [place, action] of listServerActions().entries())
      problems.push(...(await problemsWith(action, guest, place)));
  });
  expect(problems).toEqual([]);
});

test('numbers too big for the database are refused, not failed', async () => {
  const problems: string[] = [];
  const admin = await house.person('admin');
  const resident = await house.person('resident');
  for (const [name, person, fields] of [
    [
      'vorschlaege/unterstuetzen/[number]#supportProposalAction',
      resident,
      { number: '9999999999', wanted: 'yes' },
    ],
    [
      'abstimmungen/stimmzettel/[number]#ballotAction',
      resident,
      { poll: '9999999999', step: 'cast', age: 'on', choices: 'abstain' },
    ],
    [
      'team/forum/[number]#takeStepAction',
      admin,
      { session: '9999999999', version: '1', step: 'invite' },
    ],
    ['team/abstimmungen#giveToCheckAction', admin, { number: '9999999999' }],
    [
      'team/anfragen/[number]#decideRequestAction',
      admin,
      { number: '9999999999', step: 'clarify', seen: '0', note: 'Wozu?' },
    ],
    [
      'team/vorschlaege/[number]#decideProposalAction',
      admin,
      { number: '9999999999', step: 'startReview', seen: '1' },
    ],
    [
      'forum/anmelden/[number]#signUpAction',
      resident,
      { session: '9999999999', name: 'A', persons: '1', needsNote: '', contactKind: 'NUMBER' },
    ],
  ] as const) {
    const action = actionNamed(name);
    const { status, text } = await post(
      person.visitor,
      action.page,
      plainForm(action, house.token(), Object.entries(fields)),
    );
    if (status >= 500 || /Kennung [0-9a-f]{8}/.test(text)) problems.push(`${name} ${status}`);
  }
  expect(problems).toEqual([]);
});
