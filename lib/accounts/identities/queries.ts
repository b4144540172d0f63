import 'server-only';
import { db } from '@/lib/core/db';
import { readEnv } from '@/lib/core/env.mjs';
import { localized } from '@/lib/core/paths';
import { signatureOf } from '@/lib/core/tokens';
import { accountsPaths } from '../paths';
import { mayConnect } from '../policy';
import type { Actor } from '../types';
import { CONNECT } from './rules';
import type { OwnServerState } from './types';

/**
 * Whether one's own account is connected with the organisation's own server. Null where there is none,
 * and for residents, who hardly
 * work there. The path works in this browser only, so nobody can be sent there unasked.
 */
export async function getOwnServer(actor: Actor, locale: string): Promise<OwnServerState | null> {
  if (readEnv().OIDC === null || !mayConnect(actor)) return null;
  const page = accountsPaths.accountConnect(signatureOf(CONNECT, actor.sessionId));
  const path = accountsPaths.signInOwnServer(localized(locale, page));
  const connected = (await db.linkedIdentity.count({ where: { userId: actor.id } })) > 0;
  return connected || actor.roles.size > 0 ? { connected, path } : null;
}
