import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillWithDemo } from '@/lib/testing/filled-demo';
import * as enums from '@/prisma/generated/enums';
import type { Act } from './cases/types';
import { DOMAINS } from './domains';
import type { Messages } from './i18n/catalogue';
import type { Manifest } from './manifest';
import { testDatabase } from './testing/database';

testDatabase();

const ALL: readonly Manifest[] = DOMAINS;
const PARTS = await Promise.all(ALL.map(({ acts }) => acts()));
const ACTS = PARTS.flatMap(({ acts }) => acts);
const NO_ACT = PARTS.flatMap(({ noAct }) => Object.keys(noAct));

/** Every sentence of the German catalogue, and those of the others are the same, by its full key. */
const KEYS = (
  await Promise.all(
    ALL.flatMap(({ words }) =>
      words.namespaces.map(async (name) =>
        keysOf((await words.load('de', name)).default as Messages, name),
      ),
    ),
  )
).flat();

function keysOf(texts: Messages, path: string): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}.${key}`] : keysOf(value, `${path}.${key}`),
  );
}

/** Values of every enum of the schema that is the state of something. */
const STATES = new Set(
  Object.entries(enums).flatMap(([name, values]) =>
    /(?:State|Status)$/.test(name) ? Object.keys(values) : [],
  ),
);
/** What groups of words for the state of something are called, where it is no enum. */
const OF_A_STATE =
  /(?:^|[a-z])(?:state|status|phase|stage|sentence|outcome|result|calledOff)(?:Text)?$/i;

/** Whether a sentence is chosen by the state of something. */
function isOfAState(key: string): boolean {
  const [last = '', group = ''] = key.split('.').reverse();
  // What was just done is said once, by a signed address, to whoever did it.
  return group !== 'said' && (STATES.has(last) || OF_A_STATE.test(group));
}

const isNamed = (key: string, names: readonly string[]) =>
  names.some((name) => name === key || (name.endsWith('.*') && key.startsWith(name.slice(0, -1))));

describe('sentences chosen by the state of something', () => {
  const proven = ACTS.flatMap(({ of }) => of);

  it('say what is proven, or nothing that was done', () => {
    const unproven = KEYS.filter(isOfAState).filter((key) => !proven.includes(key));
    expect(unproven.filter((key) => !isNamed(key, NO_ACT))).toEqual([]);
  });

  it('are there, each once', () => {
    expect(proven.filter((key) => !KEYS.includes(key))).toEqual([]);
    expect(proven.filter((key, index) => proven.indexOf(key) !== index)).toEqual([]);
    expect(proven.filter((key) => isNamed(key, NO_ACT))).toEqual([]);
    expect(NO_ACT.filter((name) => !KEYS.some((key) => isNamed(key, [name])))).toEqual([]);
  });
});

let client: pg.Client;

beforeAll(async () => {
  client = await fillWithDemo();
}, 60_000);

afterAll(async () => {
  await client.end();
});

/** How many rows are spoken of without what proves it. */
async function unproven({ said, proof }: Act): Promise<number> {
  const { rows } = await client.query(
    `SELECT count(*)::int AS "n" FROM ${said} AND (${proof}) IS NOT TRUE`,
  );
  return rows[0].n;
}

/** What becomes of the lie: the words that refuse it, or how many rows it made a sentence false of. */
async function tell(act: Act): Promise<string | number> {
  await client.query('BEGIN');
  try {
    await client.query(act.lie);
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    return await unproven(act);
  } catch (error) {
    const { constraint, message } = error as pg.DatabaseError;
    return constraint ?? message;
  } finally {
    await client.query('ROLLBACK');
  }
}

describe.each(ACTS.map((act) => [act.of.join(' '), act] as const))('%s', (_keys, act) => {
  it('is said in the demo only of what has its proof', async () => {
    expect(await unproven(act)).toBe(0);
  });

  it('is no lie that stays unseen', async () => {
    const became = await tell(act);
    if (act.refusedBy !== undefined) expect(became).toBe(act.refusedBy);
    else expect(became).toSatisfy((found: unknown) => typeof found === 'number' && found > 0);
  });
});

it('stands in a table', async () => {
  const line = (text: string) => text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
  const lines = ACTS.map(
    ({ of, said, proof, refusedBy }) =>
      `| ${of.join('<br>')} | \`${line(said)}\` | \`${line(proof)}\` | ${refusedBy ?? '–'} |`,
  );
  const whys = PARTS.flatMap(({ noAct }) =>
    Object.entries(noAct).map(([key, why]) => `| ${key} | ${why} |`),
  );
  const text = [
    '# Sentences about acts, and the rows that prove them',
    '',
    'Made by `lib/acts.test.ts` from the `acts` of all manifests. It fails when a sentence that is chosen by the state of',
    'something has no line here, when the demo has a row of which a sentence is said without what proves it, and when this page says',
    'something else; `npm test -- lib/acts -u` writes it anew. For each line the test makes one row that would lie. What',
    'refuses that row stands in the last column; where nothing does, the row is found by what stands in the third.',
    '',
    '| Sentences | Said of | Only with | A lie is refused by |',
    '| --- | --- | --- | --- |',
    ...lines,
    '',
    '## Words of a state that say nothing that was done',
    '',
    '| Words | Why |',
    '| --- | --- |',
    ...whys,
    '',
  ];
  await expect(text.join('\n')).toMatchFileSnapshot('./decisions/acts.md');
});
