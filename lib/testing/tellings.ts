import { system } from '@/lib/accounts/actor';
import { now, setClock } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { DOMAINS } from '@/lib/domains';
import type { JobRun } from '@/lib/jobs/types';

type Runner = (who: typeof system, payload: { tellingId: string }, run: JobRun) => Promise<unknown>;

/** Does what the background would do next: tells everybody who waits to be told. */
export async function tellEverybody(): Promise<void> {
  const runners = Object.assign({}, ...DOMAINS.map(({ jobs }) => jobs)) as Record<string, Runner>;
  const rounds = await db.telling.findMany({ orderBy: { createdAt: 'asc' } });
  for (const { id: tellingId, name } of rounds) {
    const tell = async () => runners[name]?.(system, { tellingId }, { isLastTry: false });
    await (name === 'tell-supporters' ? aDayLater(tell) : tell());
  }
}

/** As the job would come: not within the day in which what is told can be taken back. */
async function aDayLater(work: () => Promise<unknown>): Promise<void> {
  const at = now();
  const isReal = Math.abs(Date.now() - at.getTime()) < 1000;
  setClock(new Date(at.getTime() + DAY_MS));
  await work().finally(() => setClock(isReal ? null : at));
}
