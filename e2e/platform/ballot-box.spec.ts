import { expect, test } from '@playwright/test';
import pg from 'pg';
import { openInstance } from '../../lib/tooling/own-instance.mjs';

let own: Awaited<ReturnType<typeof openInstance>>;
let app: pg.Client;
let owner: pg.Client;

test.beforeAll(async () => {
  own = await openInstance();
  app = new pg.Client({ connectionString: own.workUrl });
  owner = new pg.Client({ connectionString: own.databaseUrl });
  await app.connect();
  await owner.connect();
});

test.afterAll(async () => {
  await app.end();
  await owner.end();
  await own.close();
});

const openPoll = async () => {
  const { rows } = await owner.query(
    `SELECT id FROM polls WHERE state = 'SCHEDULED' AND closes_at > now() ORDER BY number LIMIT 1`,
  );
  return String(rows[0].id);
};

test('the running app reads the roll and never the open box', async () => {
  const poll = await openPoll();
  const { rows } = await app.query('SELECT count(*)::int AS n FROM roll_entries');
  expect(rows[0].n).toBeGreaterThan(0);
  const forbidden = [
    'SELECT * FROM ballots',
    'SELECT xmin, ctid FROM ballots',
    'SELECT r.user_id, b.choices FROM roll_entries r JOIN ballots b ON b.xmin = r.xmin',
    'COPY ballots TO STDOUT',
    'DELETE FROM ballots',
    'UPDATE ballots SET choices = choices RETURNING choices',
    'CREATE VIEW peek AS SELECT * FROM ballots',
    'GRANT SELECT ON ballots TO CURRENT_USER',
    'ALTER TABLE ballots DISABLE TRIGGER ALL',
    'SET ROLE stadtteilforum',
    // Seal it, look, and take the seal back: nobody would have noticed.
    'UPDATE polls SET sealed_at = now()',
    'SELECT shuffle_box(id) FROM polls',
    'DELETE FROM roll_entries',
    'CREATE TEMP TABLE polls (id uuid)',
  ];
  for (const statement of forbidden) {
    await expect(app.query(statement), statement).rejects.toThrow(
      /permission denied|must be owner/,
    );
  }
  const look = () => app.query('SELECT * FROM open_box($1)', [poll]);
  await expect(look()).rejects.toThrow(/is shut/);
  await app.query('BEGIN');
  const seal = app.query(`UPDATE polls SET state = 'CLOSED' WHERE id = $1`, [poll]);
  await expect(seal).rejects.toThrow(/is not over/);
  await app.query('ROLLBACK');
  await app.query('BEGIN');
  await app.query(
    `INSERT INTO poll_stops (id, poll_id, reason, asked_by_id, asked_at)
     SELECT gen_random_uuid(), $1, '', id, now() FROM users ORDER BY id LIMIT 1`,
    [poll],
  );
  await app.query(
    `UPDATE poll_stops SET agreed = true, settled_by_id = (SELECT id FROM users ORDER BY id DESC LIMIT 1)
     WHERE poll_id = $1`,
    [poll],
  );
  await app.query(`UPDATE polls SET state = 'CANCELLED' WHERE id = $1`, [poll]);
  await expect(look()).rejects.toThrow(/is shut/);
  await app.query('ROLLBACK');
});

test('the red twin: an owner could lay both beside each other', async () => {
  const { rows } = await owner.query('SELECT count(*)::int AS n FROM ballots');
  expect(rows[0].n).toBeGreaterThan(0);
});
