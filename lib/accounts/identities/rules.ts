/** Each step asks the organisation's server, so nobody may make us do that without end. */
export const OWN_SERVER_TRIES = { name: 'sign-in-own-server', max: 100, windowSeconds: 600 };

/** What the tickets are signed for with which an account is connected. */
export const CONNECT = 'connect-identity';

/** Why signing in at the organisation's own server came to nothing. */
const IDENTITY_FAULTS = [
  'away',
  'cancelled',
  'unfinished',
  'unverified',
  'connectFirst',
  'taken',
] as const;
export type IdentityFault = (typeof IDENTITY_FAULTS)[number];

/** The fault an address of ours names. */
export function faultIn(reason: unknown): IdentityFault | null {
  return IDENTITY_FAULTS.find((fault) => reason === `server-${fault}`) ?? null;
}

/**
 * @param led where the library would lead
 * @param said what the organisation's server answered instead of a code
 */
export function faultOf(led: string, said: string): IdentityFault {
  const code = /[?&]error=(\w+)/.exec(led)?.[1];
  if (code === 'OAuthSignin') return 'away';
  if (code === 'OAuthAccountNotLinked') return 'taken';
  return said === 'access_denied' ? 'cancelled' : 'unfinished';
}

/** Some name themselves with a slash at the end, some without. */
export function isSameIssuer(told: unknown, configured: string): told is string {
  return typeof told === 'string' && told.replace(/\/$/, '') === configured.replace(/\/$/, '');
}
