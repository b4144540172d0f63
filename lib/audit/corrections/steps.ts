import 'server-only';
import type { Audience } from '@/lib/core/audience';
import type { Tx } from '@/lib/core/db';
import { type Refused, refused } from '@/lib/core/result';
import { takeVersion } from '@/lib/core/version';
import type { CorrectedKind } from '@/prisma/generated/client';

/** Columns as the database names them, with what stands there; days as `YYYY-MM-DD`. */
type Columns = Readonly<Record<string, string | number | null>>;

interface Corrected {
  kind: CorrectedKind;
  id: string;
  /** The version the page showed. */
  version: number;
  reason: string;
  /** Who reads the reason. */
  audience: Audience;
  /** What stood there must not be kept, a name for instance. */
  forget?: boolean;
}

interface Change {
  /** Takes the one change that can be made of a version, see `takeVersion`. */
  rows: Parameters<typeof takeVersion<string>>[0];
  /** What stands there, read behind the lock. */
  read(): Promise<Columns>;
  /** What is to stand there, column by column as in `read`. */
  to: Columns;
  write(): PromiseLike<unknown>;
}

/**
 * The one way in which the office corrects what it had typed: of two who saw the same, one; what stood there is kept,
 * with why it was changed. The database refuses it otherwise.
 */
export async function correctTyped(
  { tx, at }: { tx: Tx; at: Date },
  { kind, id: subjectId, version, reason, audience, forget = false }: Corrected,
  { rows, read, to, write }: Change,
): Promise<Refused | null> {
  const late = await takeVersion(rows, subjectId, version);
  if (late) return late;
  const earlier = await read();
  if (Object.keys(to).every((column) => earlier[column] === to[column])) {
    return refused('audit.correction.refused.nothing');
  }
  await keepEarlier(tx, { kind, subjectId, version, at, reason, audience, earlier });
  await write();
  if (forget) await forgetVersion(tx, subjectId, version);
  return null;
}

/** What stood there and why it does not any more, where something else says that one was faster. */
export async function keepEarlier(
  tx: Tx,
  data: Omit<Corrected, 'id' | 'forget'> & { subjectId: string; at: Date; earlier: Columns },
): Promise<void> {
  await tx.correction.create({ data, select: { id: true } });
}

/** What stood there before one correction is kept no more. */
export async function forgetVersion(tx: Tx, subjectId: string, version: number): Promise<void> {
  await tx.correction.updateMany({ where: { subjectId, version }, data: { earlier: {} } });
}

/** What stood there before is read by nobody any more; that it was corrected, and why, stays. */
export async function forgetEarlier(tx: Tx, subjectIds: readonly string[]): Promise<void> {
  await tx.correction.updateMany({
    where: { subjectId: { in: [...subjectIds] } },
    data: { earlier: {} },
  });
}
