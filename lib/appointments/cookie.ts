import 'server-only';
import { cookies } from 'next/headers';
import { requireActor } from '@/lib/accounts/actor';
import { WITH_SESSION } from '@/lib/accounts/cookie';
import { now } from '@/lib/core/clock';
import type { FormContext } from '@/lib/core/form-action';
import { enteredValue } from './booking/entered';
import { ENTERED_SECONDS, keyOfForm } from './rules';

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
const ENTERED_COOKIE = `${WITH_SESSION}zettel`;

/** See `enteredValue`. @throws {AppError} for whoever is not signed in */
export async function keepEntered(context: FormContext): Promise<void> {
  const value = enteredValue(await requireActor(), keyOfForm(context.codeFor), now());
  (await cookies()).set(ENTERED_COOKIE, value, { ...options, maxAge: ENTERED_SECONDS });
}

/** As `findEntered` reads it. */
export async function keptEntered(): Promise<string> {
  return (await cookies()).get(ENTERED_COOKIE)?.value ?? '';
}
