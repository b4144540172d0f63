import 'server-only';
import { forgetOldCards, forgetPrintKeys } from './cards/commands';
import { deleteUnused } from './profile/commands';
import type { System } from './types';

/** The daily clearing up of accounts, invitations, cards and print keys. Safe to repeat. */
export async function sweepAccounts(system: System): Promise<void> {
  await forgetPrintKeys(system);
  await forgetOldCards(system);
  await deleteUnused(system);
}
