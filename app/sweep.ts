import 'server-only';
import { system } from '@/lib/accounts/actor';
import { DOMAINS } from '@/lib/domains';
import { sweepBy } from '@/lib/operation/commands';

/** Deletes everywhere what has been kept long enough. */
export async function sweepAll(): Promise<void> {
  const rules = DOMAINS.flatMap(({ retention }) => Object.entries(retention));
  await sweepBy(system, Object.fromEntries(rules.map(([name, { keep }]) => [name, keep])));
}
