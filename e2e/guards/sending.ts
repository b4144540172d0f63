import { expect } from '@playwright/test';
import type { Visitor } from '../../lib/tooling/bench/browserless.mjs';
import type { House } from './house';
import type { Person } from './identities';
import {
  type Answer,
  callAction,
  type Field,
  listServerActions,
  type ServerAction,
} from './server-actions';
import { changedSince, markOf } from './writes';

export function actionNamed(name: string): ServerAction {
  const action = listServerActions().find((known) => known.name === name);
  if (!action) throw new Error(`the build has no ${name}`);
  return action;
}

/** What a page of ours hides in each form. */
const hiddenFields = (token: string): Field[] => [
  ['formToken', token],
  ['formLocale', 'de'],
  ['formStep', 'send'],
];

/** A form as a browser without script sends it. */
export function plainForm(action: ServerAction, token: string, fields: readonly Field[]): FormData {
  const form = new FormData();
  form.append('$ACTION_REF_1', '');
  form.append('$ACTION_1:0', JSON.stringify({ id: action.id, bound: '$@1' }));
  form.append('$ACTION_1:1', '[{"status":"fresh","values":{},"errors":[],"token":""}]');
  form.append('$ACTION_KEY', 'k1');
  for (const [name, value] of [...hiddenFields(token), ...fields]) form.append(name, value);
  return form;
}

/** Sends a form as the program in the browser does. */
export function press(
  house: House,
  visitor: Visitor,
  name: string,
  fields: readonly Field[],
  token = house.token(),
): Promise<Answer> {
  return callAction(visitor, actionNamed(name), [...hiddenFields(token), ...fields]);
}

/** Sends a form and tells what it changed. @param token of the form, a fresh one unless given */
export async function send(
  house: House,
  person: Person,
  name: string,
  fields: readonly Field[],
  token = house.token(),
): Promise<Answer & { changed: string[] }> {
  const before = await markOf(house.client);
  const answer = await press(house, person.visitor, name, fields, token);
  return { ...answer, changed: await changedSince(house.client, before) };
}

/** The form is refused in words and writes nothing. */
export async function expectNothing(
  house: House,
  person: Person,
  name: string,
  fields: readonly Field[],
  token?: string,
): Promise<void> {
  const { changed, status, state, to } = await send(house, person, name, fields, token);
  expect(changed, name).toEqual([]);
  expect(status, name).toBe(200);
  expect(['refused', 'invalid'], `${name} led to ${to}`).toContain(state);
}

export async function statusOf({ visitor }: Person, path: string): Promise<number> {
  return (await visitor.page(path)).status;
}
