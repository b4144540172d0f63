import 'server-only';
import { reading } from '@/lib/accounts/command';
import type { Role } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { AUDIT_RIGHTS } from './access';
import {
  AUDIT_EVENTS,
  AUDIT_KINDS,
  AUDIT_PERIODS,
  type AuditEvent,
  type AuditSubject,
} from './rules';
import type { AuditFilter, AuditPage, AuditThing, AuditWho } from './types';

const PAGE_SIZE = 50;

/** What was done, the newest first: no contents, and of people only who of the office it was. */
export const listAudit = reading(
  AUDIT_RIGHTS.look,
  async (_actor, filter: AuditFilter): Promise<AuditPage<AuditEvent, AuditSubject>> => {
    const since = new Date(now().getTime() - AUDIT_PERIODS[filter.period] * DAY_MS);
    const beginnings = AUDIT_KINDS[filter.kind].map((word) => ({
      action: { startsWith: `${word}.` },
    }));
    const where = { at: { gte: since }, ...(beginnings.length > 0 ? { OR: beginnings } : {}) };
    const total = await db.auditEntry.count({ where });
    const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
    const page = Math.min(filter.page, pages);
    const rows = await db.auditEntry.findMany({
      where,
      select: { id: true, at: true, actorId: true, action: true, subjectId: true },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * PAGE_SIZE,
      take: PAGE_SIZE,
    });
    // What an earlier version wrote down and this one has no words for is left out.
    const known = rows.flatMap((row) =>
      isEvent(row.action) ? [{ ...row, event: row.action }] : [],
    );
    const [people, things] = await Promise.all([peopleOf(known), thingsOf(known)]);
    const entries = known.map(({ id, at, actorId, event, subjectId }) => ({
      id,
      at,
      event,
      who: actorId === null ? ({ kind: 'system' } as const) : (people.get(actorId) ?? GONE),
      subject: AUDIT_EVENTS[event],
      thing: things.get(subjectId) ?? standingThing(AUDIT_EVENTS[event]),
    }));
    return { entries, total, page, pages };
  },
);

const GONE: AuditWho = { kind: 'gone' };

function isEvent(action: string): action is AuditEvent {
  return Object.hasOwn(AUDIT_EVENTS, action);
}

/** Lists that stand where they always stood. */
function standingThing(subject: AuditSubject): AuditThing | null {
  const standing: readonly AuditSubject[] = ['letters', 'settings', 'invitation'];
  return standing.includes(subject) ? { number: null, id: '' } : null;
}

async function peopleOf(
  rows: readonly { actorId: string | null }[],
): Promise<Map<string, AuditWho>> {
  const ids = [...new Set(rows.flatMap(({ actorId }) => actorId ?? []))];
  const people = await db.user.findMany({
    where: { id: { in: ids } },
    select: { id: true, displayName: true, email: true, roles: { select: { role: true } } },
  });
  return new Map(
    people.map(({ id, displayName, email, roles }) => [
      id,
      whoOf(
        roles.map(({ role }) => role),
        displayName ?? email ?? '',
      ),
    ]),
  );
}

const OTHERS = [
  ['REPRESENTATIVE', 'representative'],
  ['PARTNER', 'partner'],
  ['FUNDER', 'funder'],
] as const satisfies readonly (readonly [Role, AuditWho['kind']])[];

/** Residents are never named here, whatever they did. */
function whoOf(roles: readonly Role[], name: string): AuditWho {
  const works = (['ADMIN', 'COORDINATOR', 'COUNSELLOR'] as const).some((role) =>
    roles.includes(role),
  );
  if (works) return { kind: 'staff', name };
  const [, kind = 'resident'] = OTHERS.find(([role]) => roles.includes(role)) ?? [];
  return { kind };
}

/** What the entries of one page are about, in one statement; ids of one kind are ids of no other. */
async function thingsOf(rows: readonly { subjectId: string }[]): Promise<Map<string, AuditThing>> {
  const ids = [...new Set(rows.map(({ subjectId }) => subjectId))].filter(isId);
  const found = await db.$queryRaw<{ subject: string; number: number | null; id: string }[]>`
    WITH asked AS (SELECT unnest(${ids}::uuid[]) AS id)
    SELECT id::text AS subject, number, id::text FROM proposals JOIN asked USING (id)
    UNION ALL SELECT id::text, number, id::text FROM polls JOIN asked USING (id)
    UNION ALL SELECT id::text, number, id::text FROM support_requests JOIN asked USING (id)
    UNION ALL SELECT id::text, number, id::text FROM forum_sessions JOIN asked USING (id)
    UNION ALL SELECT t.id::text, s.number, s.id::text
      FROM (SELECT id, session_id FROM agenda_items UNION ALL SELECT id, session_id FROM registrations
        UNION ALL SELECT id, session_id FROM decisions UNION ALL SELECT id, session_id FROM forum_tasks) t
      JOIN asked USING (id) JOIN forum_sessions s ON s.id = t.session_id
    UNION ALL SELECT l.id::text, p.number, p.id::text
      FROM signature_lists l JOIN asked USING (id) JOIN proposals p ON p.id = l.proposal_id
    UNION ALL SELECT id::text, number, id::text FROM access_card_batches JOIN asked USING (id)
    UNION ALL SELECT c.id::text, b.number, b.id::text
      FROM access_cards c JOIN asked USING (id) JOIN access_card_batches b ON b.id = c.batch_id
    UNION ALL SELECT id::text, NULL, id::text FROM initiatives JOIN asked USING (id)
    UNION ALL SELECT id::text, NULL, id::text FROM partners JOIN asked USING (id)
    UNION ALL SELECT id::text, NULL, id::text FROM calendar_entries JOIN asked USING (id)
    UNION ALL SELECT id::text, NULL, id::text FROM users JOIN asked USING (id)
      WHERE EXISTS (SELECT FROM role_grants WHERE user_id = users.id)`;
  return new Map(found.map(({ subject, number, id }) => [subject, { number, id }]));
}

const isId = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
