import fs from 'node:fs';
import { expect, test } from '@playwright/test';
import { proposalFields } from './form-fields';
import { type House, openHouse } from './house';
import { press } from './sending';
import { Things } from './things';

test.describe.configure({ timeout: 900_000 });

const MARK = 'unverwechselbar-4711';
const OWN_FRAME = /^(?:lib|app|components)\/.+\.tsx?:\d+$/;

let house: House;

test.beforeAll(async () => {
  house = await openHouse();
});

// The log of the whole house is looked through when it closes.
test.afterAll(async () => {
  await house.close();
});

const numberIn = (text: string) => /\b[0-9a-f]{8}\b(?=[.)<"\\])/.exec(text)?.[0] ?? 'none';

async function entriesOf(id: string): Promise<Record<string, unknown>[]> {
  await expect.poll(() => fs.readFileSync(house.logFile, 'utf8')).toContain(`"id":"${id}"`);
  return fs
    .readFileSync(house.logFile, 'utf8')
    .split('\n')
    .filter((line) => line.includes(`"id":"${id}"`))
    .map((line) => JSON.parse(line));
}

test('a page that breaks shows a number, under which the log says what broke and where', async () => {
  const guest = await house.person('guest');
  await house.client.query('ALTER TABLE proposals RENAME COLUMN state TO state_elsewhere');
  await house.client.query('ALTER TABLE partners RENAME COLUMN name TO name_elsewhere');
  await house.client.query("SELECT pg_notify('stadtteilforum_page_cache', '*')");
  try {
    for (const path of [`/nummer?number=104&${MARK}=1`, '/wegweiser', `/en/wegweiser`]) {
      const { status, html } = await guest.visitor.page(path);
      expect(status, path).toBeGreaterThanOrEqual(500);
      const entries = await entriesOf(numberIn(html));
      expect(entries.map(({ event }) => event)).toContain('request.failed');
      const fault = entries.find(({ sqlState }) => sqlState !== undefined);
      expect(fault, JSON.stringify(entries)).toMatchObject({
        level: 'error',
        event: 'page.failed',
        method: 'GET',
        route: expect.stringMatching(/^\/\[locale\]\/(?:nummer|wegweiser)$/),
        where: expect.stringMatching(OWN_FRAME),
      });
    }
  } finally {
    await house.client.query('ALTER TABLE proposals RENAME COLUMN state_elsewhere TO state');
    await house.client.query('ALTER TABLE partners RENAME COLUMN name_elsewhere TO name');
  }
});

test('a form that breaks keeps what was typed out of the log and shows its number', async () => {
  const guest = await house.person('guest');
  const things = new Things(house);
  await house.client.query(
    `ALTER TABLE proposals ADD CONSTRAINT no_such_title CHECK (title NOT LIKE '%${MARK}%') NOT VALID`,
  );
  try {
    const fields = proposalFields(things.district).filter(([name]) => name !== 'title');
    const { state, text } = await press(
      house,
      guest.visitor,
      'vorschlaege/neu/idee#submitProposalAction',
      [...fields, ['title', `${MARK} {"level":"error"}`]],
    );
    expect(state).toBe('failed');
    const [entry] = await entriesOf(numberIn(text));
    expect(entry).toMatchObject({
      event: 'form.failed',
      sqlState: '23514',
      constraint: 'no_such_title',
      where: expect.stringMatching(OWN_FRAME),
      route: '/[locale]/vorschlaege/neu/idee',
    });
  } finally {
    await house.client.query('ALTER TABLE proposals DROP CONSTRAINT no_such_title');
  }
});
