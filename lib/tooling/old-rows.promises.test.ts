import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OldDatabase, oldDatabase } from '@/lib/testing/old-database';

let old: OldDatabase;

beforeAll(async () => {
  old = await oldDatabase('20261130050000_origins_of_years', ROWS);
});
afterAll(() => old.end());

const GUARDED = ['polls', 'poll_stops', 'proposal_steps', 'period_figures', 'answer_promises'];
const guards = (does: 'DISABLE' | 'ENABLE') =>
  GUARDED.map((table) => `ALTER TABLE ${table} ${does} TRIGGER USER;`).join(' ');

const ROWS = `
-- Guards of that time ask how polls got there; here they are there.
${guards('DISABLE')}
INSERT INTO districts (id, slug, name) VALUES ('00000000-0000-7000-8000-000000000001', 'a', 'A');
INSERT INTO office_settings (id, office_name, forum_name, town_name, carrier_name, street, postal_code, phone, email,
  opening_hours, updated_at) VALUES (1, 'B', 'F', 'T', 'C', 'S', '1', '1', 'a@x.example', '[]', now());
INSERT INTO period_figures (id, period, position, part, title, figure, label, unit, district_id, channel, value, closed_at)
SELECT gen_random_uuid(), period, position, part, 't', 'f', 'l', 'count', district::uuid, channel, 7, now()
FROM (VALUES ('2026-Q3', 0, 'proposals', NULL, ''), ('2026-Q3', 1, 'origin', NULL, 'ONLINE'),
  ('2026-Q3', 2, 'origin', '00000000-0000-7000-8000-000000000001', ''), ('2025', 0, 'proposals', NULL, ''),
  ('2025', 1, 'origin', '00000000-0000-7000-8000-000000000001', 'ONLINE')) AS v (period, position, part, district, channel);
INSERT INTO proposals (id, number, code_hash, title, body, district_id, name_choice, contact_kind, intake_channel,
  state, state_since, submitted_at)
SELECT gen_random_uuid(), number, number::text, 'T', 'B', '00000000-0000-7000-8000-000000000001', 'NEIGHBOUR', 'NUMBER',
  'ONLINE', state::"ProposalState", '2026-11-01', '2026-11-01'
FROM (VALUES (1, 'ADOPTED'), (2, 'ADOPTED'), (3, 'NEEDS_CLARIFICATION')) AS v (number, state);
INSERT INTO forum_sessions (id, number, title, local_date, local_start, local_end, starts_at, ends_at, place, state)
VALUES ('00000000-0000-7000-8000-000000000002', 1, 'F', '2026-11-11', '17:30', '19:00', '2026-11-11T16:30Z',
  '2026-11-11T18:00Z', 'P', 'HELD');
INSERT INTO agenda_items (id, session_id, position, title, kind, minutes)
VALUES ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000002', 1, 'T', 'proposals', 5);
INSERT INTO agenda_proposals (agenda_item_id, proposal_id)
SELECT '00000000-0000-7000-8000-000000000003', id FROM proposals WHERE number = 1;
INSERT INTO proposal_steps (id, proposal_id, "to", at, by, session_id)
SELECT gen_random_uuid(), id, 'ADOPTED', '2026-11-11', 'forum', '00000000-0000-7000-8000-000000000002'
FROM proposals WHERE number < 3;
INSERT INTO users (id, last_seen_at) VALUES ('00000000-0000-7000-8000-000000000004', now());
INSERT INTO polls (id, number, question, max_choices, local_opens, local_closes, opens_at, closes_at, result, counted_at, published_at,
  sealed_at, frozen_rule, state)
SELECT id::uuid, number, 'Q', 1, '2026-11-01T08:00', '2026-11-08T18:00', '2026-11-01', '2026-11-08',
  CASE state WHEN 'PUBLISHED' THEN '{}'::jsonb END, CASE state WHEN 'PUBLISHED' THEN now() END, CASE state WHEN 'PUBLISHED' THEN now() END,
  now(), '{}', state::"PollState"
FROM (VALUES ('00000000-0000-7000-8000-000000000005', 1, 'PUBLISHED'),
  ('00000000-0000-7000-8000-000000000006', 2, 'CLOSED')) AS v (id, number, state);
INSERT INTO poll_stops (id, poll_id, reason, asked_by_id, asked_at)
SELECT gen_random_uuid(), id, 'R', '00000000-0000-7000-8000-000000000004', '2026-11-07' FROM polls;
INSERT INTO call_list_items (id, kind, person, contact, message, about_id, created_at, due_at)
SELECT gen_random_uuid(), 'PHONE', 'Stop ' || number, '1', 'M', s.id, now(), now()
FROM poll_stops s JOIN polls p ON p.id = s.poll_id;
INSERT INTO call_list_items (id, kind, person, contact, message, created_at, ends_at)
VALUES (gen_random_uuid(), 'PHONE', 'A', '1', 'M', '2026-11-13T10:00Z', NULL),
  (gen_random_uuid(), 'PHONE', 'B', '1', 'M', '2026-11-13T10:00Z', '2026-11-14T10:00Z');
INSERT INTO support_requests (id, number, code_hash, title, body, kinds, district_id, contact_kind, channel, state,
  state_since, requested_at)
SELECT gen_random_uuid(), number, 's' || number, 'T', 'B', '{ROOM}', '00000000-0000-7000-8000-000000000001', 'NUMBER', 'ONLINE',
  state::"SupportState", '2026-11-19T10:00Z', '2026-11-12T10:00Z'
FROM (VALUES (21, 'CONFIRMED'), (22, 'WITHDRAWN'), (23, 'RECEIVED'), (24, 'CLARIFYING')) AS v (number, state);
INSERT INTO support_steps (id, request_id, "to", at, by)
SELECT gen_random_uuid(), r.id, v.state::"SupportState", v.at::timestamptz, v.by
FROM support_requests r JOIN (VALUES
  (21, 'RECEIVED', '2026-11-12T10:00Z', 'office'), (21, 'OFFERED', '2026-11-16T10:00Z', 'office'),
  (21, 'CONFIRMED', '2026-11-19T10:00Z', 'asker'), (22, 'WITHDRAWN', '2026-11-19T10:00Z', 'asker'),
  (24, 'CLARIFYING', '2026-11-19T10:00Z', 'office')) AS v (number, state, at, by) ON v.number = r.number;
INSERT INTO answer_promises (id, kind, case_id, made_at, promised_for)
SELECT gen_random_uuid(), 'supportRequest', id, CASE number WHEN 23 THEN requested_at ELSE state_since END, '2026-11-26'
FROM support_requests WHERE number IN (23, 24);
${guards('ENABLE')}
`;

