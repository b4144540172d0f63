import 'server-only';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import type { OwnPart } from '@/lib/manifest';

/** Calls and letters that are owed to the account, or were made; what the office noted for itself about it is its own. */
export async function listOwn(actor: Actor): Promise<OwnPart[]> {
  const calls = await db.callListItem.findMany({
    where: { accountId: actor.id },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      ...{ person: true, contact: true, subject: true, message: true },
      ...{ createdAt: true, doneAt: true },
    },
  });
  const rows = calls.map((row) => ({
    title: row.subject,
    text: row.message,
    name: row.person,
    contact: row.contact,
    created: row.createdAt.toISOString(),
    done: row.doneAt?.toISOString() ?? '',
  }));
  return [{ part: 'calls', rows }];
}
