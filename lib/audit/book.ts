import { DOMAINS } from '@/lib/domains';
import type { AuditThings } from './types';

/** What is known of an event. */
export interface Known {
  subject: string;
  /** Where its words are. */
  words: string;
  of: AuditThings;
}

/** What each event is about, and of which domain it is. */
export const EVENTS: ReadonlyMap<string, Known> = new Map<string, Known>(
  DOMAINS.flatMap(({ name, audit }: { name: string; audit: AuditThings }) =>
    Object.entries(audit.events).map(
      ([event, subject]) => [event, { subject, words: `${name}-audit`, of: audit }] as const,
    ),
  ),
);

/** Which events somebody may ask for together, by kind; domains may share one. */
export const AUDIT_KINDS: ReadonlyMap<string, { label: string; beginnings: readonly string[] }> =
  kindsOf(DOMAINS);

function kindsOf(domains: readonly { name: string; audit: AuditThings }[]) {
  const kinds = new Map<string, { label: string; beginnings: string[] }>();
  for (const { name, audit } of domains)
    for (const [kind, words] of Object.entries(audit.kinds)) {
      const known = kinds.get(kind) ?? { label: `${name}-audit.kind.${kind}`, beginnings: [] };
      known.beginnings.push(...words);
      kinds.set(kind, known);
    }
  return kinds;
}
