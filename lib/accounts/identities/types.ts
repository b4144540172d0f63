/** What a sign-in server says about somebody. */
export interface Claims {
  iss?: string;
  sub: string;
  email?: string;
  email_verified?: boolean;
}

/** Somebody at a sign-in server: names are unique there and mean nothing elsewhere. */
export interface Identity {
  issuer: string;
  subject: string;
}

/** An account as the library for OpenID Connect wants to see it. */
export interface IdentityUser {
  id: string;
  email: string;
  emailVerified: null;
}

/**
 * Whether one's own account is connected with the organisation's own server, and what to do next: untie it,
 * tie it at `path`, or before that give the second factor again at `path` or sign in anew.
 */
export type OwnServerState =
  | { connected: true; step: 'disconnect' }
  | { connected: false; step: 'connect' | 'secondFactor'; path: string }
  | { connected: false; step: 'signInAnew' };
