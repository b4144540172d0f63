import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OldDatabase, oldDatabase } from '@/lib/testing/old-database';

let old: OldDatabase;

beforeAll(async () => {
  old = await oldDatabase('20261128232317_sealed_mails', ROWS);
});
afterAll(() => old.end());

const ROWS = `
INSERT INTO districts (id, slug, name) VALUES ('00000000-0000-7000-8000-000000000001', 'a', 'A');
INSERT INTO partners (id, slug, name, kind) VALUES ('00000000-0000-7000-8000-000000000002', 'b', 'Bauamt', 'AUTHORITY');
INSERT INTO proposals (id, number, code_hash, title, body, district_id, name_choice, contact_kind,
  intake_channel, state, state_since, submitted_at, published_at, reason_text, result_note)
SELECT gen_random_uuid(), number, number::text, 'T', 'B', '00000000-0000-7000-8000-000000000001', 'NEIGHBOUR',
  'NUMBER', 'ONLINE', state::"ProposalState", now(), now(), now(), 'Grund', 'Ergebnis'
FROM (VALUES (1, 'HANDED_OVER'), (2, 'DONE'), (3, 'NOT_FEASIBLE'), (4, 'MERGED'), (5, 'MERGED'), (6, 'WITHDRAWN'))
  AS p (number, state);
INSERT INTO proposals (id, number, code_hash, title, body, district_id, name_choice, contact_kind,
  intake_channel, state, state_since, submitted_at, promised_for)
SELECT gen_random_uuid(), number, number::text, 'T', 'B', '00000000-0000-7000-8000-000000000001', 'NEIGHBOUR',
  'NUMBER', 'ONLINE', state::"ProposalState", since::timestamptz, submitted::timestamptz, promised::date
FROM (VALUES (11, 'UNDER_REVIEW', '2026-11-13T10:00Z', '2026-11-12T10:00Z', '2026-11-20'),
  (12, 'UNDER_REVIEW', '2026-11-17T10:00Z', '2026-11-12T10:00Z', '2026-11-25'),
  (13, 'NOT_PUBLISHED', '2026-11-20T10:00Z', '2026-11-13T10:00Z', NULL),
  (14, 'WITHDRAWN', '2026-11-14T10:00Z', '2026-11-13T22:59Z', NULL),
  (15, 'DRAFT', '2026-11-14T10:00Z', '2026-11-13T10:00Z', NULL),
  (16, 'SUBMITTED', '2026-11-13T23:00Z', '2026-11-13T23:00Z', '2026-11-23'))
  AS p (number, state, since, submitted, promised);
INSERT INTO proposal_steps (id, proposal_id, "to", at, by)
SELECT gen_random_uuid(), p.id, s.state::"ProposalState", s.at::timestamptz, s.by
FROM proposals p JOIN (VALUES
  (12, 'NEEDS_CLARIFICATION', '2026-11-16T10:00Z', 'office'), (12, 'UNDER_REVIEW', '2026-11-17T10:00Z', 'author'),
  (13, 'NOT_PUBLISHED', '2026-11-20T10:00Z', 'office'), (14, 'WITHDRAWN', '2026-11-14T10:00Z', 'author'),
  (11, 'UNDER_REVIEW', '2026-11-13T10:00Z', 'office')
) AS s (number, state, at, by) ON s.number = p.number;
INSERT INTO proposal_steps (id, proposal_id, "to", at, by, step, note)
SELECT gen_random_uuid(), p.id, s.state::"ProposalState", '2026-11-01T10:00Z', s.by, s.step, s.note
FROM proposals p JOIN (VALUES
  (1, 'PUBLISHED', 'office', 'publish', ''),
  (1, 'HANDED_OVER', 'office', 'handOver', 'Bauamt: Wann wird gebaut?'),
  (1, 'HANDED_OVER', 'office', 'remind', 'Angerufen, der Kollege ruft Freitag zurück'),
  (1, 'IN_VOTE', 'poll', '', 'Soll gebaut werden?'),
  (1, 'UNDER_REVIEW', 'author', '', 'Vor dem Haus 12'),
  (2, 'DONE', 'office', 'finish', 'Die Bank steht'),
  (3, 'NOT_FEASIBLE', 'office', 'giveUp', 'Zu teuer'),
  (5, 'PUBLISHED', 'office', 'publish', '')
) AS s (number, state, by, step, note) ON s.number = p.number;
INSERT INTO handovers (id, proposal_id, partner_id, question, sent_at)
SELECT gen_random_uuid(), id, '00000000-0000-7000-8000-000000000002', 'Wann wird gebaut?', '2026-11-01T10:00Z'
FROM proposals WHERE number = 1;
INSERT INTO outgoing_mails (id, recipient, subject, text, html, "off", state, created_at)
SELECT gen_random_uuid(), r, 'S', 'Code ABCD', '<p>ABCD</p>', 'https://x/key', s::"MailState", at
FROM (VALUES ('sent@x.example', 'SENT', now()), ('waits@x.example', 'QUEUED', now()),
  ('tried@x.example', 'FAILED', now()), ('failed@x.example', 'FAILED', now() - interval '9 days'),
  ('code@x.example', 'FAILED', now())) AS m (r, s, at);
INSERT INTO sign_in_codes (id, chain_id, email, code_hash, link_hash, created_at, expires_at)
VALUES (gen_random_uuid(), gen_random_uuid(), 'code@x.example', 'h', 'l', now(), now());
INSERT INTO office_settings (id, office_name, forum_name, town_name, carrier_name, street, postal_code, phone, email,
  opening_hours, updated_at, funders) VALUES (1, 'B', 'F', 'T', 'C', 'S', '1', '1', 'a@x.example', '[]', now(),
  '[{"name": "Stiftung", "url": "https://s.example", "logo": "data:image/png;base64,AAAA"}, {"name": "Stadt", "logo": "javascript:x"}]');
INSERT INTO call_list_items (id, kind, person, contact, message, link) VALUES
  (gen_random_uuid(), 'PHONE', 'A', '1', 'M', '/en/vorschlaege/quittung/7-ABCDEFGHJKMN'),
  (gen_random_uuid(), 'PHONE', 'B', '1', 'M', '/team/vorschlaege/7');
`;

