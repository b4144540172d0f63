import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { NewEntry, PartnershipOver } from '@/components/calendar/entry-keeping';
import { requireActor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { isPartnershipOver } from '@/lib/calendar/kept/queries';
import { calendarPaths } from '@/lib/calendar/paths';
import { answerOfForm } from '@/lib/core/answered-form';
import { getOffice } from '@/lib/settings/queries';
import { addEntryAction } from '../actions';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props) {
  return pageTitle((await params).locale, 'calendar-partner.new.title');
}

export default async function PartnerNewEntryPage({ params }: Props) {
  const { locale } = await params;
  const path = calendarPaths.partnerEntryNew();
  const isOver = await guarded(locale, path, async () => isPartnershipOver(await requireActor()));
  const { districts } = await getOffice({ locale });
  // A form that was open when it ended is answered in itself, with all that was typed.
  return (
    <ActShell holdsText locale={locale} path={path}>
      {isOver && answerOfForm() === '' ? (
        <PartnershipOver locale={locale} back />
      ) : (
        <NewEntry locale={locale} area="partner" districts={districts} action={addEntryAction} />
      )}
    </ActShell>
  );
}
