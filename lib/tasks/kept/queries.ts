import 'server-only';
import { sameFor } from '@/lib/accounts/command';
import { AppError } from '@/lib/core/errors';
import { officeToday } from '@/lib/core/office-time';
import { TASKS_RIGHTS } from '../access';
import type { KeptCase } from '../types';
import { readKeptLines } from './people';

/** One of them, and who can have it. @throws {AppError} NOT_FOUND: there is none, or it was ended */
export const getKept = sameFor(TASKS_RIGHTS.tasks, async (id: string): Promise<KeptCase> => {
  const { lines, colleagues } = await readKeptLines(officeToday());
  const found = lines.find((one) => one.id === id);
  if (!found) throw new AppError('NOT_FOUND');
  return { ...found, colleagues };
});
