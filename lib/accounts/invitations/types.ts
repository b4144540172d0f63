import type { Role } from '../types';

/** An invitation that still waits for its first sign-in. */
export interface InvitationView {
  id: string;
  email: string;
  roles: Role[];
  partner: string | null;
  expiresAt: Date;
}
