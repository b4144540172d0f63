import 'server-only';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import type { ActivationState } from './types';

/** Part of each step with a format. @throws {AppError} NOT_FOUND */
export async function findFormat(tx: Tx, id: string) {
  const format = await tx.activationFormat.findUnique({ where: { id } });
  if (!format) throw new AppError('NOT_FOUND');
  return format;
}

/** The same of a trial: until this is over nobody evaluates what is changed here. @throws {AppError} NOT_FOUND */
export async function findTrial(tx: Tx, id: string) {
  const where = { id };
  const known = await tx.activationTrial.findUnique({ where, select: { formatId: true } });
  if (!known) throw new AppError('NOT_FOUND');
  const [format] = await tx.$queryRaw<{ state: ActivationState }[]>`
    SELECT state FROM activation_formats WHERE id = ${known.formatId}::uuid FOR NO KEY UPDATE`;
  // Whoever was waited for may have put it off or struck it out.
  const trial = await tx.activationTrial.findUnique({ where });
  if (!(format && trial)) throw new AppError('NOT_FOUND');
  return { ...trial, state: format.state };
}

export type Format = Awaited<ReturnType<typeof findFormat>>;

/** All that is said of it; nothing that was decided, and nothing is told to everybody yet. */
export function nextEdition(format: Format, createdAt: Date) {
  const { name, shortDescription, goal, targetGroups, procedure, preparation, duration } = format;
  const { frequency, chances, risks, materials, accessibility, costCents } = format;
  return {
    ...{ name, shortDescription, goal, targetGroups, procedure, preparation, duration },
    ...{ frequency, chances, risks, materials, accessibility, costCents },
    ...{ edition: format.edition + 1, followsId: format.id, state: 'CONCEPT' as const, createdAt },
  };
}
