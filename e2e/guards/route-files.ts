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
