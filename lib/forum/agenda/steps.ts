import 'server-only';
import type { Tx } from '@/lib/core/db';
import { stillStands } from '@/lib/forum/sessions/rules';

/** Of these numbers those everybody can read: nothing else is put on an agenda. */
export async function publishedIds(
  tx: Tx,
  numbers: readonly number[],
): Promise<{ proposalId: string }[]> {
  if (numbers.length === 0) return [];
  const found = await tx.proposal.findMany({
    where: { number: { in: [...numbers] }, publishedAt: { not: null } },
    select: { id: true },
  });
  return found.map(({ id }) => ({ proposalId: id }));
}

/** The proposals an item is about. */
export async function proposalsOn(tx: Tx, item: string): Promise<string[]> {
  const linked = await tx.agendaProposal.findMany({
    where: { agendaItemId: item },
    select: { proposalId: true },
  });
  return linked.map(({ proposalId }) => proposalId);
}

/**
 * The number of one that would no longer be on the agenda of a session in which the Forum is said to have spoken of
 * it; null when there is none. What was taken back as a mistake it did not say. The database holds it, too.
 * @param item whose links go
 * @param kept what it stays linked to
 */
export async function spokenOf(
  tx: Tx,
  { item, kept }: { item: string; kept: readonly string[] },
): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ number: number }[]>`
    SELECT p.number FROM agenda_proposals l
    JOIN agenda_items i ON i.id = l.agenda_item_id JOIN proposals p ON p.id = l.proposal_id
    WHERE i.id = ${item}::uuid AND p.id <> ALL(${[...kept]}::uuid[])
      AND EXISTS (SELECT FROM proposal_steps s
        WHERE s.proposal_id = p.id AND s.session_id = i.session_id AND s.by = 'forum'
          AND (SELECT n.step FROM proposal_steps n
            WHERE n.proposal_id = p.id AND (n.at, n.id) > (s.at, s.id)
            ORDER BY n.at, n.id LIMIT 1) IS DISTINCT FROM 'takeBack')
      AND NOT EXISTS (SELECT FROM agenda_proposals o JOIN agenda_items a ON a.id = o.agenda_item_id
        WHERE o.proposal_id = p.id AND a.session_id = i.session_id AND a.id <> i.id)
    LIMIT 1`;
  return row?.number ?? null;
}

/**
 * Whether a promise to somebody names an item as what the Forum recommended; what was taken back as a mistake does not.
 * A trigger holds it as well.
 */
export async function isRecommendation(tx: Tx, item: string): Promise<boolean> {
  const steps = { select: { at: true, to: true } } as const;
  const named = await tx.supportStep.findMany({
    where: { agendaItemId: item },
    select: { at: true, request: { select: { steps } } },
  });
  return named.some(stillStands);
}

/** Part of striking an item: it stays for a while, with what was linked to it. */
export async function keepStruck(tx: Tx, item: string, at: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO struck_agenda_items (id, session_id, struck_at, title, kind, minutes, presenter, note,
      audience, record, version, raised_at, proposal_ids, raised_ids)
    SELECT id, session_id, ${at}, title, kind, minutes, presenter, note, audience, record, version, raised_at,
      ARRAY(SELECT proposal_id FROM agenda_proposals WHERE agenda_item_id = a.id),
      ARRAY(SELECT proposal_id FROM agenda_proposals WHERE agenda_item_id = a.id AND raised_at IS NOT NULL)
    FROM agenda_items a WHERE id = ${item}::uuid`;
}

interface Struck {
  item: string;
  sessionId: string;
  /** Not earlier. */
  since: Date;
  /** It was called off meanwhile, and has no minutes. */
  isOff: boolean;
}

/**
 * Part of putting an item back as it was, at the end, under its old name.
 * @returns whether it was there still
 */
export async function putBack(tx: Tx, struck: Struck, position: number): Promise<boolean> {
  const where = { id: struck.item, sessionId: struck.sessionId, struckAt: { gte: struck.since } };
  const row = await tx.struckAgendaItem.findFirst({ where });
  if (!row) return false;
  await tx.struckAgendaItem.delete({ where: { id: row.id } });
  const { struckAt, proposalIds, raisedIds, ...item } = row;
  await tx.agendaItem.create({
    data: { ...item, ...(struck.isOff ? { record: '' } : {}), position },
    select: { id: true },
  });
  // One of them may be gone by now.
  await tx.$executeRaw`
    INSERT INTO agenda_proposals (agenda_item_id, proposal_id, raised_at)
    SELECT ${item.id}::uuid, id,
      CASE WHEN id = ANY(${raisedIds}::uuid[]) THEN ${item.raisedAt ?? struckAt}::timestamptz END
    FROM proposals WHERE id = ANY(${proposalIds}::uuid[])`;
  return true;
}
