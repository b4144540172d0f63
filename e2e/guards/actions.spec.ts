import { expect, test } from '@playwright/test';
import { ACTIONS } from './actions';
import { type House, openHouse } from './house';
import { IDENTITIES, type Identity, type Person } from './identities';
import { INPUTS } from './inputs';
import { press, send } from './sending';
import { type Answer, type Field, listServerActions } from './server-actions';
import { Things } from './things';
import type { ActionRow } from './who-may';
import { BOOKKEEPING, changedSince, markOf, tablesMentioning } from './writes';

const SIGN_IN = /^(?:\/de-LS|\/en)?\/anmelden(?:[/?]|$)/;

test.describe.configure({ timeout: 900_000 });

let house: House;
let things: Things;
/** Somebody nobody acts for: whatever names this person was told so by a field nobody asked for. */
let victim: Person;

test.beforeAll(async () => {
  house = await openHouse();
  things = new Things(house);
  victim = await house.person('resident');
});

test.afterAll(async () => {
  await house.close();
});

/** Fields that no form has but every table would understand. */
const greedyFields = (): Field[] => [
  ['role', 'ADMIN'],
  ['roles', 'ADMIN'],
  ['isAdmin', 'true'],
  ['userId', victim.id],
  ['authorId', victim.id],
  ['actorId', victim.id],
  ['ownerId', victim.id],
  ['state', 'DONE'],
  ['status', 'CANCELLED'],
  ['capacity', '3141'],
  ['costEstimate', '3141'],
  ['paperSupporters', '3141'],
  ['paperSignatures', '3141'],
  ['publishedAt', '1999-01-01'],
  ['createdAt', '1999-01-01'],
  ['sealedAt', '1999-01-01'],
  ['codeHash', 'given-away'],
  ['filledAsDemo', 'true'],
  ['__proto__', 'given-away'],
  ['constructor', 'given-away'],
];

/** The form as this identity would send it, together with fields the form does not have. */
async function prepared(name: string, identity: Identity): Promise<[Person, Field[]]> {
  const person = await house.person(identity);
  const typed = (await INPUTS[name]?.({ house, things, person })) ?? [];
  const own = new Set(typed.map(([field]) => field));
  return [person, [...typed, ...greedyFields().filter(([field]) => !own.has(field))]];
}

const shown = ({ status, to, state, text }: Answer) =>
  `${status} ${to} ${state} ${/"message":"[^"]*"/.exec(text)?.[0] ?? ''}`;

/** What is wrong about the answers to those who may not; all press before anybody looks. */
async function problemsOfRefusals(name: string, row: ActionRow): Promise<string[]> {
  const others = IDENTITIES.filter((identity) => !row.may.includes(identity));
  const forms: [Person, Field[]][] = [];
  for (const identity of others) forms.push(await prepared(name, identity));
  const before = await markOf(house.client);
  const answers = await Promise.all(
    forms.map(([{ visitor }, fields]) => press(house, visitor, name, fields)),
  );
  const changed = await changedSince(house.client, before);
  const wrong = others.filter((_, index) => !isRefused(answers[index], row));
  return [
    ...changed.map((table) => `${name} by one of ${others.join(', ')} wrote ${table}`),
    ...wrong.map((identity) => {
      const answer = answers[others.indexOf(identity)];
      return `${name} by ${identity} was answered ${answer ? shown(answer) : 'nothing'}`;
    }),
  ];
}

function isRefused(answer: Answer | undefined, row: ActionRow): boolean {
  if (!answer) return false;
  const led = SIGN_IN.test(answer.to) || (answer.to !== '' && answer.to === row.othersGoTo);
  return led || (answer.status === 200 && ['refused', 'invalid'].includes(answer.state));
}

interface Success {
  problems: string[];
  /** Tables it wrote. */
  changed: readonly string[];
}

/** What is told in the background belongs to who set it off, and not to whoever is tried next. */
async function nobodyIsBeingTold(): Promise<void> {
  const due = `SELECT count(*) FROM graphile_worker.jobs
    WHERE task_identifier LIKE 'tell-%' AND run_at <= now() AND attempts < max_attempts`;
  await expect.poll(() => house.one(due), { timeout: 30_000 }).toBe('0');
}

/** What is wrong about the answer to somebody who may; a refusal would prove nothing about others. */
async function successOf(name: string, row: ActionRow, who: Identity): Promise<Success> {
  const [person, fields] = await prepared(name, who);
  const { changed, ...answer } = await send(house, person, name, fields);
  await nobodyIsBeingTold();
  const [purpose] = row.touches;
  const sent = answer.status < 400 && answer.to !== '';
  const strange = changed.filter((table) => !row.touches.includes(table));
  const problems = [
    ...(sent ? [] : [`was answered ${shown(answer)}`]),
    ...(sent && purpose && !changed.includes(purpose) ? [`did not write ${purpose}`] : []),
    ...strange.map((table) => `wrote ${table}`),
  ];
  return { problems: problems.map((problem) => `${name} by ${who} ${problem}`), changed };
}

/** Whether anything that was sent beside the form's own fields came to lie in what it wrote. */
async function problemsOfGreed(name: string, written: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const greed of ['[(,]3141[,)]', '1999-01-01', 'given-away']) {
    const tables = await tablesMentioning(house.client, greed, written);
    found.push(...tables.map((table) => `${name} took over ${greed} into ${table}`));
  }
  const named = (await tablesMentioning(house.client, victim.id, written)).filter(
    (table) => table !== 'users' && table !== 'user_sessions',
  );
  return [...found, ...named.map((table) => `${name} took over somebody else into ${table}`)];
}

async function problemsOf(name: string, row: ActionRow): Promise<string[]> {
  const refusals = await problemsOfRefusals(name, row);
  const successes: Success[] = [];
  for (const identity of row.may) successes.push(await successOf(name, row, identity));
  // Whatever a refusal wrote is a fault already; only what was written can hold what was sent.
  const written = [...BOOKKEEPING, ...new Set(successes.flatMap(({ changed }) => changed))];
  const greed = await problemsOfGreed(name, written);
  return [...refusals, ...successes.flatMap(({ problems }) => problems), ...greed];
}

/** Rows missing on either side. */
function differences(actions: readonly string[], rows: readonly string[]) {
  return {
    withoutRow: actions.filter((name) => !rows.includes(name)),
    withoutAction: rows.filter((name) => !actions.includes(name)),
  };
}

test('every action of the build has a reviewed row and an input, and every row an action', () => {
  const actions = listServerActions().map(({ name }) => name);
  expect(actions.length).toBe(new Set(actions).size);
  const none = { withoutRow: [], withoutAction: [] };
  expect(differences(actions, Object.keys(ACTIONS))).toEqual(none);
  expect(differences(actions, Object.keys(INPUTS))).toEqual(none);
  // The red twin: an action nobody reviewed is found.
  expect(differences([...actions, 'team#eraseAllAction'], Object.keys(ACTIONS)).withoutRow).toEqual(
    ['team#eraseAllAction'],
  );
});

/** The office's part of the house, or the first word of the address. */
const areaOf = (name: string) => /^(?:team\/)?[^/#]+/.exec(name)?.[0] ?? '';
const AREAS = [...new Set(Object.keys(ACTIONS).map(areaOf))];

for (const area of AREAS) {
  test(`actions below /${area} do only what they are for, and only for whom they are`, async () => {
    const problems: string[] = [];
    for (const [name, row] of Object.entries(ACTIONS)) {
      if (areaOf(name) === area) problems.push(...(await problemsOf(name, row)));
    }
    expect(problems).toEqual([]);
  });
}
