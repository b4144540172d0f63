import 'server-only';
import { cookies } from 'next/headers';
import { NextRequest, NextResponse } from 'next/server';
import NextAuth, { type AuthOptions } from 'next-auth';
import type { Adapter, AdapterSession } from 'next-auth/adapters';
import { now } from '@/lib/core/clock';
import { DAY_SECONDS } from '@/lib/core/day.mjs';
import { readEnv } from '@/lib/core/env.mjs';
import { log } from '@/lib/core/log.mjs';
import { markTooMany } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { clientAddress, countTry } from '@/lib/core/rate-limit';
import { newToken } from '@/lib/core/tokens';
import { firstPage, SESSION_COOKIE } from './cookie';
import { accountOfNewIdentity, connectIdentity, signInByIdentity } from './identities/commands';
import { faultOf, type IdentityFault, isSameIssuer, OWN_SERVER_TRIES } from './identities/rules';
import {
  faultPage,
  findAccountOf,
  localeIn,
  pathIn,
  verifiedMail,
  type Way,
  wayOf,
} from './identities/steps';
import type { Claims, Identity, IdentityUser } from './identities/types';
import { accountsPaths } from './paths';
import { LONGEST_SESSION_DAYS } from './sessions/rules';

const PROVIDER = 'oidc';
const SESSION_SECONDS = LONGEST_SESSION_DAYS * DAY_SECONDS;
const WAY_SECONDS = 15 * 60;

/** `__Host-`: a neighbouring name cannot plant the marks of a way somebody else began. */
const ownCookie = (name: string, maxAge = WAY_SECONDS) => ({
  name,
  options: { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge } as const,
});
const COOKIES = {
  sessionToken: ownCookie(SESSION_COOKIE, SESSION_SECONDS),
  callbackUrl: ownCookie('__Host-anmeldedienst-ziel'),
  csrfToken: ownCookie('__Host-anmeldedienst-formular'),
  state: ownCookie('__Host-anmeldedienst-state'),
  nonce: ownCookie('__Host-anmeldedienst-nonce'),
  pkceCodeVerifier: ownCookie('__Host-anmeldedienst-pkce'),
};

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

/**
 * Answers the two steps of signing in at the organisation's own server: `start` sends the browser there,
 * `callback/oidc` receives it. NextAuth does the protocol in its own route handler; accounts, sessions and
 * pages are ours, and nothing else of it can be reached. Without configuration none of this exists.
 */
export async function answerOidc(request: NextRequest, context: Context): Promise<Response> {
  const step = (await context.params).nextauth.join('/');
  if (readEnv().OIDC === null || (step !== 'start' && step !== `callback/${PROVIDER}`)) {
    return new Response('Not found\n', { status: 404 });
  }
  if (!(await countTry(OWN_SERVER_TRIES, clientAddress()))) {
    markTooMany();
    return new Response('Too many requests\n', { status: 429 });
  }
  // NextAuth would otherwise believe the Host header.
  process.env.NEXTAUTH_URL = `${readEnv().APP_URL}/api/auth`;
  return step === 'start' ? start(request) : finish(request, context);
}

/**
 * A link and no form: Chromium lets our policy `form-action 'self'` hold for every address an answer to a
 * form leads on to. NextAuth wants a form, so its handler gets one here; nothing of what was asked for goes
 * into it but the path to go on to.
 */
async function start(request: NextRequest): Promise<Response> {
  const way = await wayOf(request, request.nextUrl.searchParams.get('next') ?? '');
  if (way.visitor.kind === 'person' && way.connecting === null) return leadTo(way.next);
  const options = optionsFor(way);
  const asked: Response = await NextAuth(new NextRequest(ours('csrf')), at('csrf'), options);
  const jar = await cookies();
  for (const cookie of new NextResponse(null, asked).cookies.getAll()) jar.set(cookie);
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const body = new URLSearchParams({ csrfToken, callbackUrl: way.next });
  const form = new NextRequest(ours(`signin/${PROVIDER}`), { method: 'POST', body });
  const answer: Response = await NextAuth(form, at('signin', PROVIDER), options);
  const led = answer.headers.get('location') ?? '';
  return isFailed(led) ? leadTo(faultPage(way, faultOf(led, '')), answer) : leadTo(led, answer);
}

async function finish(request: NextRequest, context: Context): Promise<Response> {
  const way = await wayOf(request, (await cookies()).get(COOKIES.callbackUrl.name)?.value ?? '');
  if (way.tooLate) return leadTo(faultPage(way, 'unfinished'));
  const answer: Response = await NextAuth(request, context, optionsFor(way));
  const led = answer.headers.get('location') ?? '';
  const { next, signedIn } = way;
  if (isFailed(led)) {
    const said = request.nextUrl.searchParams.get('error') ?? '';
    return leadTo(faultPage(way, way.fault ?? faultOf(led, said)), answer);
  }
  const locale = localeIn(next);
  const home = localized(locale, accountsPaths.account());
  if (signedIn === null) return leadTo(home, answer);
  return leadTo(firstPage(locale, { ...signedIn, next: next === home ? '' : next }), answer);
}

