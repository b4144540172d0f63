import 'server-only';
import { cookies, headers } from 'next/headers';
import type { FormContext } from '@/lib/core/form-action';
import { localized, routes } from '@/lib/core/routes';
import { browserKind, LONGEST_SESSION_DAYS } from './sessions/rules';
import type { NewSession, SignedIn } from './sessions/types';

/** The one cookie, set only when somebody signs in. Browsers treat loopback hosts as secure too. */
export const SESSION_COOKIE = '__Host-stadtteilforum';

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
  { staff, partner, next }: SignedIn,
): Promise<string> {
  const maxAge = LONGEST_SESSION_DAYS * 24 * 60 * 60;
  (await cookies()).set(SESSION_COOKIE, tokenFor(context, proof), { ...options, maxAge });
  if (staff) return localized(context.locale, routes.secondFactor(next || undefined));
  if (next) return next;
  return localized(context.locale, partner ? routes.partner() : routes.account());
}

/** Takes the cookie out of the browser again. */
export async function forgetCookie(): Promise<void> {
  (await cookies()).set(SESSION_COOKIE, '', { ...options, maxAge: 0 });
}
