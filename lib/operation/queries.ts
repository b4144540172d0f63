import 'server-only';
import { reading } from '@/lib/accounts/command';
import { readEnv } from '@/lib/core/env.mjs';
import { processState } from '@/lib/core/process-state.mjs';
import { lateWork } from '@/lib/jobs/queries';
import { OPERATION_RIGHTS } from './access';
import { findingsOf, keptRules } from './rules';
import type { LateClosing, Operation } from './types';

/**
 * How the house is doing, as this process sees it. `rules` are the names of the rules of retention there are; null
 * where it does not look after itself (development). `lateClosings` comes from whoever closes figures.
 */
export const getOperation = reading(
  OPERATION_RIGHTS.look,
  async (
    actor,
    rules: readonly string[],
    lateClosings: readonly LateClosing[],
  ): Promise<Operation | null> => {
    const { condition } = processState();
    if (!condition) return null;
    const [measured, late] = await Promise.all([condition(), lateWork(actor)]);
    const hasOldSecret = readEnv().AUTH_SECRET_OLD.length > 0;
    return {
      at: measured.at,
      findings: findingsOf({ ...measured, hasOldSecret, lateClosings }, rules),
      rules: keptRules(measured.database?.marks ?? [], rules),
      late: late.jobs,
    };
  },
);
