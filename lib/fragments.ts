import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import { DOMAINS } from './domains';
import type { Fragment, Fragments } from './manifest';

/** What each domain has of one kind, in the order of the domains. */
export async function allFragments(pick: (of: Fragments) => Fragment[]): Promise<Fragment[]> {
  const all = await Promise.all(DOMAINS.map(({ fragments }) => fragments()));
  return all.flatMap(pick);
}

/** All of them as one statement. */
export function union(fragments: readonly Fragment[]): Fragment {
  const parts = fragments.map((one) => Prisma.sql`(${one})`);
  return Prisma.join(parts, ' UNION ALL ');
}
