import { system } from '@/lib/accounts/actor';
import { db } from '@/lib/core/db';
import { DOMAINS } from '@/lib/domains';
import type { JobRun } from '@/lib/jobs/types';

type Runner = (who: typeof system, payload: { tellingId: string }, run: JobRun) => Promise<unknown>;

/** Does what the background would do next: tells everybody who waits to be told. */
export async function tellEverybody(): Promise<void> {
  const runners = Object.assign({}, ...DOMAINS.map(({ jobs }) => jobs)) as Record<string, Runner>;
  const rounds = await db.telling.findMany({ orderBy: { createdAt: 'asc' } });
  for (const { id: tellingId, name } of rounds) {
    await runners[name]?.(system, { tellingId }, { isLastTry: false });
  }
}
