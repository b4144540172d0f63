import 'server-only';
import type { Tx } from '@/lib/core/db';
import { MET } from '../rules';
import { metSince } from './fragments';

/** Whether a session took place: what the Forum is said to have done was done in one. */
export async function hasSessionMet(tx: Tx, id: string): Promise<boolean> {
  return (await tx.forumSession.count({ where: { id, state: { in: [...MET] } } })) > 0;
}

/** Whether a session took place and was not over yet when something came: it can have heard of it. */
export async function hasSessionMetSince(tx: Tx, id: string, came: Date): Promise<boolean> {
  return (await tx.forumSession.count({ where: { id, ...metSince(came) } })) > 0;
}
