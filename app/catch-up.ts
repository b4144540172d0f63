import 'server-only';
import { system } from '@/lib/accounts/actor';
import { eachAlone } from '@/lib/core/each-alone';
import { DOMAINS } from '@/lib/domains';

/**
 * Does what is due and has no job of its own: jobs are lost with a queue that was not restored, or used
 * up all their tries while something else was broken. Whatever was done already stays as it is, and one thing
 * that cannot be done keeps nothing else waiting.
 */
export async function catchUp(): Promise<void> {
  const due = DOMAINS.flatMap((domain) => [...domain.catchUp]);
  await eachAlone(due, (catchUpWith) => catchUpWith(system));
}
