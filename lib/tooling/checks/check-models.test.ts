import { describe, expect, test } from 'vitest';
import { findProblems } from './check-models.mjs';
import { listOf, makeTree, manifest, projectRoot, saidAbout } from './fixture';

const model = (name: string, table: string) =>
  `model ${name} {\n  id String @id\n\n  @@map("${table}")\n}\n`;

const good = {
  ...manifest('proposals'),
  ...manifest('forum', 'proposals'),
  ...manifest('loans'),
  ...listOf('proposals', 'forum', 'loans'),
  'prisma/schema/accounts.prisma': model('User', 'users'),
  'prisma/schema/foundations.prisma': model('OutgoingMail', 'outgoing_mails'),
  'prisma/schema/proposals-answers.prisma': model('Statement', 'statements'),
  'prisma/schema/loans.prisma': model('Loan', 'loans'),
  'lib/loans/queries.ts': 'export const all = () => db.loan.findMany();',
  'lib/loans/commands.ts': `
    // A note about tx.statement.delete and DELETE FROM statements is none.
    await takeVersion(tx.loan, id, seen);
    await tx.$executeRaw\`UPDATE loans SET back = true WHERE id IN (SELECT id FROM users)\`;
    const mails = await tx.outgoingMail.count();`,
  // Said in its manifest.
  'lib/forum/queries.ts': `
    const read = await db.statement.groupBy({ by: ['id'] });
    const raw = Prisma.sql\`SELECT 1 FROM loans_of_old JOIN "statements" USING (id) FOR UPDATE OF statements\`;`,
  'lib/loans/commands.test.ts': 'await db.statement.deleteMany();',
  'lib/testing/scene.ts': 'await db.statement.deleteMany();',
  'lib/loans/samples.ts': 'await db.statement.create({});',
};

const saidWith = (file: string, text: string) =>
  saidAbout(findProblems(makeTree({ ...good, [file]: text })), file);

describe('check-models', () => {
  test('is silent about whoever keeps to their own tables, and reads what they may', () => {
    expect(findProblems(makeTree(good))).toEqual([]);
  });

  test.each([
    ['a domain nobody said it reads', 'db.statement.findMany()', 'reads Statement'],
    ['the same in a statement', 'tx.$queryRaw`SELECT id FROM statements`', 'reads Statement'],
    ['joined', 'Prisma.sql`SELECT 1 FROM loans JOIN statements s ON true`', 'reads Statement'],
    ['over two lines', 'await tx\n  .statement\n  .count()', 'reads Statement'],
    ['written', 'tx.statement.updateMany({})', 'writes Statement'],
    ['handed on whole', 'takeVersion(tx.statement, id, seen)', 'writes Statement'],
    ['a foundation that is written', 'tx.user.update({})', 'writes User'],
    ['mails', 'tx.outgoingMail.deleteMany()', 'writes OutgoingMail, which is of mail'],
    ['added to', 'tx.$executeRaw`INSERT INTO users (id) VALUES (1)`', 'writes User'],
    ['changed', 'tx.$executeRaw`UPDATE "users" SET id = 1`', 'writes User'],
    ['emptied', 'tx.$executeRaw`DELETE FROM users WHERE id = 1`', 'writes User'],
  ])('finds %s', (_name, text, words) => {
    expect(saidWith('lib/loans/steps.ts', text)).toContain(words);
  });

  test('whoever may read a lower domain does not write it', () => {
    expect(saidWith('lib/forum/steps.ts', 'tx.statement.deleteMany()')).toContain(
      'forum writes Statement, which is of proposals',
    );
  });

  test('foundations and whoever stands beside read no domain', () => {
    for (const file of ['lib/accounts/profile/steps.ts', 'lib/core/db.ts', 'lib/privacy/jobs.ts'])
      expect(saidWith(file, 'db.statement.count()')).toContain('reads Statement');
  });

  test('a reason for what is there no more is struck off', () => {
    expect(saidWith('lib/mail/jobs.ts', 'export const none = 1;')).toContain(
      'writes no Correction: strike it',
    );
  });

  test('holds for the project', () => expect(findProblems(projectRoot)).toEqual([]));
});
