import 'server-only';
import type { Viewer } from '@/lib/accounts/types';
import { DOMAINS } from '@/lib/domains';
import { sentence } from '@/lib/i18n/sentence';
import type { DomainDates, Manifest, PublicDate } from '@/lib/manifest';
import { ENTRY_KINDS, kindSlug } from '../rules';
import type { CalendarScope, Kind } from '../types';

const ALL: readonly Manifest[] = DOMAINS;
const brought: readonly DomainDates[] = ALL.flatMap(({ dates }) => dates);

/** Every kind of dates: those somebody enters, and those other domains bring. */
export async function listKinds({ locale }: Viewer): Promise<Kind[]> {
  const own = ENTRY_KINDS.map((kind) => ({ kind, label: `calendar.kind.${kind}` }));
  return Promise.all(
    [...own, ...brought].map(async ({ kind, label }) => ({
      kind,
      slug: kindSlug(kind),
      name: await sentence(locale, label),
    })),
  );
}

/** The kind behind a path word; `null` when there is none. */
export async function findKind(viewer: Viewer, slug: string): Promise<Kind | null> {
  return (await listKinds(viewer)).find((kind) => kind.slug === slug) ?? null;
}

/** What other domains bring that touches a period, called-off dates too. */
export async function listBrought(
  viewer: Viewer,
  from: Date,
  to: Date,
  { kind: wanted, districtSlug }: CalendarScope,
): Promise<(PublicDate & { kind: string })[]> {
  const wantedDates = brought.filter(({ kind }) => wanted === undefined || kind === wanted);
  const found = await Promise.all(
    wantedDates.map(async ({ kind, between }) =>
      (await between(viewer, from, to)).map((date) => ({ ...date, kind })),
    ),
  );
  return found
    .flat()
    .filter(({ districtSlugs }) => !districtSlug || districtSlugs.includes(districtSlug));
}
