import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { ChangeDate, PartnershipOver } from '@/components/calendar/entry-keeping';
import { requireActor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { getKeptDate, isPartnershipOver } from '@/lib/calendar/kept/queries';
import { calendarPaths } from '@/lib/calendar/paths';
import { answerOfForm } from '@/lib/core/answered-form';
import { changeDateAction } from '../../../actions';

type Props = { params: Promise<{ locale: string; id: string; date: string }> };

export async function generateMetadata({ params }: Props) {
  return pageTitle((await params).locale, 'calendar-partner.date.change');
}

export default async function PartnerEntryDatePage({ params }: Props) {
  const { locale, id, date } = await params;
  const path = calendarPaths.partnerEntryDate(id, date);
  const found = await guarded(locale, path, async () => {
    const actor = await requireActor();
    // A form that was open when it ended is answered in itself, with all that was typed.
    const isOver = (await isPartnershipOver(actor)) && answerOfForm() === '';
    return { ...(await getKeptDate(actor, id, date)), isOver };
  });
  return (
    <ActShell holdsText locale={locale} path={path}>
      {found.isOver ? <PartnershipOver locale={locale} back={false} /> : null}
      <ChangeDate
        locale={locale}
        area="partner"
        {...found}
        localDate={date}
        action={changeDateAction}
      />
    </ActShell>
  );
}
