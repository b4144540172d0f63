import 'server-only';
import { db, type Tx } from '@/lib/core/db';
import { DOMAINS } from '@/lib/domains';
import { allFragments, union } from '@/lib/fragments';
import type { TaskThing } from '@/lib/manifest';
import type { KeptTask, ThingShown } from './types';

/** Everything tasks may be about, by kind. */
export const THINGS: Readonly<Record<string, TaskThing>> = Object.assign(
  {},
  ...DOMAINS.map(({ taskThings }) => taskThings),
);

interface Pointing {
  thingKind: string;
  thingId: string | null;
}

interface FoundRow {
  kind: string;
  id: string;
  number: number | null;
  title: string;
}

/** How things are called now, of all domains in one statement; those that are gone are not among them. */
async function find(ids: readonly string[], tx: Pick<Tx, '$queryRaw'>): Promise<FoundRow[]> {
  if (ids.length === 0) return [];
  const parts = await allFragments(({ taskThings }) => taskThings?.() ?? []);
  return tx.$queryRaw<FoundRow[]>`
    WITH asked AS (SELECT unnest(${[...new Set(ids)]}::uuid[]) AS id)
    SELECT kind, id, number, title FROM (${union(parts)}) AS things (kind, id, number, title)`;
}

/** What each of some tasks is about; `null`: it is of itself. */
export async function thingsOf(
  tasks: readonly Pointing[],
  tx: Pick<Tx, '$queryRaw'> = db,
): Promise<(task: Pointing) => ThingShown | null> {
  const found = await find(
    tasks.flatMap(({ thingId }) => thingId ?? []),
    tx,
  );
  const byKey = new Map(found.map((row) => [`${row.kind} ${row.id}`, row]));
  return ({ thingKind: kind, thingId }) => {
    if (kind === '') return null;
    const row = byKey.get(`${kind} ${thingId}`);
    const as = THINGS[kind];
    const label = as?.label ?? '';
    if (!row || !as) return { kind, label, isGone: true };
    const { id, number, title } = row;
    return { kind, label, isGone: false, id, title, path: as.path({ number: number ?? 0, id }) };
  };
}

/** With what residents handed in goes what was said about it. */
export const goesWithIt = (kind: string): boolean => THINGS[kind]?.ofResidents ?? false;

interface KeptRow extends Omit<FoundRow, 'title'> {
  task: string;
  text: string;
  assignee: string;
  due: string | null;
}

/** What somebody was asked to do and other domains keep; there it is ticked off, too. */
export async function listKept(
  tx: Pick<Tx, '$queryRaw'> = db,
): Promise<Omit<KeptTask, 'isOverdue' | 'who'>[]> {
  const parts = await allFragments(({ keptTasks }) => keptTasks?.() ?? []);
  const rows = await tx.$queryRaw<KeptRow[]>`
    SELECT kind, id, number, text, assignee, due, task
    FROM (${union(parts)}) AS kept (kind, id, number, text, assignee, due, task, since, waits)
    ORDER BY due NULLS LAST, number, text`;
  return rows.map(({ kind, id, number, text, assignee, due, task }) => ({
    ...{ id: task, text, assignee, dueOn: due },
    thing: {
      ...{ kind, number, label: THINGS[kind]?.label ?? '' },
      path: THINGS[kind]?.path({ number: number ?? 0, id }) ?? '',
    },
  }));
}
