import 'server-only';
import { publicly, sameFor } from '@/lib/accounts/command';
import { db } from '@/lib/core/db';
import type { CorrectedKind } from '@/prisma/generated/client';
import { AUDIT_RIGHTS } from '../access';
import type { CorrectionEntry, EarlierVersion } from './types';

/**
 * When and why things were corrected, as everybody reads it: by thing, the last first.
 * @param kind where more than one is said of the same thing
 */
export const listCorrections = publicly(
  async (
    subjectIds: readonly string[],
    kind?: CorrectedKind,
  ): Promise<Map<string, CorrectionEntry[]>> => {
    if (subjectIds.length === 0) return new Map();
    const rows = await db.correction.findMany({
      where: { subjectId: { in: [...subjectIds] }, audience: 'PUBLIC', ...(kind && { kind }) },
      select: { subjectId: true, at: true, reason: true },
      orderBy: { version: 'desc' },
    });
    return byThing(rows, ({ at, reason }) => ({ at, reason }));
  },
);

/** The same with what stood there, for those who may correct it. */
export const listEarlier = sameFor(
  AUDIT_RIGHTS.seeEarlier,
  async (subjectIds: readonly string[]): Promise<Map<string, EarlierVersion[]>> => {
    if (subjectIds.length === 0) return new Map();
    const rows = await db.correction.findMany({
      where: { subjectId: { in: [...subjectIds] } },
      select: { id: true, subjectId: true, at: true, reason: true, earlier: true },
      orderBy: { version: 'desc' },
    });
    return byThing(rows, ({ subjectId: _subject, earlier, ...row }) => ({
      ...row,
      earlier: Object.entries(earlier as Record<string, unknown>).map(([column, value]) => ({
        column,
        text: value === null ? '' : String(value),
      })),
    }));
  },
);

function byThing<Row extends { subjectId: string }, Entry>(
  rows: readonly Row[],
  entryOf: (row: Row) => Entry,
): Map<string, Entry[]> {
  const things = new Map<string, Entry[]>();
  for (const row of rows) {
    things.set(row.subjectId, [...(things.get(row.subjectId) ?? []), entryOf(row)]);
  }
  return things;
}
