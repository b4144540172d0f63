import 'server-only';
import { cookies, headers } from 'next/headers';
import { now } from '@/lib/core/clock';
import { DAY_SECONDS } from '@/lib/core/day.mjs';
import type { FormContext } from '@/lib/core/form-action';
import { localized } from '@/lib/core/paths';
import { hashSecret, newToken, withEachSecret } from '@/lib/core/tokens';
import { KNOWN_DAYS, provenDevice, rememberedValue } from './known-browsers/rules';
import { accountsPaths } from './paths';
import { browserKind, LONGEST_SESSION_DAYS } from './sessions/rules';
import type { NewSession, SignedIn } from './sessions/types';

/** Set only when somebody signs in. Browsers treat loopback hosts as secure too. */
export const SESSION_COOKIE = '__Host-stadtteilforum';

/** Names of cookies that hold something of a session begin so, and go out of the browser with it. */
export const WITH_SESSION = `${SESSION_COOKIE}-sitzung-`;

/** Says that this browser has signed in before, so that strangers cannot use up its mails; no name in it. */
const KNOWN_COOKIE = '__Host-stadtteilforum-geraet';

const options = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } as const;

/**
 * The cookie's value follows from the form and from what was proved with it (the code, the card). So a
 * form sent twice signs in once, and whoever holds only the form's token gets a cookie that opens nothing.
 */
function tokenFor(context: FormContext, proof: string): string {
  return context.codeFor(`session ${proof}`, 48);
}

/** The session a sign-in form is about to start. @param proof what was typed or clicked */
export async function newSession(context: FormContext, proof: string): Promise<NewSession> {
  const userAgent = (await headers()).get('user-agent') ?? '';
  return { token: tokenFor(context, proof), browser: browserKind(userAgent.slice(0, 500)) };
}

/** Gives the browser its cookie and says where to go on. */
export async function welcome(
  context: FormContext,
  proof: string,
  signedIn: SignedIn,
): Promise<string> {
  const maxAge = LONGEST_SESSION_DAYS * DAY_SECONDS;
  (await cookies()).set(SESSION_COOKIE, tokenFor(context, proof), { ...options, maxAge });
  if (signedIn.mark !== '') await remember(signedIn.mark);
  return firstPage(context.locale, signedIn);
}

/** Where somebody who has just signed in goes on. */
export function firstPage(locale: string, { staff, partner, funder, next }: SignedIn): string {
  if (staff) return localized(locale, accountsPaths.secondFactor(next || undefined));
  if (next) return next;
  if (funder) return localized(locale, accountsPaths.figures());
  return localized(locale, partner ? accountsPaths.partner() : accountsPaths.account());
}

/** Takes the cookie out of the browser again, and what was kept beside it for this session alone. */
export async function forgetCookie(): Promise<void> {
  const kept = await cookies();
  for (const name of ofSession(kept.getAll().map((each) => each.name)))
    kept.set(name, '', { ...options, maxAge: 0 });
}

/** Which cookies of a browser go at signing out; what is the device's stays. @param names of those it has */
export const ofSession = (names: readonly string[]): string[] => [
  SESSION_COOKIE,
  ...names.filter((name) => name.startsWith(WITH_SESSION)),
];

const BROWSER = 'known-browser';
const MARK = 'account-mark';
const sign = (text: string) => hashSecret(BROWSER, text);

/** Keyed hash of an address, in which nobody can look up whose it is. */
export function markOf(email: string): string {
  return hashSecret(MARK, email);
}

async function knownValue(): Promise<string> {
  return (await cookies()).get(KNOWN_COOKIE)?.value ?? '';
}

async function remember(mark: string): Promise<void> {
  const start = { mark, freshDevice: newToken() };
  const value = rememberedValue(await knownValue(), start, now(), sign);
  (await cookies()).set(KNOWN_COOKIE, value, { ...options, maxAge: KNOWN_DAYS * DAY_SECONDS });
}

/** This browser, if it has signed in to the account of an address before. */
export async function deviceFor(email: string): Promise<string | null> {
  const value = await knownValue();
  return withEachSecret((hash) =>
    provenDevice(value, hash(MARK, email), now(), (text) => hash(BROWSER, text)),
  );
}

/** Whether anything is kept that "forget this device" would take away. */
export async function isDeviceRemembered(): Promise<boolean> {
  return (await knownValue()) !== '';
}

/** Takes out of the browser that somebody signed in here. */
export async function forgetDevice(): Promise<void> {
  (await cookies()).set(KNOWN_COOKIE, '', { ...options, maxAge: 0 });
}
