/** A file of the sample domain as it is written. */
export const code = (text: string) => `${text.trim()}\n`;

/** What the guards know of the sample domain. */
export const SAMPLE_GUARDS = {
  'e2e/loans/guards/routes.ts': code(`
import { OFFICE, type RouteTable, row } from '../../guards/outcomes';

export const ROUTES: RouteTable = { '/team/ausleihe': row(OFFICE, '/team/ausleihe') };`),
  'e2e/loans/guards/actions.ts': code(`
import { type ActionTable, AUDIT, OFFICE, row } from '../../guards/who-may';

export const ACTIONS: ActionTable = {
  'team/ausleihe#lendAction': row(OFFICE, 'loans', AUDIT),
};`),
  'e2e/loans/guards/inputs.ts': code(`
import type { InputTable } from '../../guards/making';

export const INPUTS: InputTable = { 'team/ausleihe#lendAction': () => [['name', 'Leiter']] };`),
  'e2e/loans/guards/texts.ts': code(`
import { columns, type TextTable } from '../../guards/readers';

export const TEXTS: TextTable = [columns('INTERNAL', 'loans', 'name')];`),
  'e2e/loans/guards/things.ts': code(`
import { loanRow } from '../../../lib/loans/rows.mjs';
import type { Made, Maker } from '../../guards/making';

export const things = (make: Maker) => ({ loan: () => make.add('loans', loanRow({})) });

export const addresses = async (things: Made) => ({ loan: await things.loan() });

declare module '../../guards/making' {
  interface Made extends ReturnType<typeof things> {}
  interface Addresses extends Awaited<ReturnType<typeof addresses>> {}
}`),
};
