import 'server-only';
import { notFound, redirect } from 'next/navigation';
import { isAppError } from '@/lib/core/errors';
import { localized } from '@/lib/core/paths';
import { accountsPaths } from './paths';
import { mayOpenCounselling, mayOpenOffice } from './policy';
import type { Actor } from './types';

/**
 * Runs what a page needs and turns what is missing into where to go: signing in, the second step,
 * or "not found". Use it around everything a page reads: `await guarded(locale, path, async () => …)`.
 */
export async function guarded<T>(locale: string, path: string, read: () => Promise<T>): Promise<T> {
  let outcome: { value: T } | { code: string };
  try {
    outcome = { value: await read() };
  } catch (error) {
    if (!isAppError(error)) throw error;
    outcome = { code: error.code };
  }
  if ('value' in outcome) return outcome.value;
  if (outcome.code === 'SIGN_IN_REQUIRED')
    redirect(localized(locale, accountsPaths.signIn(localized(locale, path))));
  if (outcome.code === 'SECOND_FACTOR_REQUIRED') {
    redirect(localized(locale, accountsPaths.secondFactor(localized(locale, path))));
  }
  notFound();
}

/** Where somebody of the office begins: each area has its own first page. */
export function ownFirstPage(actor: Actor): string {
  if (mayOpenOffice(actor)) return accountsPaths.team();
  return mayOpenCounselling(actor) ? accountsPaths.counsellingDesk() : accountsPaths.account();
}
