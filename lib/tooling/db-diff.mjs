import path from 'node:path';
import { readEnv } from '../core/env.mjs';
import { installWhenNeeded } from './prepare.mjs';
import { describeFailure, PROJECT_ROOT } from './project.mjs';
import { createSteps } from './steps.mjs';

/** `npm run db:diff NAME`: writes the migration that leads to the schema of today. */
async function main() {
  process.chdir(PROJECT_ROOT);
  await installWhenNeeded(createSteps());
  const { startEmbeddedPostgres } = await import('./embedded-postgres.mjs');
  const { writeMigration } = await import('./migrate.mjs');
  const settings = readEnv();
  const postgres = await startEmbeddedPostgres({ dataDir: settings.DATA_DIR });
  try {
    const name = process.argv.slice(2).join(' ');
    const file = await writeMigration(name, { databaseUrl: postgres.url });
    return file === null
      ? 'Das Schema hat sich seit der letzten Migration nicht geändert.'
      : `Geschrieben: ${path.relative(PROJECT_ROOT, file)}. Was Prisma nicht kennt, bitte von Hand ergänzen.`;
  } finally {
    await postgres.stop();
  }
}

try {
  process.stdout.write(`${await main()}\n`);
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exitCode = 1;
}
