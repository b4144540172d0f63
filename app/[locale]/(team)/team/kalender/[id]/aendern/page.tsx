import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { EditEntry } from '@/components/calendar/entry-keeping';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { getKeptEntry } from '@/lib/calendar/kept/queries';
import { calendarPaths } from '@/lib/calendar/paths';
import { getOffice } from '@/lib/settings/queries';
import { districtsToChoose } from '@/lib/settings/rules';
import { changeEntryAction } from '../../actions';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props) {
  return pageTitle((await params).locale, 'calendar-partner.edit.title');
}

export default async function TeamEditEntryPage({ params }: Props) {
  const { locale, id } = await params;
  const path = calendarPaths.teamCalendarEntryEdit(id);
  const entry = await guarded(locale, path, async () =>
    getKeptEntry(await requireCoordinator(), id),
  );
  const office = await getOffice({ locale });
  return (
    <TeamShell holdsText locale={locale} path={path} current="calendar">
      <EditEntry
        locale={locale}
        area="team"
        districts={districtsToChoose(office, entry.districtSlugs)}
        entry={entry}
        action={changeEntryAction}
      />
    </TeamShell>
  );
}
