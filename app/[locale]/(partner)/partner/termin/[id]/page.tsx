import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { isJustSaved } from '@/components/calendar/area';
import { CancelEntry } from '@/components/calendar/entry-keeping';
import { KeptEntryView } from '@/components/calendar/kept-entry';
import { requireActor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { calendarPaths } from '@/lib/calendar/paths';
import { getEntryWithNeighbours } from '@/lib/calendar/queries';
import { getOffice } from '@/lib/settings/queries';
import { cancelEntryAction, reviveEntryAction } from '../actions';

interface Props {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props) {
  return pageTitle((await params).locale, 'calendar-partner.title');
}

/** One entry of the partner's own: its dates, and calling all of it off. */
export default async function PartnerEntryPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  const path = calendarPaths.partnerEntry(id);
  const found = await guarded(locale, path, async () =>
    getEntryWithNeighbours(await requireActor(), id),
  );
  const { everyDistrict } = await getOffice({ locale });
  return (
    <ActShell holdsText locale={locale} path={path}>
      <KeptEntryView
        locale={locale}
        area="partner"
        {...found}
        districts={everyDistrict}
        isJustSaved={isJustSaved(await searchParams)}
      />
      <CancelEntry
        locale={locale}
        entry={found.entry}
        cancel={cancelEntryAction}
        revive={reviveEntryAction}
      />
    </ActShell>
  );
}
