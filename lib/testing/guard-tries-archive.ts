const since = (more: string) => `UPDATE moved_clock SET instant =
  (SELECT archived_at FROM polls WHERE id = {archived}) + interval '${more}'; `;
const takenOut = `UPDATE polls SET state = 'PUBLISHED' WHERE id = {archived}`;

/** Into the archive, and out of it for a day. */
export const ARCHIVE_TRIES: readonly (readonly [statements: string, outcome: string])[] = [
  [
    `UPDATE polls SET state = 'ARCHIVED', archived_at = '2000-01-01' WHERE id = {published}
     RETURNING archived_at > '2001-01-01'`,
    'true',
  ],
  [`${since('24 hours')}${takenOut} RETURNING archived_at IS NULL`, 'true'],
  [since('24 hours 1 second') + takenOut, 'it lies in the archive for too long'],
  [`UPDATE polls SET archived_at = now() WHERE id = {archived}`, 'the rule of this poll is frozen'],
];
