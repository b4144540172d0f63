import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { sparingOptions } from './own-node.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const ALL = ['{lib,components,app}/**/*.test.{ts,tsx}'];

/**
 * Tests that set what a program reads once (settings, signals, listeners) need a process of their own: in
 * these folders whatever touches one, and what starts by reading its settings. All others share one, which
 * saves loading the program for each file anew; a database of one's own is no reason, see `testDatabase`.
 */
const OF_A_PROCESS = /^(?:core|jobs|mail|server|tooling)\/.*\.test\.ts$/;
const TOUCHES_IT =
  /\bprocess\.(?!cwd|pid|platform)|\bvi\.|\bglobalThis\b|'node:(?:http|net|child_process|worker_threads)'|testMailServer|process-state|await import\(/;
const touchesIt = (file: string) => TOUCHES_IT.test(fs.readFileSync(path.join(root, file), 'utf8'));

const CHANGES_ITS_PROCESS = [
  ...fs
    .readdirSync(path.join(root, 'lib'), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => OF_A_PROCESS.test(file))
    .map((file) => `lib/${file}`)
    .filter(touchesIt),
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
    execArgv: sparingOptions(process.execPath),
    // One more than a small machine has cores: a test waits for its database most of the time.
    maxWorkers: 3,
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
          setupFiles: [path.join(root, 'lib/testing/first-settings.ts')],
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
