import { folded } from '@/lib/core/folded';
import type { GuideTopic, PartnerProfile, PartnerState } from './types';

/** After so many months without a talk a partner sleeps (domain research, 2.2). */
const QUIET_MONTHS = 12;

export const PARTNER_KINDS = [
  'AUTHORITY',
  'HOUSING',
  'SCHOOL',
  'KITA',
  'WELFARE',
  'CHURCH',
  'ASSOCIATION',
  'BUSINESS',
  'POLICE',
  'FIRE_BRIGADE',
  'HEALTH',
  'OTHER',
] as const;

export const PARTNER_STATES = ['SUGGESTED', 'CONTACTED', 'ACTIVE', 'DORMANT', 'ENDED'] as const;

export const CONTACT_WAYS = ['CALL', 'VISIT', 'MEETING', 'MAIL'] as const;

const WAYS: Record<PartnerState, readonly PartnerState[]> = {
  SUGGESTED: ['CONTACTED', 'ENDED'],
  CONTACTED: ['ACTIVE', 'ENDED'],
  ACTIVE: ['DORMANT', 'ENDED'],
  DORMANT: ['ACTIVE', 'ENDED'],
  // Taken up again, also when it was ended by mistake.
  ENDED: ['CONTACTED'],
};

/** Where the office can take a partner from here. */
export function statesFrom(state: PartnerState): readonly PartnerState[] {
  return WAYS[state];
}

/** What a noted talk makes of it: who was only a name is contacted, who slept is awake. */
export function stateAfterContact(state: PartnerState): PartnerState {
  if (state === 'SUGGESTED') return 'CONTACTED';
  return state === 'DORMANT' ? 'ACTIVE' : state;
}

/**
 * The last talk of a partner once a noted one has another day, or is gone.
 * @param last what stood there, also of a talk nobody noted
 * @param before the day the talk had
 * @param newest of the talks that are noted now
 */
export function lastContactAfter(
  last: Date | null,
  before: Date,
  newest: Date | null,
): Date | null {
  if (last === null || last.getTime() === before.getTime()) return newest;
  return newest !== null && newest > last ? newest : last;
}

/** Stands in the public directory; whoever sleeps still helps people. */
export const PUBLIC_PARTNER_STATES = ['ACTIVE', 'DORMANT'] as const;

export function isListed(state: PartnerState): boolean {
  return (PUBLIC_PARTNER_STATES as readonly PartnerState[]).includes(state);
}

/** The last day without a talk on which a partner is still awake. @param today `YYYY-MM-DD` */
export function quietSince(today: string): string {
  const year = Number(today.slice(0, 4)) - QUIET_MONTHS / 12;
  const day = today.slice(4) === '-02-29' ? '-02-28' : today.slice(4);
  return `${year}${day}`;
}

/** The directory by topic: each word people look for, in German order, with who helps. */
export function topicsOf(
  partners: readonly Pick<PartnerProfile, 'slug' | 'name' | 'responsibilities'>[],
): GuideTopic[] {
  const topics = new Map<string, GuideTopic>();
  for (const { slug, name, responsibilities } of partners) {
    for (const word of responsibilities) {
      const key = folded(word);
      const topic = topics.get(key) ?? { topic: word, partners: [] };
      if (!topic.partners.some((partner) => partner.slug === slug))
        topic.partners.push({ slug, name });
      topics.set(key, topic);
    }
  }
  return [...topics.values()].sort((a, b) => a.topic.localeCompare(b.topic, 'de'));
}
