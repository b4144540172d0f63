import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { EditEntry } from '@/components/calendar/entry-keeping';
import { requireActor } from '@/lib/accounts/actor';
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

export default async function PartnerEditEntryPage({ params }: Props) {
  const { locale, id } = await params;
  const path = calendarPaths.partnerEntryEdit(id);
  const entry = await guarded(locale, path, async () => getKeptEntry(await requireActor(), id));
  const office = await getOffice({ locale });
  return (
    <ActShell holdsText locale={locale} path={path}>
      <EditEntry
        locale={locale}
        area="partner"
        districts={districtsToChoose(office, entry.districtSlugs)}
        entry={entry}
        action={changeEntryAction}
      />
    </ActShell>
  );
}
