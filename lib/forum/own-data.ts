import 'server-only';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import type { OwnPart } from '@/lib/manifest';

/** What somebody signed up for, and what they moderate. */
export async function listOwn(actor: Actor): Promise<OwnPart[]> {
  const registrations = await db.registration.findMany({
    where: { userId: actor.id },
    orderBy: { number: 'asc' },
    select: {
      number: true,
      name: true,
      persons: true,
      needs: true,
      needsNote: true,
      contactValue: true,
      createdAt: true,
      session: { select: { title: true } },
    },
  });
  const rows = registrations.map((row) => ({
    number: String(row.number),
    title: row.session.title,
    name: row.name,
    persons: String(row.persons),
    needs: row.needs.join(', '),
    text: row.needsNote,
    contact: row.contactValue,
    created: row.createdAt.toISOString(),
  }));
  const moderated = await db.forumSession.findMany({
    where: { moderatorId: actor.id },
    orderBy: { number: 'asc' },
    select: { number: true, title: true },
  });
  return [
    { part: 'registrations', rows },
    {
      part: 'moderations',
      rows: moderated.map(({ number, title }) => ({ number: String(number), title })),
    },
  ];
}
