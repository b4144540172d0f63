import 'server-only';
import { cookies } from 'next/headers';
import type { FormContext } from '@/lib/core/form-action';
import { keyOfForm } from './rules';

/** Holds the key to the counselling's side, in the browser of whoever counsels and nowhere else. */
const DESK_COOKIE = '__Host-stadtteilforum-beratung';
const HOURS = 12;

const options = { httpOnly: true, secure: true, sameSite: 'strict', path: '/' } as const;

/** The same for the same form, so that a form sent twice opens one desk. */
export const newDeskKey = (context: FormContext): string => context.codeFor('counselling-desk', 48);

export async function keepDeskKey(context: FormContext): Promise<void> {
  (await cookies()).set(DESK_COOKIE, newDeskKey(context), { ...options, maxAge: HOURS * 3600 });
}

export async function deskKey(): Promise<string> {
  return (await cookies()).get(DESK_COOKIE)?.value ?? '';
}

/** Opens what was just taken for somebody, so that no address and no history of a shared browser does. */
const ENTERED_COOKIE = '__Host-stadtteilforum-zettel';
const ENTERED_SECONDS = 600;

export async function keepEnteredKey(context: FormContext): Promise<void> {
  const key = keyOfForm(context.codeFor);
  (await cookies()).set(ENTERED_COOKIE, key, { ...options, maxAge: ENTERED_SECONDS });
}

export async function enteredKey(): Promise<string> {
  return (await cookies()).get(ENTERED_COOKIE)?.value ?? '';
}
