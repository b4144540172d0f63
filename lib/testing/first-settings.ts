import { inject } from 'vitest';
import { databaseNamed } from '../tooling/test-server.mjs';

// A program reads its settings once. Files that share a process do so in an order nobody knows, and one that needs no
// database may be the first: what it reads has to be right for all that follow, see `testDatabase`.
process.env.DATABASE_URL = databaseNamed(inject('postgresWorkUrl'), `test_of_${process.pid}_unit`);
process.env.DATABASE_POOL = '20';
