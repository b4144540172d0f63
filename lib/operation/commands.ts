import 'server-only';
import type { System } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { factsOf } from '@/lib/core/error-facts.mjs';
import { log } from '@/lib/core/log.mjs';

export type SweepRule = (who: System) => Promise<unknown>;

/**
 * Keeps each rule of retention and writes down when, and whether it went well. One that fails does not
 * keep the others from being kept.
 * @throws what the first of them failed with, so that it is tried again
 */
export async function sweepBy(
  who: System,
  rules: Readonly<Record<string, SweepRule>>,
): Promise<void> {
  const failures: unknown[] = [];
  for (const [rule, keep] of Object.entries(rules)) {
    try {
      await keep(who);
      await mark(`sweep.${rule}`, true, '');
    } catch (error) {
      failures.push(error);
      log('error', 'sweep.failed', { rule }, error);
      const { sqlState, code } = factsOf(error);
      await mark(`sweep.${rule}`, false, sqlState ?? code ?? '').catch(() => undefined);
    }
  }
  await forgetMarksExcept(Object.keys(rules).map((rule) => `sweep.${rule}`));
  if (failures.length > 0) throw failures[0];
}

/** A rule that was given up shall not look as if it had not been kept. */
async function forgetMarksExcept(names: string[]): Promise<void> {
  await db.operationMark.deleteMany({
    where: { name: { startsWith: 'sweep.', notIn: names } },
  });
}

async function mark(name: string, ok: boolean, note: string): Promise<void> {
  const data = { at: now(), ok, note };
  await db.operationMark.upsert({ where: { name }, create: { name, ...data }, update: data });
}
