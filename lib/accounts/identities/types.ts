/** An account as the library for OpenID Connect wants to see it. */
export interface IdentityUser {
  id: string;
  email: string;
  emailVerified: null;
}
