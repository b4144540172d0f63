import fs from 'node:fs';
import path from 'node:path';
import { inject } from 'vitest';
import { databaseNamed } from '../tooling/test-server.mjs';

// A program reads its settings once. Files that share a process do so in an order nobody knows, and one that needs no
// database may be the first: what it reads has to be right for all that follow, see `testDatabase`.
process.env.DATABASE_URL = databaseNamed(inject('postgresWorkUrl'), `test_of_${process.pid}_unit`);
process.env.DATABASE_POOL = '20';

// A night that clears away what was left on its way in must not come over the tests of another process.
const own = String(process.pid);
const given = process.env.DATA_DIR ?? '';
if (given !== '' && path.basename(given) !== own) {
  process.env.DATA_DIR = path.join(given, own);
  fs.mkdirSync(process.env.DATA_DIR, { recursive: true });
}
