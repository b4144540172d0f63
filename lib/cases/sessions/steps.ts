import 'server-only';
import type { Tx } from '@/lib/core/db';
import { MET } from '../rules';
import { metSince } from './fragments';

/** Whether a session took place: what the Forum is said to have done was done in one. */
export async function hasSessionMet(tx: Tx, id: string): Promise<boolean> {
  return (await tx.forumSession.count({ where: { id, state: { in: [...MET] } } })) > 0;
}

/** The session on whose agenda something stands; null: there is no such item. */
export async function sessionOfItem(tx: Tx, id: string): Promise<string | null> {
  const item = await tx.agendaItem.findUnique({ where: { id }, select: { sessionId: true } });
  return item?.sessionId ?? null;
}

/** Whether a session took place and was not over yet when something came: it can have heard of it. */
export async function hasSessionMetSince(tx: Tx, id: string, came: Date): Promise<boolean> {
  return (await tx.forumSession.count({ where: { id, ...metSince(came) } })) > 0;
}
