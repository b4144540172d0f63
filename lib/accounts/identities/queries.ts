import 'server-only';
import { db } from '@/lib/core/db';
import { readEnv } from '@/lib/core/env.mjs';
import { localized } from '@/lib/core/paths';
import { signatureOf } from '@/lib/core/tokens';
import { ACCOUNT_RIGHTS } from '../access';
import { accountsPaths } from '../paths';
import { isStaff } from '../policy';
import type { Actor } from '../types';
import { CONNECT } from './rules';
import type { OwnServerState } from './types';

/**
 * Whether one's own account is connected with the organisation's own server. Null where there is none,
 * and for residents, who hardly work there. The path works in this browser only, so nobody can be sent there unasked.
 */
export async function getOwnServer(actor: Actor, locale: string): Promise<OwnServerState | null> {
  if (readEnv().OIDC === null || !ACCOUNT_RIGHTS.disconnect.isHeldBy(actor)) return null;
  const connected = (await db.linkedIdentity.count({ where: { userId: actor.id } })) > 0;
  if (connected) return { connected, step: 'disconnect' };
  if (actor.roles.size === 0) return null;
  if (ACCOUNT_RIGHTS.connect.isHeldBy(actor))
    return { connected, step: 'connect', path: pathOf(actor, locale) };
  if (!isStaff(actor)) return { connected, step: 'signInAnew' };
  const back = localized(locale, accountsPaths.account());
  const path = localized(locale, accountsPaths.secondFactor(back));
  return { connected, step: 'secondFactor', path };
}

function pathOf({ sessionId }: Actor, locale: string): string {
  const page = accountsPaths.accountConnect(signatureOf(CONNECT, sessionId));
  return accountsPaths.signInOwnServer(localized(locale, page));
}
