import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Looks up by id what somebody chose once: never among what is only offered now. */
const NAMES_WHAT_IS_OFFERED =
  /\b(?:districts|categories)\.find\(\s*\(?[^)]*\)?\s*=>[^;]*?\)\s*\?\.(?:name|label)/;

/** Here what was just chosen is read back, or all of them are listed. */
const JUST_CHOSEN = new Set([
  'components/outreach/office/device/where-summary.tsx',
  'lib/initiatives/requesting/queries.ts',
  'lib/proposals/intake/queries.ts',
  'app/[locale]/(public)/kalender/stadtteil/[district]/page.tsx',
  'app/[locale]/(public)/kalender/stadtteil/[district]/monat/[month]/page.tsx',
]);

it('a district or subject that is not offered any more keeps its name', () => {
  const files = ['app', 'components', 'lib'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /(?<!test)\.tsx?$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  const naming = files.filter(
    (name) => !JUST_CHOSEN.has(name) && NAMES_WHAT_IS_OFFERED.test(readFileSync(name, 'utf8')),
  );
  expect(naming).toEqual([]);
});
