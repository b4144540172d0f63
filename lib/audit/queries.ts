import 'server-only';
import { sameFor } from '@/lib/accounts/command';
import type { Role } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { pageOf } from '@/lib/core/pages';
import { isUuid } from '@/lib/core/uuid.mjs';
import { allFragments, union } from '@/lib/fragments';
import { AUDIT_RIGHTS } from './access';
import { AUDIT_KINDS, EVENTS, type Known } from './book';
import { AUDIT_PERIODS } from './rules';
import type { AuditFilter, AuditPage, AuditThing, AuditWho } from './types';

const PAGE_SIZE = 50;

/** What was done, the newest first: no contents, and of people only who of the office it was. */
export const listAudit = sameFor(
  AUDIT_RIGHTS.look,
  async (filter: AuditFilter): Promise<AuditPage> => {
    const since = new Date(now().getTime() - AUDIT_PERIODS[filter.period] * DAY_MS);
    const beginnings = AUDIT_KINDS.get(filter.kind)?.beginnings ?? [];
    const ofKind = beginnings.map((word) => ({ action: { startsWith: `${word}.` } }));
    const where = { at: { gte: since }, ...(ofKind.length > 0 ? { OR: ofKind } : {}) };
    const total = await db.auditEntry.count({ where });
    const { rows: shown, ...place } = pageOf(total, filter.page, PAGE_SIZE);
    const rows = await db.auditEntry.findMany({
      where,
      select: { id: true, at: true, actorId: true, action: true, subjectId: true },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      ...shown,
    });
    // What an earlier version wrote down and this one has no words for is left out.
    const known = rows.flatMap((row) => {
      const event = EVENTS.get(row.action);
      return event ? [{ ...row, event }] : [];
    });
    const [people, things] = await Promise.all([peopleOf(known), thingsOf(known)]);
    const entries = known.map(({ id, at, actorId, action, event, subjectId }) => {
      const thing = things.get(subjectId) ?? standingThing(event);
      return {
        id,
        at,
        who: actorId === null ? ({ kind: 'system' } as const) : (people.get(actorId) ?? GONE),
        what: `${event.words}.event.${action}`,
        words: `${event.words}.thing.${event.subject}`,
        path: thing && pathOf(event, thing),
        thing,
      };
    });
    return { entries, total, ...place };
  },
);

const GONE: AuditWho = { kind: 'gone' };

const pathOf = ({ of, subject }: Known, { number, id }: AuditThing) =>
  of.paths[subject]?.({ number: number ?? 0, id }) ?? null;

/** Lists that stand where they always stood. */
const standingThing = ({ of, subject }: Known): AuditThing | null =>
  of.standing.includes(subject) ? { number: null, id: '' } : null;

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
  const ids = [...new Set(rows.map(({ subjectId }) => subjectId))].filter(isUuid);
  const parts = await allFragments(({ things }) => things?.() ?? []);
  const found = await db.$queryRaw<{ subject: string; number: number | null; id: string }[]>`
    WITH asked AS (SELECT unnest(${ids}::uuid[]) AS id)
    SELECT subject, number, id FROM (${union(parts)}) AS things (subject, number, id)`;
  return new Map(found.map(({ subject, number, id }) => [subject, { number, id }]));
}
