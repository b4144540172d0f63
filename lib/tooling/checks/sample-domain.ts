import { code, SAMPLE_GUARDS } from './sample-guards';

const words = Object.fromEntries(
  Object.entries({
    de: ['Ausleihe', 'Ausgeliehen', 'Gerät', 'Verliehen', 'Was es ist'],
    'de-LS': ['Ausleihe', 'Ausgeliehen', 'Gerät', 'Verliehen', 'Was es ist'],
    en: ['Lending', 'Lent out', 'Item', 'Lent', 'What it is'],
  }).flatMap(([locale, [title, lent, item, event, name]]) => [
    [
      `lib/loans/words/${locale}/loans.json`,
      JSON.stringify({ nav: title, list: { title, lent, name } }, null, 2),
    ],
    [
      `lib/loans/words/${locale}/loans-audit.json`,
      JSON.stringify({
        event: { loan: { lent: event } },
        thing: { loan: item },
        kind: { loans: title },
      }),
    ],
  ]),
);

const domain = {
  'lib/loans/domain.ts': code(`
import { defineDomain, nothing } from '@/lib/manifest';
import { LOANS_EVENTS } from './events';
import { loansPaths } from './paths';
import { LOANS_TAGS } from './tags';

/** Things of the office that somebody takes home for a while. */
export const loans = defineDomain({
  name: 'loans',
  reads: [],
  paths: loansPaths,
  words: {
    namespaces: ['loans', 'loans-audit'],
    load: (locale, namespace) => import(\`./words/\${locale}/\${namespace}.json\`),
  },
  navigation: {
    ...nothing.navigation,
    office: [{ place: 'loans', path: loansPaths.teamLoans(), label: 'loans.nav', group: 'residents', order: 90 }],
  },
  rights: async () => (await import('./access')).LOANS_RIGHTS,
  tags: LOANS_TAGS,
  audit: {
    events: LOANS_EVENTS,
    kinds: { loans: ['loan'] },
    paths: { loan: () => loansPaths.teamLoans() },
    standing: [],
  },
  retention: {}, catchUp: [], jobs: {},
  cases: [],
  register: async () => (await import('./register')).loansData,
  ownData: nothing.ownData, leaving: nothing.leaving, waits: {},
  figures: nothing.figures,
  dates: nothing.dates, taskThings: nothing.taskThings,
  fragments: nothing.fragments,
  acts: async () => (await import('./acts')).loansActs,
});`),
  'lib/loans/paths.ts': code(`
export const loansPaths = { teamLoans: () => '/team/ausleihe' };`),
  'lib/loans/events.ts': code(`
export const LOANS_EVENTS = { 'loan.lent': 'loan' } as const;

declare module '@/lib/audit/types' {
  interface AuditEvents {
    'loan.lent': 'loan';
  }
}`),
  'lib/loans/access.ts': code(`
import { mayCoordinate } from '@/lib/accounts/policy';
import { right } from '@/lib/accounts/right';

export const LOANS_RIGHTS = { lend: right('loans.lend', mayCoordinate) };`),
  'lib/loans/tags.ts': code(`
import { tag } from '@/lib/core/tags';

export const LOANS_TAGS = { things: tag('loans') };`),
  'lib/loans/types.ts': code(`
export type Loan = { id: string; name: string };`),
  'lib/loans/schema.ts': code(`
import { z } from 'zod';
import { line } from '@/lib/core/text';

export const lendSchema = z.object({ name: line(2, 120) });

export type LendInput = z.output<typeof lendSchema>;`),
  'lib/loans/queries.ts': code(`
import 'server-only';
import { publicly } from '@/lib/accounts/command';
import { db } from '@/lib/core/db';
import { showsTags } from '@/lib/core/page-cache';
import { LOANS_TAGS } from './tags';
import type { Loan } from './types';

export const listLoans = publicly(() => {
  showsTags(LOANS_TAGS.things);
  return db.$queryRaw<Loan[]>\`SELECT id::text, name FROM loans ORDER BY name\`;
});`),
  'lib/loans/commands.ts': code(`
import 'server-only';
import { command } from '@/lib/accounts/command';
import { ok, type Result } from '@/lib/core/result';
import { LOANS_RIGHTS } from './access';
import type { LendInput } from './schema';
import { LOANS_TAGS } from './tags';

export const lendItem = command(
  { right: LOANS_RIGHTS.lend, audit: ['loan.lent'], tags: [LOANS_TAGS.things] },
  async ({ tx, note }, { name }: LendInput): Promise<Result<{ id: string }>> => {
    const [loan = { id: '' }] = await tx.$queryRaw<{ id: string }[]>\`
      INSERT INTO loans (id, name) VALUES (gen_random_uuid(), \${name}) RETURNING id::text\`;
    await note('loan.lent', loan.id);
    return ok(loan);
  },
);`),
  'lib/loans/acts.ts': code(`
import type { Acts } from '@/lib/cases/types';

export const loansActs: Acts = {
  acts: [
    {
      of: ['loans.list.lent'],
      said: 'loans t WHERE true',
      proof: "t.name <> ''",
      lie: "INSERT INTO loans (id, name) VALUES (gen_random_uuid(), '')",
    },
  ],
  noAct: {},
};`),
  'lib/loans/register.ts': code(`
import type { PersonalDataRegister } from '@/lib/manifest';

export const loansData = {
  Loan: {
    purpose: 'A thing of the office that is lent',
    retention: 'permanent: names no person',
    personal: [],
    sensitive: [],
    neutral: ['id', 'name'],
  },
} as const satisfies PersonalDataRegister;`),
  'lib/loans/granted.mjs': code(`
/** @type {import('../tooling/granted.mjs').Tables} */
export const tables = { loans: { insert: 'every', update: 'every' } };`),
  'lib/loans/samples.ts': code(`
import { db } from '@/lib/core/db';
import { makeDistrict } from '@/lib/testing/factories';
import { loanRow } from './rows.mjs';

export async function makeLoan() {
  await makeDistrict();
  const { name } = loanRow({});
  return db.$executeRaw\`INSERT INTO loans (id, name) VALUES (gen_random_uuid(), \${name})\`;
}`),
  'lib/loans/rows.mjs': code(`
/** @param {{ name?: string }} changes */
export const loanRow = (changes) => ({ name: 'Leiter', ...changes });`),
  'lib/loans/demo.mjs': code(`
import { loanRow } from './rows.mjs';

/** @param {import('../tooling/seed/rows.mjs').Demo} demo */
export const fill = ({ insert }) => insert('loans', [loanRow({ name: 'Bohrmaschine' })]);`),
  ...words,
};

