import { answerOidc } from '@/lib/accounts/auth';

export const dynamic = 'force-dynamic';

/** Signing in at the organisation's own server; "not found" when none is configured. */
export const GET = answerOidc;
