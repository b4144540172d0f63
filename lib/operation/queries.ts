import 'server-only';
import { mayAdministrate } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/types';
import { readEnv } from '@/lib/core/env.mjs';
import { AppError } from '@/lib/core/errors';
import { processState } from '@/lib/core/process-state.mjs';
import { lateWork } from '@/lib/jobs/queries';
import { findingsOf, keptRules } from './rules';
import type { Operation } from './types';

/** How the house is doing, as this process sees it; null where it does not look after itself (development). */
export async function getOperation(actor: Actor): Promise<Operation | null> {
  if (!mayAdministrate(actor)) throw new AppError('NOT_FOUND');
  const { condition } = processState();
  if (!condition) return null;
  const [measured, late] = await Promise.all([condition(), lateWork(actor)]);
  const hasOldSecret = readEnv().AUTH_SECRET_OLD.length > 0;
  return {
    at: measured.at,
    findings: findingsOf({ ...measured, hasOldSecret }),
    rules: keptRules(measured.database?.marks ?? []),
    late: late.jobs,
  };
}
