import 'server-only';
import type { NextRequest } from 'next/server';
import { db } from '@/lib/core/db';
import { readEnv } from '@/lib/core/env.mjs';
import { LOCALES, type Locale, localized } from '@/lib/core/paths';
import { signSaid } from '@/lib/core/said';
import { mailAddress } from '@/lib/core/text';
import { isHashOf } from '@/lib/core/tokens';
import { ACCOUNT_RIGHTS } from '../access';
import { currentVisitor } from '../actor';
import { accountsPaths, safeNext } from '../paths';
import { browserKind } from '../sessions/rules';
import type { SignedIn } from '../sessions/types';
import type { Actor, Visitor } from '../types';
import { CONNECT, type IdentityFault } from './rules';
import type { Claims, Identity } from './types';

/** One person on the way to the organisation's own server and back, and what became of it. */
export interface Way {
  visitor: Visitor;
  browser: string;
  next: string;
  /** Who is signed in and asked to connect their account. */
  connecting: Actor | null;
  /** Who asked to connect their account did so too long ago. */
  tooLate: boolean;
  claims: Claims | null;
  signedIn: SignedIn | null;
  fault: IdentityFault | null;
}

/** @param led where the person wants to go on to, from wherever that was kept */
export async function wayOf(request: NextRequest, led: string): Promise<Way> {
  const visitor = await currentVisitor();
  const next = pathIn(led, readEnv().APP_URL);
  const asking = visitor.kind === 'person' && isHashOf(ticketIn(next), CONNECT, visitor.sessionId);
  const connecting = asking && ACCOUNT_RIGHTS.connect.isHeldBy(visitor) ? visitor : null;
  const tooLate = asking && connecting === null;
  const browser = browserKind((request.headers.get('user-agent') ?? '').slice(0, 500));
  const found = { claims: null, signedIn: null, fault: null };
  return { visitor, browser, next, connecting, tooLate, ...found };
}

/** The page that says what happened, in the language in which the person set out. */
export function faultPage({ connecting, tooLate, next }: Way, fault: IdentityFault): string {
  const page =
    connecting || tooLate
      ? accountsPaths.accountNotConnected(fault)
      : accountsPaths.signInFailed(fault, next);
  return signSaid(localized(localeIn(next), page));
}

/** The path of ours in an address the library hands back, or one's own account. */
export function pathIn(address: string, origin: string): string {
  return safeNext(address.startsWith(`${origin}/`) ? address.slice(origin.length) : address);
}

/** The language a path of ours is in. */
export function localeIn(path: string): Locale {
  const [, first = ''] = path.split(/[/?]/);
  return LOCALES.find((locale) => locale === first) ?? 'de';
}

/** The ticket a signed-in person set out with to connect their account. */
function ticketIn(path: string): string {
  return new URLSearchParams(path.split('?')[1]).get('connect') ?? '';
}

/** The address of somebody, when the server vouches for it and people write addresses like that. */
export function verifiedMail({ email, email_verified: verified }: Claims): string | null {
  const read = mailAddress.safeParse(email);
  return verified === true && read.success ? read.data : null;
}

/** The account tied to an identity at the organisation's sign-in server. */
export async function findAccountOf({ issuer, subject }: Identity): Promise<string | null> {
  const row = await db.linkedIdentity.findUnique({
    where: {
      provider_providerAccountId: { provider: issuer, providerAccountId: subject },
    },
    select: { userId: true },
  });
  return row?.userId ?? null;
}
