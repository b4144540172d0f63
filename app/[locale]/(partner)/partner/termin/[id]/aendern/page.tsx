import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { EditEntry, PartnershipOver } from '@/components/calendar/entry-keeping';
import { requireActor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { getKeptEntry, isPartnershipOver } from '@/lib/calendar/kept/queries';
import { calendarPaths } from '@/lib/calendar/paths';
import { answerOfForm } from '@/lib/core/answered-form';
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
  const { entry, isOver } = await guarded(locale, path, async () => {
    const actor = await requireActor();
    return { entry: await getKeptEntry(actor, id), isOver: await isPartnershipOver(actor) };
  });
  const office = await getOffice({ locale });
  // A form that was open when it ended is answered in itself, with all that was typed.
  if (isOver && answerOfForm() === '') {
    return (
      <ActShell locale={locale} path={path}>
        <PartnershipOver locale={locale} back />
      </ActShell>
    );
  }
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
