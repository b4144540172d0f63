import 'server-only';
import type { Tx } from '@/lib/core/db';
import { MET } from '../rules';

/** Whether a session took place: what the Forum is said to have done was done in one. */
export async function hasSessionMet(tx: Tx, id: string): Promise<boolean> {
  return (await tx.forumSession.count({ where: { id, state: { in: [...MET] } } })) > 0;
}
