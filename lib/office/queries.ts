import 'server-only';
import { reading } from '@/lib/accounts/command';
import type { Actor } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { officeDate, officeZone } from '@/lib/core/office-time';
import { DOMAINS } from '@/lib/domains';
import { allFragments, union } from '@/lib/fragments';
import type { WaitingKind } from '@/lib/manifest';
import { OFFICE_RIGHTS } from './access';
import { arrange, beyond, daysFrom, MOST_OF_A_KIND, SOON_DAYS } from './rules';
import type { ComingSession, More, Today, WaitingRow } from './types';

const MINUTE_MS = 60 * 1000;

const KINDS: Readonly<Record<string, WaitingKind>> = Object.assign(
  {},
  ...DOMAINS.map(({ waits }) => waits),
);

/** What waits for the office and since when: two statements, whatever waits. */
export const getToday = reading(OFFICE_RIGHTS.open, async (actor): Promise<Today> => {
  const at = now();
  const rows = await listWaiting(actor, at, MOST_OF_A_KIND);
  return { ...arrange(rows, at, officeZone(), KINDS), session: await findComingSession(at) };
});

/** More than ever wait of one kind. */
const ALL_OF_A_KIND = 10_000;

/**
 * What waits of one kind and does not fit on the first page: exactly as many as that says.
 * @returns null where there is no such kind
 */
export const getMore = reading(
  OFFICE_RIGHTS.open,
  async (actor, kind: string, fit: number = MOST_OF_A_KIND): Promise<More | null> => {
    const as = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
    if (!as || as.counted || as.ahead) return null;
    const at = now();
    const ofKind = async (most: number) =>
      (await listWaiting(actor, at, most)).filter((row) => row.kind === kind);
    const rows = beyond(await ofKind(ALL_OF_A_KIND), await ofKind(fit));
    const { groups } = arrange(rows, at, officeZone(), KINDS);
    return { at, as, count: rows.length, groups };
  },
);

/**
 * One statement over the tables of all domains: this page is opened all day, and each part is a handful
 * of rows from an index. `total` counts what the limit leaves out.
 */
async function listWaiting(actor: Actor, at: Date, most: number): Promise<WaitingRow[]> {
  const today = officeDate(at);
  const soon = new Date(at.getTime() + SOON_DAYS * DAY_MS);
  const zone = officeZone();
  const parts = await allFragments(
    ({ waiting }) => waiting?.({ actor, at, today, zone, soon, most }) ?? [],
  );
  return db.$queryRaw<WaitingRow[]>`
    SELECT * FROM (${union(parts)}) AS waiting (kind, number, title, "dueOn", since, detail, total)`;
}

type SessionRow = Omit<ComingSession, 'inDays' | 'lengthMinutes'> & { endsAt: Date };

async function findComingSession(at: Date): Promise<ComingSession | null> {
  const [row] = await db.$queryRaw<SessionRow[]>`
    SELECT number, title, starts_at AS "startsAt", ends_at AS "endsAt", place, capacity,
      (SELECT coalesce(sum(minutes), 0)::int FROM agenda_items
        WHERE session_id = forum_sessions.id) AS "agendaMinutes",
      (SELECT coalesce(sum(persons) FILTER (WHERE state = 'CONFIRMED'), 0)::int FROM registrations
        WHERE session_id = forum_sessions.id) AS persons,
      (SELECT coalesce(sum(persons) FILTER (WHERE state = 'WAITLISTED'), 0)::int FROM registrations
        WHERE session_id = forum_sessions.id) AS "waitingPersons"
    FROM forum_sessions
    WHERE ends_at > ${at} AND state IN ('PLANNED', 'INVITED', 'RUNNING')
    ORDER BY starts_at LIMIT 1`;
  if (!row) return null;
  const { endsAt, ...session } = row;
  return {
    ...session,
    inDays: Math.max(0, daysFrom(at, session.startsAt, officeZone())),
    lengthMinutes: Math.round((endsAt.getTime() - session.startsAt.getTime()) / MINUTE_MS),
  };
}
