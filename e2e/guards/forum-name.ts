import { besideTheGuards } from '../../lib/tooling/guards.mjs';
import type { House } from './house';
import { INPUTS } from './inputs';
import { send } from './sending';
import type { Field } from './server-actions';
import { Things } from './things';

/** Another name for the Forum, in the settings: no page may say the one it is usually called by. */

const OLD = 'Stadtteilforum';
const NEW = 'Nachbarschaftsversammlung';

/** A calendar names the product that wrote it, and its entries for programs; the rest is for people. */
const forPeople = (text: string) =>
  // Its long lines go on in the next one.
  text
    .replace(/\r?\n[ \t](?=\S)/g, '')
    .replace(/^(?:PRODID|UID):.*$/gm, '')
    .replaceAll('\u00ad', '');

const says = (text: string, name: string) =>
  forPeople(text).toLowerCase().includes(name.toLowerCase());

/** What people wrote may say whatever it likes; only the program's own words are looked at. */
async function clearWrittenTexts(house: House): Promise<void> {
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

/**
 * Saves the settings with another name, as the office does.
 * @throws when the page about the Forum did not say the usual one before, or the name was not taken
 */
export async function giveForumAnotherName(house: House): Promise<void> {
  await clearWrittenTexts(house);
  const admin = await house.person('admin');
  const { html } = await admin.visitor.page('/forum');
  if (!says(html, OLD)) throw new Error('the usual name stands nowhere, so nobody would see it');
  const given = { house, person: admin, things: new Things(house) };
  const typed = (await INPUTS['team/einstellungen#saveOfficeAction']?.(given)) ?? [];
  const fields = typed.map(
    (field): Field => (field[0] === 'forumName' ? ['forumName', NEW] : field),
  );
  const saved = await send(house, admin, 'team/einstellungen#saveOfficeAction', fields);
  if (!saved.changed.includes('office_settings')) throw new Error('the name was not taken');
}

/** Pages that say the usual name all the same, or not the one that was given. */
export function problemsOfName(path: string, text: string): string[] {
  const usual = [OLD, 'Stadtteil-Forum', 'Neighbourhood forum', 'district forum'];
  const problems = usual.filter((name) => says(text, name)).map((name) => `${path} says ${name}`);
  const isPage = /<html\b/.test(text);
  return isPage && !says(text, NEW) ? [...problems, `${path} lacks ${NEW}`] : problems;
}
