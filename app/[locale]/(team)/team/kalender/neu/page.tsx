import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { NewEntry } from '@/components/calendar/entry-keeping';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { requireKeeper } from '@/lib/calendar/kept/queries';
import { calendarPaths } from '@/lib/calendar/paths';
import { getOffice } from '@/lib/settings/queries';
import { addEntryAction } from '../actions';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props) {
  return pageTitle((await params).locale, 'calendar-partner.new.title');
}

export default async function TeamNewEntryPage({ params }: Props) {
  const { locale } = await params;
  const path = calendarPaths.teamCalendarNew();
  await guarded(locale, path, async () => requireKeeper(await requireCoordinator()));
  const { districts } = await getOffice({ locale });
  return (
    <TeamShell holdsText locale={locale} path={path} current="calendar">
      <NewEntry locale={locale} area="team" districts={districts} action={addEntryAction} />
    </TeamShell>
  );
}
