import fs from 'node:fs';
import path from 'node:path';
import { pathOfEntry } from './server-actions';

/** Every route of the project, read from the files that make it one: `/team/forum/[number]`. */
export function listRoutes(folder = 'app'): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => ['page.tsx', 'route.ts'].includes(path.basename(file)))
    .map((file) => pathOfEntry(path.posix.join('app', file.split(path.sep).join('/'))))
    .sort();
}

/**
 * Pages of some groups that need no parameter, so that any office can be asked for them.
 * @param groups as the folders are called: `(public)`
 */
export function listPlainPages(groups: readonly string[], folder = 'app/[locale]'): string[] {
  return groups
    .flatMap((group) =>
      fs
        .readdirSync(path.join(folder, group), { recursive: true, encoding: 'utf8' })
        .map((file) => file.split(path.sep).join('/'))
        .filter((file) => path.posix.basename(file) === 'page.tsx' && !file.includes('['))
        .map((file) => pathOfEntry(path.posix.join('app', '[locale]', group, file))),
    )
    .sort();
}
