import 'server-only';
import { publicly, sameFor } from '@/lib/accounts/command';
import { textFor } from '@/lib/core/audience';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import type { AgendaEntry, AgendaEntryToSet, StruckItem } from '@/lib/forum/sessions/types';
import { PUBLIC_STATES } from '@/lib/proposals/rules';
import { FORUM_RIGHTS } from '../access';
import { howRaised, struckSince } from './rules';
import type { Raised } from './types';

/** A session's agenda for everybody, each item with the public proposals it is about. */
export const listAgenda = publicly(async (sessionId: string): Promise<AgendaEntry[]> => {
  const items = await readAgenda(sessionId);
  return items.map(({ audience, version: _version, ...item }) => ({
    ...item,
    note: textFor('PUBLIC', item.note, audience),
  }));
});

/** The same for those who set it, who read every remark. */
export const listAgendaToSet = sameFor(
  FORUM_RIGHTS.setAgenda,
  async (sessionId: string): Promise<AgendaEntryToSet[]> => {
    return await readAgenda(sessionId);
  },
);

type Row = Omit<AgendaEntryToSet, 'raised' | 'late'> & Raised;

/** One statement. */
async function readAgenda(sessionId: string): Promise<AgendaEntryToSet[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT a.id, a.position, a.title, a.kind, a.minutes, a.presenter, a.note, a.version,
      a.audience::text AS audience, a.raised_at AS "raisedAt", a.raised_why AS "raisedWhy",
      coalesce(
        json_agg(json_build_object('number', p.number, 'title', p.title,
          'raised', l.raised_at IS NOT NULL) ORDER BY p.number)
          FILTER (WHERE p.published_at IS NOT NULL AND p.state::text = ANY(${PUBLIC_STATES})),
        '[]') AS proposals
    FROM agenda_items a
      LEFT JOIN agenda_proposals l ON l.agenda_item_id = a.id
      LEFT JOIN proposals p ON p.id = l.proposal_id
    WHERE a.session_id = ${sessionId}::uuid
    GROUP BY a.id ORDER BY a.position`;
  return rows.map(({ raisedAt, raisedWhy, ...row }) => ({
    ...row,
    ...howRaised({ raisedAt, raisedWhy }),
  }));
}

/** What was struck not long ago, the last first. */
export const listStruck = sameFor(
  FORUM_RIGHTS.setAgenda,
  async (sessionId: string): Promise<StruckItem[]> => {
    return await db.struckAgendaItem.findMany({
      where: { sessionId, struckAt: { gte: struckSince(now()) } },
      orderBy: { struckAt: 'desc' },
      select: { id: true, title: true },
    });
  },
);

const OFFERED = 100;

/** Published proposals that could be talked about, newest first. */
export const listProposalsForAgenda = sameFor(
  FORUM_RIGHTS.setAgenda,
  async (): Promise<{ number: number; title: string }[]> => {
    return await db.proposal.findMany({
      where: {
        publishedAt: { not: null },
        state: { notIn: ['NOT_PUBLISHED', 'MERGED', 'WITHDRAWN', 'DONE'] },
      },
      orderBy: { number: 'desc' },
      take: OFFERED,
      select: { number: true, title: true },
    });
  },
);