const drawn = {
  'components/loans/loan-list.tsx': code(`
import type { Loan } from '@/lib/loans/types';

export const LoanList = ({ loans, label }: { loans: readonly Loan[]; label: string }) => (
  <ul aria-label={label}>
    {loans.map(({ id, name }) => (
      <li key={id}>{name}</li>
    ))}
  </ul>
);`),
  'app/[locale]/(team)/team/ausleihe/actions.ts': code(`
'use server';

import { defineFormAction } from '@/lib/accounts/form-action';
import { localized, saying } from '@/lib/core/paths';
import { lendItem } from '@/lib/loans/commands';
import { loansPaths } from '@/lib/loans/paths';
import { lendSchema } from '@/lib/loans/schema';

export const lendAction = defineFormAction({
  form: 'lend',
  schema: lendSchema,
  run: (who, input) => lendItem(who, input),
  done: (_loan, _input, { locale }) => localized(locale, saying(loansPaths.teamLoans(), 'team.said.saved')),
});`),
  'app/[locale]/(team)/team/ausleihe/page.tsx': code(`
import { getTranslations } from 'next-intl/server';
import { LoanList } from '@/components/loans/loan-list';
import { listLoans } from '@/lib/loans/queries';

export default async function LoansPage({ params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  const loans = await listLoans();
  const t = await getTranslations({ locale, namespace: 'loans.list' });
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t('name')}</p>
      <LoanList label={t('lent')} loans={loans} />
    </>
  );
}`),
};

/**
 * The smallest domain that has everything, by path, for the proof of what one comes with. Nobody lends anything here.
 */
export const SAMPLE_DOMAIN: Readonly<Record<string, string>> = {
  ...domain,
  ...drawn,
  ...SAMPLE_GUARDS,
  'prisma/schema/loans.prisma': code(`
/// A thing of the office that is lent.
/// Personal: none. Retention: permanent: names no person.
model Loan {
  id   String @id @default(uuid(7)) @db.Uuid
  name String

  @@map("loans")
}`),
  'prisma/migrations/20270101000000_loans/migration.sql': code(`
CREATE TABLE "loans" ("id" UUID NOT NULL, "name" TEXT NOT NULL, CONSTRAINT "loans_pkey" PRIMARY KEY ("id"));`),
};
