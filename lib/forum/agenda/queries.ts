import 'server-only';
import { mayCoordinate, mayRepresent } from '@/lib/accounts/policy';
import type { Viewer, Visitor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import type { AgendaEntry } from '@/lib/forum/sessions/types';

/** A session's agenda in order, each item with the published proposals it is about: one statement. */
export function listAgenda(_viewer: Viewer, sessionId: string): Promise<AgendaEntry[]> {
  return db.$queryRaw<AgendaEntry[]>`
    SELECT a.id, a.position, a.title, a.kind, a.minutes, a.presenter, a.note,
      coalesce(
        json_agg(json_build_object('number', p.number, 'title', p.title) ORDER BY p.number)
          FILTER (WHERE p.published_at IS NOT NULL), '[]') AS proposals
    FROM agenda_items a
      LEFT JOIN agenda_proposals l ON l.agenda_item_id = a.id
      LEFT JOIN proposals p ON p.id = l.proposal_id
    WHERE a.session_id = ${sessionId}::uuid
    GROUP BY a.id ORDER BY a.position`;
}

const OFFERED = 100;

/** Published proposals that could be talked about, newest first. */
export async function listProposalsForAgenda(
  visitor: Visitor,
): Promise<{ number: number; title: string }[]> {
  if (!mayCoordinate(visitor) && !mayRepresent(visitor)) throw new AppError('NOT_FOUND');
  return await db.proposal.findMany({
    where: {
      publishedAt: { not: null },
      state: { notIn: ['NOT_PUBLISHED', 'MERGED', 'WITHDRAWN', 'DONE'] },
    },
    orderBy: { number: 'desc' },
    take: OFFERED,
    select: { number: true, title: true },
  });
}