const rows = (sql: string) => old.rows(sql);

describe('what was there before', () => {
  it('notes are public only when everybody knew that', async () => {
    const notes = await rows(`SELECT note, body_name, audience::text FROM proposal_steps
      WHERE note <> '' ORDER BY note`);
    expect(notes).toEqual([
      ['Angerufen, der Kollege ruft Freitag zurück', '', 'INTERNAL'],
      ['Die Bank steht', '', 'PUBLIC'],
      ['Soll gebaut werden?', '', 'PUBLIC'],
      ['Vor dem Haus 12', '', 'PERSON'],
      ['Wann wird gebaut?', 'Bauamt', 'PERSON'],
      ['Zu teuer', '', 'PERSON'],
    ]);
  });

  it('so are reasons and results', async () => {
    const outcomes = await rows(
      'SELECT state::text, outcome_audience::text FROM proposals WHERE number IN (1, 2, 3) ORDER BY number',
    );
    expect(outcomes).toEqual([
      ['HANDED_OVER', 'INTERNAL'],
      ['DONE', 'PUBLIC'],
      ['NOT_FEASIBLE', 'PERSON'],
    ]);
  });

  it('a question that was handed over keeps the day the office took it for', async () => {
    const handovers = await rows('SELECT (sent_at = recorded_at)::text, sent_how FROM handovers');
    expect(handovers).toEqual([['true', 'SAID']]);
  });

  it('texts that became public by merging alone are not public any more', async () => {
    const published = await rows(
      'SELECT number::text FROM proposals WHERE published_at IS NOT NULL ORDER BY number',
    );
    expect(published.flat()).toEqual(['1', '2', '3', '5']);
  });

  it('mails keep no text where it can be read, and codes that never went out are gone', async () => {
    const mails = await rows(
      "SELECT recipient, state::text, text, sealed <> '' FROM outgoing_mails ORDER BY recipient",
    );
    expect(mails).toEqual([
      ['failed@x.example', 'FAILED', '', true],
      ['sent@x.example', 'SENT', '', false],
      ['tried@x.example', 'QUEUED', '', true],
      ['waits@x.example', 'QUEUED', '', true],
    ]);
  });

  it('every proposal handed in has its first promise, reckoned where it was not kept', async () => {
    const promises = await rows(`
      SELECT number::text, made_at::date::text, answer_promises.promised_for::text, answered_at::date::text,
        ended_at::date::text, reckoned::text
      FROM answer_promises JOIN proposals ON proposals.id = case_id WHERE number > 10
      ORDER BY number, made_at`);
    expect(promises).toEqual([
      // Under review: promised when it came in, not when somebody began to read.
      ['11', '2026-11-12', '2026-11-20', null, null, 'false'],
      // Asked back: that was the answer to the first one, which was written over.
      ['12', '2026-11-12', '2026-11-20', '2026-11-16', null, 'true'],
      ['12', '2026-11-17', '2026-11-25', null, null, 'false'],
      // Five working days, without the day of repentance in Saxony.
      ['13', '2026-11-13', '2026-11-23', '2026-11-20', null, 'true'],
      ['14', '2026-11-13', '2026-11-23', null, '2026-11-14', 'true'],
      ['16', '2026-11-13', '2026-11-23', null, null, 'false'],
    ]);
    // One has no line of its history left: nobody waits for an answer to it.
    const published = await rows(`
      SELECT count(*)::text, count(answered_at)::text FROM proposals
      LEFT JOIN answer_promises ON case_id = proposals.id WHERE number < 6`);
    expect(published).toEqual([['5', '4']]);
  });

  it('the call list leads to nobody’s own page', async () => {
    const links = await rows('SELECT link FROM call_list_items ORDER BY person');
    expect(links.flat()).toEqual(['', '/team/vorschlaege/7']);
  });

  it('funders stay in their order, and pictures wait for the store', async () => {
    const funders = await rows(
      'SELECT position::text, name, url, former_logo FROM funders ORDER BY position',
    );
    expect(funders).toEqual([
      ['0', 'Stiftung', 'https://s.example', 'AAAA'],
      ['1', 'Stadt', '', ''],
    ]);
  });
});
