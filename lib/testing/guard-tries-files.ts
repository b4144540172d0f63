import type { Try } from './guard-tries';

const stored = (id: number, kept = 'now()') =>
  `INSERT INTO stored_files (id, hash, bytes, type, kept_at)
   VALUES ('00000000-0000-4000-8000-00000000000${id}', 'x', 1, 'image/png', ${kept}); `;
const named = (id: number) => `'00000000-0000-4000-8000-00000000000${id}'`;
const funder = (id: number) =>
  `INSERT INTO funders (id, position, name, logo_id) VALUES (gen_random_uuid(), 9, 'try', ${named(id)}); `;
const freed = (id: number) =>
  `SELECT (freed_at IS NOT NULL)::text FROM stored_files WHERE id = ${named(id)}`;
const attended = (file: string) => `
  INSERT INTO staff_meetings (id, kind, title, day, minutes, people, created_at)
  VALUES (${named(3)}, 'TRAINING', 'try', '2026-09-24', 90, 1, now());
  INSERT INTO staff_meeting_people (meeting_id, kind, user_id, certificate_id)
  SELECT ${named(3)}, 'TRAINING', id, ${file} FROM users LIMIT 1; `;
const NOT_THERE = 'this file does not lie in the store';

/** What lies in the store, and who names it. */
export const FILE_TRIES: readonly Try[] = [
  [stored(1, 'NULL') + funder(1), NOT_THERE],
  [`${stored(1)}UPDATE stored_files SET freed_at = now(); ${funder(1)}`, NOT_THERE],
  [stored(1) + funder(1) + freed(1), 'false'],
  [`${stored(1)}${funder(1)}DELETE FROM funders WHERE name = 'try'; ${freed(1)}`, 'true'],
  [stored(1, 'NULL') + attended(named(1)), NOT_THERE],
  [
    `${stored(1)}${attended(named(1))}DELETE FROM staff_meetings WHERE title = 'try'; ${freed(1)}`,
    'true',
  ],
  [
    `${stored(1)}${stored(2)}${funder(1)}UPDATE funders SET logo_id = ${named(2)} WHERE name = 'try'; ${freed(1)}`,
    'true',
  ],
];
