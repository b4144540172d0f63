import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const ALL = ['{lib,components,app}/**/*.test.{ts,tsx}'];

/**
 * Tests that set what a program reads once (settings, signals, listeners) and so need a process of
 * their own. All others share one, which saves loading the program for each file anew.
 */
const CHANGES_ITS_PROCESS = [
  'lib/{core,jobs,mail,server,tooling}/**/*.test.ts',
  'lib/accounts/auth.test.ts',
  'lib/accounts/auth.link.test.ts',
];

export default defineConfig({
  root,
  resolve: {
    alias: {
      '@': root,
      // The marker of server code has no meaning outside of Next.
      'server-only': path.join(root, 'node_modules/server-only/empty.js'),
    },
  },
  test: {
    environment: 'node',
    env: { NODE_ENV: 'test', TZ: 'UTC' },
    pool: 'forks',
    maxWorkers: 2,
    globalSetup: [path.join(root, 'lib/testing/postgres-server.ts')],
    hookTimeout: 60_000,
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: 'alone', include: CHANGES_ITS_PROCESS, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: {
          name: 'together',
          include: ALL,
          exclude: CHANGES_ITS_PROCESS,
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
