import 'server-only';
import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuth, { type AuthOptions } from 'next-auth';
import type { Adapter, AdapterAccount, AdapterSession } from 'next-auth/adapters';
import { DAY_SECONDS } from '@/lib/core/day.mjs';
import { readEnv } from '@/lib/core/env.mjs';
import { routes } from '@/lib/core/routes';
import { mailAddress } from '@/lib/core/text';
import { newToken } from '@/lib/core/tokens';
import { SESSION_COOKIE } from './cookie';
import {
  findUserByIdentity,
  findUserByMail,
  linkIdentity,
  personOfVerifiedMail,
  signInByIdentity,
} from './identities/steps';
import type { IdentityUser } from './identities/types';
import { browserKind, LONGEST_SESSION_DAYS } from './sessions/rules';
import type { Visitor } from './types';

const PROVIDER = 'oidc';

interface Profile {
  sub: string;
  email?: string;
  email_verified?: boolean;
}

/**
 * Answers the two steps of signing in at the organisation's own server: `start` sends the browser there,
 * `callback/oidc` receives it. NextAuth does the protocol; accounts, sessions and cookies are ours, and
 * nothing else of it can be reached. Without configuration none of this exists.
 */
export async function answerOidc(
  visitor: Visitor,
  step: readonly string[],
  request: { url: string; cookies: Record<string, string>; userAgent: string },
): Promise<Response> {
  const path = step.join('/');
  if (readEnv().OIDC === null || (path !== 'start' && path !== `callback/${PROVIDER}`)) {
    return new Response(null, { status: 404 });
  }
  // NextAuth would otherwise believe the Host header.
  process.env.NEXTAUTH_URL = `${readEnv().APP_URL}/api/auth`;
  const options = authOptions(visitor, request.userAgent);
  const query = Object.fromEntries(new URL(request.url).searchParams);
  if (path !== 'start') {
    const answer = await ask(options, 'GET', ['callback', PROVIDER], request.cookies, query);
    return answer.response();
  }
  const csrf = await ask(options, 'GET', ['csrf'], request.cookies);
  const cookies = { ...request.cookies, ...csrf.cookies() };
  const body = { csrfToken: csrf.body.csrfToken };
  const start = await ask(options, 'POST', ['signin', PROVIDER], cookies, {}, body);
  return start.response(csrf.setCookies);
}

function authOptions(visitor: Visitor, userAgent: string): AuthOptions {
  const env = readEnv();
  return {
    secret: env.AUTH_SECRET,
    adapter: adapterFor(visitor, userAgent),
    session: {
      strategy: 'database',
      maxAge: LONGEST_SESSION_DAYS * DAY_SECONDS,
      generateSessionToken: newToken,
    },
    pages: { signIn: routes.signIn(), error: routes.signIn() },
    useSecureCookies: true,
    cookies: {
      sessionToken: {
        name: SESSION_COOKIE,
        options: { httpOnly: true, secure: true, sameSite: 'lax', path: '/' },
      },
    },
    callbacks: {
      // Only an address the server vouches for, written the way people write addresses.
      signIn: ({ profile }) => {
        const { email, email_verified: verified } = (profile ?? {}) as Profile;
        return verified === true && mailAddress.safeParse(email).success;
      },
      redirect: () => `${env.APP_URL}${routes.account()}`,
    },
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
    providers: [
      {
        id: PROVIDER,
        name: PROVIDER,
        type: 'oauth',
        wellKnown: `${env.OIDC?.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        clientId: env.OIDC?.clientId ?? '',
        clientSecret: env.OIDC?.clientSecret ?? '',
        authorization: { params: { scope: 'openid email' } },
        idToken: true,
        checks: ['pkce', 'state', 'nonce'],
        // Safe because `signIn` refuses every address the organisation's own server has not verified.
        allowDangerousEmailAccountLinking: true,
        profile: (profile: Profile) => ({ id: profile.sub, email: profile.email ?? '' }),
      },
    ],
  };
}

/** NextAuth's storage over our commands; it never sees a token of another session. */
function adapterFor(visitor: Visitor, userAgent: string): Adapter {
  const noSession = () => null;
  return {
    createUser: async (user: Pick<IdentityUser, 'email'>) => {
      const made = await personOfVerifiedMail(visitor, user.email);
      if (!made.ok) throw new Error(made.code);
      return { id: made.value.id, email: user.email, emailVerified: null };
    },
    getUser: noSession,
    getUserByEmail: (email) => findUserByMail(email),
    getUserByAccount: (identity) => findUserByIdentity(identity),
    updateUser: (user) => ({ email: '', emailVerified: null, ...user }),
    linkAccount: async ({ userId, provider, providerAccountId }: AdapterAccount) => {
      await linkIdentity({ userId, provider, providerAccountId });
    },
    createSession: async (session: AdapterSession) => {
      const browser = browserKind(userAgent);
      await signInByIdentity(visitor, session.userId, { token: session.sessionToken, browser });
      return session;
    },
    getSessionAndUser: noSession,
    updateSession: noSession,
    deleteSession: noSession,
  };
}

/** What NextAuth answered, as far as these two steps need it. */
class Answer {
  status = 200;
  location = '';
  body: { csrfToken?: string } = {};
  readonly setCookies: string[] = [];

  cookies(): Record<string, string> {
    const pairs = this.setCookies.map((line) => line.split(';', 1)[0] ?? '');
    return Object.fromEntries(
      pairs.map((pair) => {
        const at = pair.indexOf('=');
        return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
      }),
    );
  }

  response(earlierCookies: readonly string[] = []): Response {
    const home = new URL(routes.signIn(), readEnv().APP_URL).toString();
    const headers = new Headers({ location: this.location || home, 'cache-control': 'no-store' });
    for (const line of [...earlierCookies, ...this.setCookies]) headers.append('set-cookie', line);
    return new Response(null, { status: 302, headers });
  }
}

async function ask(
  options: AuthOptions,
  method: 'GET' | 'POST',
  nextauth: string[],
  cookies: Record<string, string>,
  query: Record<string, string> = {},
  body: object = {},
): Promise<Answer> {
  const answer = new Answer();
  const response = {
    status: () => response,
    getHeader: (name: string) =>
      name.toLowerCase() === 'set-cookie' ? answer.setCookies : undefined,
    setHeader: (name: string, value: string | string[]) => {
      if (name.toLowerCase() === 'location') answer.location = String(value);
      return response;
    },
    end: () => response,
    json: () => response,
    send: (sent: { csrfToken?: string }) => {
      answer.body = sent;
      return response;
    },
  };
  const request = { method, query: { ...query, nextauth }, cookies, body, headers: {} };
  await NextAuth(
    request as unknown as NextApiRequest,
    response as unknown as NextApiResponse,
    options,
  );
  return answer;
}
