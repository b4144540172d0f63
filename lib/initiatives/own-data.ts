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
  return [
    { part: 'requests', rows },
    { part: 'requestAnswers', rows: await ownAnswers(actor) },
  ];
}

/** What somebody wrote to the office after that; what the office wrote is not theirs. */
async function ownAnswers(actor: Actor): Promise<OwnPart['rows']> {
  const steps = await db.supportStep.findMany({
    where: { request: { userId: actor.id }, by: 'asker', note: { not: '' } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { note: true, at: true, request: { select: { number: true, title: true } } },
  });
  return steps.map(({ note, at, request }) => ({
    number: String(request.number),
    title: request.title,
    text: note,
    created: at.toISOString(),
  }));
}
