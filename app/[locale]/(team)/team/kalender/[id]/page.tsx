import { titledAs } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { isJustSaved } from '@/components/calendar/area';
import { CancelEntry } from '@/components/calendar/entry-keeping';
import { KeptEntryView } from '@/components/calendar/kept-entry';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { calendarPaths } from '@/lib/calendar/paths';
import { getEntryWithNeighbours } from '@/lib/calendar/queries';
import { believed } from '@/lib/core/page-cache';
import { getOffice } from '@/lib/settings/queries';
import { cancelEntryAction, reviveEntryAction } from '../actions';

interface Props {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props) {
  const { locale, id } = await params;
  const read = async () => (await getEntryWithNeighbours(await requireCoordinator(), id)).entry;
  return titledAs(locale, async () => (await read()).title, 'calendar-partner.teamTitle');
}

/** One entry of the office: its dates, and calling all of it off. */
export default async function TeamEntryPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  const path = calendarPaths.teamCalendarEntry(id);
  const found = await guarded(locale, path, async () =>
    getEntryWithNeighbours(await requireCoordinator(), id),
  );
  const { everyDistrict } = await getOffice({ locale });
  return (
    <TeamShell holdsText locale={locale} path={path} current="calendar">
      <KeptEntryView
        locale={locale}
        area="team"
        {...found}
        districts={everyDistrict}
        isJustSaved={isJustSaved(await believed(searchParams))}
      />
      <CancelEntry
        locale={locale}
        entry={found.entry}
        cancel={cancelEntryAction}
        revive={reviveEntryAction}
      />
    </TeamShell>
  );
}