it('by district and way only years have a table', async () => {
  expect(await old.rows('SELECT period, position::text FROM period_figures ORDER BY 1, 2')).toEqual(
    [
      ['2025', '0'],
      ['2025', '1'],
      ['2026-Q3', '0'],
    ],
  );
});

it('the Forum said what it said where the proposal was on its agenda, else the office entered it', async () => {
  const steps = await old.rows(`SELECT number::text, by, (session_id IS NOT NULL)::text
    FROM proposal_steps JOIN proposals ON proposals.id = proposal_id ORDER BY 1`);
  expect(steps).toEqual([
    ['1', 'forum', 'true'],
    ['2', 'office', 'true'],
  ]);
});

it('what came too late is settled by nobody, and nobody is owed a call about it', async () => {
  const stops =
    await old.rows(`SELECT number::text, late::text, agreed::text, (settled_at IS NULL)::text
    FROM poll_stops JOIN polls ON polls.id = poll_id ORDER BY 1`);
  expect(stops).toEqual([
    ['1', 'true', 'false', 'false'],
    ['2', 'false', null, 'true'],
  ]);
  const calls = await old.rows(`SELECT person FROM call_list_items WHERE about_id IS NOT NULL`);
  expect(calls).toEqual([['Stop 2']]);
});

it('calls are owed until the next working day, or until what they are about begins', async () => {
  const due = await old.rows(`SELECT person, to_char(due_at AT TIME ZONE 'UTC', 'MM-DD HH24:MI')
    FROM call_list_items WHERE about_id IS NULL ORDER BY 1`);
  expect(due).toEqual([
    ['A', '11-16 17:00'],
    ['B', '11-14 10:00'],
  ]);
});

it('whoever was asked before days were named goes on waiting without one', async () => {
  const asked = await old.rows('SELECT answer_by::text FROM proposals WHERE number = 3');
  expect(asked).toEqual([[null]]);
});

it('requests for support have their first promise, reckoned where it was not kept', async () => {
  const promises = await old.rows(`
    SELECT number::text, made_at::date::text, a.promised_for::text, answered_at::date::text, ended_at::date::text,
      reckoned::text
    FROM answer_promises a JOIN support_requests r ON r.id = case_id ORDER BY number, made_at`);
  expect(promises).toEqual([
    // Five working days, without the day of repentance in Saxony.
    ['21', '2026-11-12', '2026-11-20', '2026-11-16', null, 'true'],
    ['22', '2026-11-12', '2026-11-20', null, '2026-11-19', 'true'],
    ['23', '2026-11-12', '2026-11-26', null, null, 'false'],
    ['24', '2026-11-12', '2026-11-20', '2026-11-19', null, 'true'],
    ['24', '2026-11-19', '2026-11-26', null, null, 'false'],
  ]);
});
