import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

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
    include: ['{lib,components,app}/**/*.test.{ts,tsx}'],
    environment: 'node',
    env: { NODE_ENV: 'test', TZ: 'UTC' },
    pool: 'forks',
    globalSetup: [path.join(root, 'lib/testing/postgres-server.ts')],
    hookTimeout: 60_000,
    testTimeout: 60_000,
  },
});
