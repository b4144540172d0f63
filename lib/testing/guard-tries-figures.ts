import type { Try } from './guard-tries';

/** A figure of a period that ended so long ago; the guards ask nothing else of it. */
const figure = (period: string, position: number, more = '') =>
  `INSERT INTO period_figures (id, period, position, part, title, figure, label, unit, value, closed_at)
   VALUES (gen_random_uuid(), ${period}, ${position}, 'try', 't', 'f', 'l', 'count', 1, database_clock()${more}); `;
/** Two lines in one statement, the second at another moment. */
const twoFigures = (later: string) =>
  `INSERT INTO period_figures (id, period, position, part, title, figure, label, unit, value, closed_at)
   SELECT gen_random_uuid(), '2019-Q1', n, 'try', 't', 'f', 'l', 'count', 1, '2026-06-01'::timestamptz + n * interval '${later}'
   FROM generate_series(0, 1) AS n; SELECT true`;
const on = (day: string) => `UPDATE moved_clock SET instant = '${day}'; `;
const IS_CLOSED = 'what is closed stays as it is';
const NOT_OVER = 'this period is not over';
const NOT_NOW = 'a period is closed at one moment';

/** Figures of closed periods. */
export const FIGURE_TRIES: readonly Try[] = [
  [`${figure(`'2019-Q1'`, 0)}UPDATE period_figures SET value = 2`, IS_CLOSED],
  [`${figure(`'2019-Q1'`, 0)}DELETE FROM period_figures`, IS_CLOSED],
  [figure(`'2019-Q1'`, 0) + figure(`'2019-Q1'`, 1), 'this period was closed before'],
  [`${figure(`'2019-Q1'`, 0)}${figure(`'2019-Q2'`, 0)}SELECT true`, 'true'],
  [on('2026-06-01') + twoFigures('0 seconds'), 'true'],
  [on('2026-06-01') + twoFigures('1 second'), NOT_NOW],
  [figure(`'2019-Q1'`, 0, ` - interval '11 minutes'`), NOT_NOW],
  [figure(`'2019-Q1'`, 0, ` + interval '11 minutes'`), NOT_NOW],
  // Over at the end of September, and then not for thirteen days.
  [on('2026-10-13T23:59Z') + figure(`'2026-Q3'`, 0), NOT_OVER],
  [`${on('2026-10-14T00:00Z')}${figure(`'2026-Q3'`, 0)}SELECT true`, 'true'],
  [on('2027-01-13T23:59Z') + figure(`'2026'`, 0), NOT_OVER],
  [`${on('2027-01-14T00:00Z')}${figure(`'2026'`, 0)}SELECT true`, 'true'],
];

const forgotten = (deletes: string, noon = '11:00Z') =>
  `${deletes}; SELECT count(*)::text FROM forgotten_proposals WHERE submitted_at = '2001-01-01T${noon}'`;
const inZone = (zone: string) => `SET LOCAL stadtteilforum.time_zone = '${zone}'; `;
const nobodyRead = (state: string) =>
  `INSERT INTO proposals SELECT (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'number', -1,
     'code_hash', 'try', 'state', '${state}', 'published_at', NULL, 'submitted_at', '2001-01-01'))).* FROM proposals p LIMIT 1;
   DELETE FROM proposals WHERE number = -1`;

/** What is deleted leaves a count, unless it was a draft. */
export const FORGOTTEN_TRIES: readonly Try[] = [
  [forgotten(nobodyRead('NOT_PUBLISHED')), '1'],
  [forgotten(nobodyRead('DRAFT')), '0'],
  // By the day of the office, wherever it is.
  [inZone('') + forgotten(nobodyRead('NOT_PUBLISHED')), '1'],
  [inZone('UTC') + forgotten(nobodyRead('NOT_PUBLISHED'), '12:00Z'), '1'],
];
