import 'server-only';
import { cookies } from 'next/headers';
import type { FormContext } from '@/lib/core/form-action';

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