const ours = (step: string) => `${readEnv().APP_URL}/api/auth/${step}`;
const at = (...nextauth: string[]) => ({ params: Promise.resolve({ nextauth }) });

/** The library says what went wrong on pages of its own, which are not there, or in no page at all. */
const isFailed = (led: string) => led === '' || led.startsWith(ours(''));

function leadTo(path: string, answer?: Response): Response {
  const headers = new Headers({ 'cache-control': 'no-store' });
  headers.set('location', new URL(path, readEnv().APP_URL).toString());
  for (const cookie of answer?.headers.getSetCookie() ?? []) headers.append('set-cookie', cookie);
  return new Response(null, { status: 302, headers });
}

function optionsFor(way: Way): AuthOptions {
  const { APP_URL, AUTH_SECRET, OIDC } = readEnv();
  const issuer = OIDC?.issuer ?? '';
  const language = localeIn(way.next).slice(0, 2);
  return {
    secret: AUTH_SECRET,
    adapter: adapterFor(way),
    session: { strategy: 'database', maxAge: SESSION_SECONDS, generateSessionToken: newToken },
    useSecureCookies: true,
    cookies: COOKIES,
    callbacks: {
      signIn: ({ profile }) => isSameIssuer((profile as Claims | undefined)?.iss, issuer),
      redirect: ({ url }) => `${APP_URL}${pathIn(url, APP_URL)}`,
    },
    logger: {
      error: (reason) => log('warn', 'identity.refused', { reason }),
      warn: () => undefined,
      debug: () => undefined,
    },
    providers: [
      {
        id: PROVIDER,
        name: PROVIDER,
        type: 'oauth',
        wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        clientId: OIDC?.clientId ?? '',
        clientSecret: OIDC?.clientSecret ?? '',
        authorization: { params: { scope: 'openid email', ui_locales: language } },
        idToken: true,
        checks: ['pkce', 'state', 'nonce'],
        // Some servers tell the address in the token itself, some only when asked.
        userinfo: {
          request: async ({ client, tokens }) => {
            const set = tokens as Exclude<Parameters<typeof client.userinfo>[0], string>;
            if (!client.issuer.metadata.userinfo_endpoint) return set.claims();
            return { ...(await client.userinfo(set)), ...set.claims() };
          },
        },
        profile: (claims: Claims) => {
          way.claims = claims;
          return { id: claims.sub, email: '' };
        },
      },
    ],
  };
}

const asUser = (id: string): IdentityUser => ({ id, email: '', emailVerified: null });
const identityOf = ({ iss = '', sub }: Claims): Identity => ({ issuer: iss, subject: sub });

/**
 * NextAuth's storage over our commands. It looks nobody up by address, and the only session it is shown is
 * that of whoever connects their account.
 */
function adapterFor(way: Way): Adapter {
  const { visitor, connecting } = way;
  const none = () => null;
  const known = () => {
    if (way.claims === null) throw new Error('nobody was recognised');
    return identityOf(way.claims);
  };
  return {
    createUser: async () => asUser(await newAccount(way, known())),
    getUser: none,
    getUserByEmail: none,
    getUserByAccount: async () => {
      const id = await findAccountOf(known());
      return id === null ? null : asUser(id);
    },
    updateUser: (user) => ({ ...asUser(user.id), ...user }),
    linkAccount: async () => {
      if (connecting) await connectIdentity(connecting, known(), localeIn(way.next));
    },
    createSession: async (session: AdapterSession) => {
      const browser = { token: session.sessionToken, browser: way.browser, identity: known() };
      const started = await signInByIdentity(visitor, session.userId, browser);
      if (started.ok) way.signedIn = started.value;
      return session;
    },
    getSessionAndUser: async () => {
      const sessionToken = (await cookies()).get(SESSION_COOKIE)?.value ?? '';
      if (!connecting) return null;
      const expires = new Date(now().getTime() + SESSION_SECONDS * 1000);
      return {
        session: { sessionToken, userId: connecting.id, expires },
        user: asUser(connecting.id),
      };
    },
    updateSession: none,
    deleteSession: none,
  };
}

async function newAccount(way: Way, identity: Identity): Promise<string> {
  const email = way.claims && verifiedMail(way.claims);
  if (!email) return refuse(way, 'unverified');
  const made = await accountOfNewIdentity(identity, email);
  return made.ok && made.value.id !== null ? made.value.id : refuse(way, 'connectFirst');
}

function refuse(way: Way, fault: IdentityFault): never {
  way.fault = fault;
  throw new Error(fault);
}
