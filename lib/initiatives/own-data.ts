import 'server-only';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import type { OwnPart } from '@/lib/manifest';

/** What somebody asked support for. */
export async function listOwn(actor: Actor): Promise<OwnPart[]> {
  const requests = await db.supportRequest.findMany({
    where: { userId: actor.id },
    orderBy: { number: 'asc' },
    select: {
      number: true,
      title: true,
      body: true,
      name: true,
      groupName: true,
      wantedFor: true,
      amountEur: true,
      reasonText: true,
      contactValue: true,
      requestedAt: true,
    },
  });
  const rows = requests.map((row) => ({
    number: String(row.number),
    title: row.title,
    text: row.body,
    name: row.name,
    group: row.groupName,
    wantedFor: row.wantedFor,
    amount: row.amountEur === null ? '' : `${row.amountEur} €`,
    reason: row.reasonText,
    contact: row.contactValue,
    created: row.requestedAt.toISOString(),
  }));
  return [{ part: 'requests', rows }];
}
