import type pg from 'pg';
import { tablesOf } from './fingerprint';

/** What must never be read as markup, and what must never be a link. */
const CANARY = '"><img src=x onerror=__x(1)>';
const SCRIPT_LINK = 'javascript:__x(2)//';

/**
 * Columns whose text is a key, a code or a time for the program: nobody can type into them, and what
 * would stand there could not be read. Everything else gets the canary, new columns too.
 */
const FOR_THE_PROGRAM = new Set([
  'agenda_items.kind',
  'audit_entries.action',
  'audit_entries.subject_id',
  'ballot_receipts.receipt',
  'calendar_entries.local_end',
  'calendar_entries.local_start',
  'calendar_entries.rrule',
  'calendar_entries.time_zone',
  'calendar_exceptions.local_date',
  'calendar_exceptions.new_local_end',
  'calendar_exceptions.new_local_start',
  'categories.slug',
  'decisions.result',
  'districts.slug',
  'form_submissions.form',
  'forum_sessions.local_end',
  'forum_sessions.local_start',
  'forum_sessions.time_zone',
  'initiatives.slug',
  'office_settings.holiday_region',
  'operation_marks.name',
  'operation_marks.note',
  'partners.slug',
  'polls.count_rule',
  'polls.local_closes',
  'polls.local_opens',
  'polls.time_zone',
  'proposal_steps.by',
  'proposal_steps.step',
  'proposals.reason_code',
  'rate_buckets.key',
  'statements.result',
  'support_steps.by',
]);

const SECRET = /_hash$|^totp_|^print_key$|^locale$/;
const WORDS_OF_A_RULE = new Set([
  'question',
  'description',
  'easyText',
  'label',
  'note',
  'districtName',
  'decidedBy',
]);
const ADDRESS = /(?:^|_)(?:url|link)$/;

interface Column {
  table: string;
  column: string;
}

async function textColumns(client: pg.Client): Promise<Column[]> {
  const tables = await tablesOf(client);
  const { rows } = await client.query<Column>(
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = ANY($1) AND data_type = 'text'`,
    [tables],
  );
  return rows;
}

/** Writes the canary into every column people's words can get into; returns how many. */
export async function plantCanaries(client: pg.Client): Promise<number> {
  const columns = (await textColumns(client)).filter(
    ({ table, column }) => !FOR_THE_PROGRAM.has(`${table}.${column}`) && !SECRET.test(column),
  );
  // The rule of a poll that was opened cannot be changed, which is right; here it stands in the way.
  await client.query('ALTER TABLE polls DISABLE TRIGGER USER');
  await client.query('ALTER TABLE poll_options DISABLE TRIGGER USER');
  for (const { table, column } of columns) {
    const canary = ADDRESS.test(column) ? SCRIPT_LINK : CANARY;
    const limit = table === 'proposals' && column === 'title' ? 120 : 4000;
    await client.query(
      `UPDATE ${table} SET "${column}" = left(lower($1) || "${column}", ${limit})`,
      [canary],
    );
  }
  await plantInParts(client);
  await client.query('ALTER TABLE polls ENABLE TRIGGER USER');
  await client.query('ALTER TABLE poll_options ENABLE TRIGGER USER');
  // Everything the app remembers is read anew.
  await client.query("SELECT pg_notify('stadtteilforum_page_cache', '*')");
  return columns.length;
}

/** Lists and documents hold words too. */
async function plantInParts(client: pg.Client): Promise<void> {
  await client.query('UPDATE partners SET responsibilities = ARRAY[$1]', [CANARY]);
  await client.query('UPDATE office_settings SET funders = $1', [
    JSON.stringify([{ name: CANARY, url: SCRIPT_LINK, logo: SCRIPT_LINK }]),
  ]);
  const { rows } = await client.query(
    'SELECT id, frozen_rule FROM polls WHERE frozen_rule IS NOT NULL',
  );
  for (const { id, frozen_rule } of rows) {
    const rule = JSON.stringify(frozen_rule, (name, value: unknown) =>
      WORDS_OF_A_RULE.has(name) ? `${CANARY}${String(value)}` : value,
    );
    await client.query('UPDATE polls SET frozen_rule = $2 WHERE id = $1', [id, rule]);
  }
}

/** Stands in what only the office and the people themselves may read. */
export const PRIVATE = 'nur-unter-uns-4711';

const OF_PEOPLE = {
  call_list_items: ['person', 'contact', 'message', 'subject', 'note'],
  invitations: ['email'],
  proposals: ['contact_value', 'question'],
  registrations: ['name', 'needs_note', 'contact_value'],
  sign_in_codes: ['email'],
  support_requests: ['title', 'body', 'wanted_for', 'group_name', 'name', 'contact_value'],
  support_steps: ['note'],
  users: ['email', 'display_name'],
};

/** Marks what is personal. @param except people who look around, and may read of themselves */
export async function markPrivate(client: pg.Client, except: readonly string[]): Promise<void> {
  for (const [table, columns] of Object.entries(OF_PEOPLE)) {
    const own = table === 'users' ? 'id' : 'NULL';
    const set = columns.map((column) => `"${column}" = $1 || "${column}"`).join(', ');
    await client.query(
      `UPDATE ${table} SET ${set} WHERE ${own}::text IS NULL OR ${own}::text <> ALL($2::text[])`,
      [PRIVATE, except],
    );
  }
  await client.query(
    `UPDATE proposals SET title = left($1 || title, 120), body = $1 || body WHERE published_at IS NULL`,
    [PRIVATE],
  );
}
