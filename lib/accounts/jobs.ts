import 'server-only';
import { forgetOldCards, forgetPrintKeys } from './cards/privacy';
import { deleteUnused } from './profile/privacy';

/** The daily clearing up of accounts, invitations, cards and print keys. Safe to repeat. */
export async function sweepAccounts(): Promise<void> {
  await forgetPrintKeys();
  await forgetOldCards();
  await deleteUnused();
}
