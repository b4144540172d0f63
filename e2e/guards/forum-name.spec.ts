import { expect, test } from '@playwright/test';
import { besideTheGuards } from '../../lib/tooling/guards.mjs';
import { type Addresses, makeAddresses } from './addresses';
import { each } from './edge/raw';
import { type House, openHouse } from './house';
import { INPUTS } from './inputs';
import { ROUTES } from './routes';
import { send } from './sending';
import type { Field } from './server-actions';
import { Things } from './things';

test.describe.configure({ timeout: 900_000 });

const OLD = 'Stadtteilforum';
const NEW = 'Nachbarschaftsversammlung';

let house: House;

test.beforeAll(async () => {
  house = await openHouse();
});

test.afterAll(async () => {
  await house.close();
});

/** What people wrote may say whatever it likes; only the program's own words are looked at. */
async function clearWrittenTexts(): Promise<void> {
  const { rows } = await house.client.query<{ name: string; cells: string }>(
    `SELECT quote_ident(c.table_name) AS name,
       string_agg(format('%1$I = replace(%1$I, %2$L, %3$L)', c.column_name, $1::text, 'Treffen'), ', ') AS cells
     FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.data_type = 'text'
       AND c.is_generated = 'NEVER' AND c.table_name NOT LIKE ALL (ARRAY['office_settings', 'audit%', 'ballot%'])
     GROUP BY c.table_name`,
    [OLD],
  );
  const names = rows.map(({ name }) => name);
  await besideTheGuards(house.client, names, async () => {
    for (const { name, cells } of rows) await house.client.query(`UPDATE ${name} SET ${cells}`);
  });
}

const LANGUAGES = ['', '/de-LS', '/en'];

/** A calendar names the product that wrote it, and its entries for programs; the rest is for people. */
const forPeople = (text: string) =>
  text.replace(/^(?:PRODID|UID):.*$/gm, '').replaceAll('\u00ad', '');

const says = (text: string, name: string) =>
  forPeople(text).toLowerCase().includes(name.toLowerCase());

interface Visit {
  path: string;
  who: 'admin' | 'partner';
}

const inLanguages = (path: string) =>
  path.endsWith('.ics') ? [path] : LANGUAGES.map((language) => `${language}${path}`);

/**
 * All pages of the table with somebody who may see them: what everybody may, in each language. A page draws the same in
 * all of them, and that no catalogue names one is looked at for each (`lib/i18n/catalogue.test.ts`).
 */
function visits(addresses: Addresses): Visit[] {
  return Object.values(ROUTES).flatMap(({ outcomes, paths }) => {
    const who = outcomes.admin === 'shown' ? 'admin' : 'partner';
    const plain = paths(addresses).filter((path) => !/^\/(?:en|de-LS|api)\b/.test(path));
    const all = outcomes.guest === 'shown' ? plain.flatMap(inLanguages) : plain;
    return all.map((path): Visit => ({ path, who }));
  });
}

function problemsIn(path: string, html: string): string[] {
  const old = [OLD, 'Stadtteil-Forum', 'Neighbourhood forum', 'district forum'];
  const problems = old.filter((name) => says(html, name)).map((name) => `${path} says ${name}`);
  const isPage = html.includes('<title>');
  return isPage && !says(html, NEW) ? [...problems, `${path} lacks ${NEW}`] : problems;
}

test('with another name in the settings no page says the old one', async () => {
  const addresses = await makeAddresses(house);
  await clearWrittenTexts();
  const people = { admin: await house.person('admin'), partner: await house.person('partner') };
  expect(says((await people.admin.visitor.page('/forum')).html, OLD)).toBe(true);

  const given = { house, person: people.admin, things: new Things(house) };
  const typed = (await INPUTS['team/einstellungen#saveOfficeAction']?.(given)) ?? [];
  const fields = typed.map(
    (field): Field => (field[0] === 'forumName' ? ['forumName', NEW] : field),
  );
  const saved = await send(house, people.admin, 'team/einstellungen#saveOfficeAction', fields);
  expect(saved.changed).toContain('office_settings');

  const problems: string[] = [];
  let seen = 0;
  await each(visits(addresses), async ({ path, who }) => {
    const { status, html } = await people[who].visitor.page(path);
    if (status !== 200) return;
    seen += 1;
    problems.push(...problemsIn(path, html));
  });
  expect(problems).toEqual([]);
  expect(seen).toBeGreaterThan(200);
});
