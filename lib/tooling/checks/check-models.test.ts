import { describe, expect, test } from 'vitest';
import { findProblems } from './check-models.mjs';
import { listOf, makeTree, manifest, projectRoot, saidAbout } from './fixture';

const model = (name: string, table: string, ...fields: string[]) =>
  `model ${name} {\n  id String @id\n${fields.map((field) => `  ${field}\n`).join('')}\n  @@map("${table}")\n}\n`;

const good = {
  ...manifest('proposals'),
  ...manifest('forum', 'proposals'),
  ...manifest('loans'),
  ...listOf('proposals', 'forum', 'loans'),
  'prisma/schema/accounts.prisma': model('User', 'users', 'loans Loan[]', 'said Statement[]'),
  'prisma/schema/foundations.prisma': model('OutgoingMail', 'outgoing_mails'),
  'prisma/schema/proposals-answers.prisma': model(
    ...(['Statement', 'statements', 'author User', 'loan Loan'] as const),
  ),
  'prisma/schema/loans.prisma': model(
    ...(['Loan', 'loans', 'owner User', 'statements Statement[]', 'topic String'] as const),
  ),
  'prisma/schema/forum.prisma': model('Session', 'sessions', 'topic Statement', 'loan Loan'),
  'prisma/sql/01.sql': `
    -- What is noted about DELETE FROM users is none.
    CREATE OR REPLACE FUNCTION "said_of"("one" uuid) RETURNS integer LANGUAGE sql AS $$
      SELECT count(*) FROM "statements" WHERE "loan_id" = "one" $$;
    CREATE OR REPLACE FUNCTION "unsay"() RETURNS void LANGUAGE plpgsql AS $$ BEGIN
      PERFORM "said_of"(NULL); DELETE FROM "statements"; END $$;
    CREATE OR REPLACE FUNCTION "own"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      PERFORM 1 FROM "loans"; RETURN NULL; END $$;
    CREATE OR REPLACE FUNCTION "calls_end"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      DELETE FROM "outgoing_mails"; RETURN NULL; END $$;
    CREATE TRIGGER "a" AFTER INSERT ON "loans" FOR EACH ROW EXECUTE FUNCTION "own"();
    CREATE TRIGGER "b" AFTER INSERT ON "loans" FOR EACH ROW EXECUTE FUNCTION "calls_end"();`,
  'lib/loans/queries.ts': `
    // The owner is a foundation's, the topic a column.
    export const all = () => db.loan.findMany({ select: { owner: { select: { id: true } }, topic: true } });`,
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

  test.each([
    ['a relation', '{ select: { statements: { select: { id: true } } } }', 'reads Statement'],
    ['a relation asked for whole', '{ include: { statements: true } }', 'reads Statement'],
    ['a relation in a condition', '{ where: { statements: { some: {} } } }', 'reads Statement'],
    ['one that is counted', '{ select: { _count: { select: { statements: true } } } }', 'reads S'],
    ['a row made by a relation', '{ data: { owner: { create: {} } } }', 'writes User'],
    ['rows of a relation deleted', '{ data: { statements: { deleteMany: {} } } }', 'writes S'],
    ['what no call stands around', 'const shown = { statements: { select: {} } };', 'reads S'],
  ])('finds %s that is followed', (_name, text, words) => {
    const statement = text.startsWith('{') ? `db.loan.findMany(${text})` : text;
    expect(saidWith('lib/loans/planning/queries.ts', statement)).toContain(words);
  });

  test('a relation is followed only where statements are made', () => {
    const text = 'export const LABELS = { statements: { select: 1 } };';
    expect(saidWith('lib/loans/types.ts', text)).toBe('');
  });

  test('what may mean an own model means that one', () => {
    // `loan` leads there from statements and from sessions.
    const text = 'db.session.findMany({ select: { loan: { select: { id: true } } } })';
    expect(saidWith('lib/loans/planning/queries.ts', 'x({ loan: { select: {} } })')).toBe('');
    expect(saidWith('lib/forum/planning/queries.ts', text)).toBe(
      'forum reads Loan, which is of loans: ask its queries or steps, or let it bring a key of its manifest',
    );
  });

  test.each([
    ['a function', 'db.$queryRaw`SELECT said_of(1)`', 'reads Statement'],
    ['one that calls another', 'tx.$executeRaw`SELECT "unsay"()`', 'writes Statement'],
    ['a part of a statement', 'Prisma.sql`SELECT x FROM said_of(1) x`', 'reads Statement'],
  ])('finds %s of the database that is called', (_name, text, words) => {
    expect(saidWith('lib/loans/steps.ts', text)).toContain(words);
  });

  test('a word outside of statements calls nothing', () => {
    expect(saidWith('lib/loans/steps.ts', 'said_of(1); const text = `said_of(1)`;')).toBe('');
  });

  test('finds what a change of a table sets off', () => {
    const file = 'prisma/sql/02.sql';
    const on = (table: string, runs: string) =>
      `CREATE CONSTRAINT TRIGGER "c" AFTER UPDATE ON "${table}"\n  FOR EACH ROW EXECUTE FUNCTION "${runs}"();`;
    expect(saidWith(file, on('loans', 'unsay'))).toContain('loans writes Statement');
    expect(saidWith(file, on('users', 'own'))).toContain('accounts reads Loan');
    expect(saidWith(file, on('statements', 'unsay'))).toBe('');
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
