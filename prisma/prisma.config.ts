import { defineConfig } from 'prisma/config';

// The schema engine is a program that is downloaded from a host many networks block. Nothing here
// needs it: generate, validate and format only want to know that there is one, and migrations run
// by the WebAssembly engine (lib/tooling/migrate.mjs). Any program that exists will do.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: 'schema',
  migrations: { path: 'migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
