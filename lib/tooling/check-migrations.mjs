import { isSchemaMigrated } from './migrate.mjs';

// A schema that no migration leads to works on the machine where it was written and nowhere else.
if (!isSchemaMigrated()) {
  process.stdout.write(
    'prisma/schema has changed since the last migration: run npm run db:diff NAME\n',
  );
  process.exitCode = 1;
}
