import pg from 'pg';
import { openAlone } from '../own-instance.mjs';

/** The built app on a fresh demo database of its own, with a counter of SQL statements. */
export async function openHouse() {
  const instance = await openAlone({ preload: ['pg_stat_statements'] });
  // The counter sees every role's statements only for the server's owner.
  const client = new pg.Client({ connectionString: adminOf(instance) });
  await client.connect();
  await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
  return {
    url: instance.url,
    client,
    openSecondApp: () => instance.openSecondApp(),
    async close() {
      await client.end();
      await instance.close();
    },
  };
}

/**
 * The owner's connection, to the product's database.
 * @param {import('../own-instance.mjs').OwnInstance} instance
 */
function adminOf({ adminUrl, databaseUrl }) {
  const url = new URL(adminUrl);
  url.pathname = new URL(databaseUrl).pathname;
  return url.href;
}

/** @typedef {Awaited<ReturnType<typeof openHouse>>} House */

// Background work and the listener's own questions are not part of a page.
const OWN_STATEMENTS = `
  SELECT coalesce(sum(calls), 0)::int AS calls FROM pg_stat_statements
  WHERE query NOT ILIKE '%graphile_worker%' AND query NOT ILIKE '%pg_stat_statements%'
    AND query NOT ILIKE 'LISTEN%' AND query NOT ILIKE 'BEGIN%' AND query NOT ILIKE 'COMMIT%'
    AND query NOT ILIKE 'ROLLBACK%' AND query NOT ILIKE 'SET %'`;

/**
 * SQL statements per request of what runs meanwhile; BEGIN and COMMIT are not counted.
 * @param {House} house
 * @param {number} requests
 * @param {() => Promise<unknown>} work
 */
export async function statementsPerRequest({ client }, requests, work) {
  await client.query('SELECT pg_stat_statements_reset()');
  await work();
  const { rows } = await client.query(OWN_STATEMENTS);
  return Math.round((rows[0].calls / requests) * 100) / 100;
}
