import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const JOURNEYS = path.resolve('e2e');

/**
 * What each domain says of itself for a table of the guards: all files `e2e/<domain>/guards/<name>.ts`. Who has
 * nothing to say has no such file; what is missing then, the guards compare with what was built.
 */
export function partsOf<Part>(name: string, journeys = JOURNEYS): Promise<Part[]> {
  const files = fs
    .readdirSync(journeys)
    .map((domain) => path.join(journeys, domain, 'guards', `${name}.ts`))
    .filter((file) => fs.existsSync(file))
    .sort();
  return Promise.all(files.map((file) => import(pathToFileURL(file).href) as Promise<Part>));
}

/** One table of all; nobody says something of another one's row. */
export function merged<Value>(
  tables: readonly Readonly<Record<string, Value>>[],
): Readonly<Record<string, Value>> {
  const rows = tables.flatMap((table) => Object.entries(table));
  const all = Object.fromEntries(rows);
  const twice = rows
    .map(([name]) => name)
    .filter((name, index, names) => names.indexOf(name) < index);
  if (twice.length > 0) throw new Error(`Said by two domains: ${twice.join(', ')}`);
  return all;
}
