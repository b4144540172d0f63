import { titledAs } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { isJustSaved } from '@/components/calendar/area';
import { CancelEntry, PartnershipOver } from '@/components/calendar/entry-keeping';
import { KeptEntryView } from '@/components/calendar/kept-entry';
import { requireActor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { isPartnershipOver } from '@/lib/calendar/kept/queries';
import { calendarPaths } from '@/lib/calendar/paths';
import { getEntryWithNeighbours } from '@/lib/calendar/queries';
import { answerOfForm } from '@/lib/core/answered-form';
import { believed } from '@/lib/core/page-cache';
import { getOffice } from '@/lib/settings/queries';
import { cancelEntryAction, reviveEntryAction } from '../actions';

interface Props {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props) {
  const { locale, id } = await params;
  const read = async () => (await getEntryWithNeighbours(await requireActor(), id)).entry;
  return titledAs(locale, async () => (await read()).title, 'calendar-partner.title');
}

/** One entry of the partner's own: its dates, and calling all of it off. */
export default async function PartnerEntryPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  const path = calendarPaths.partnerEntry(id);
  const { isOver, ...found } = await guarded(locale, path, async () => {
    const actor = await requireActor();
    const isEnded = await isPartnershipOver(actor);
    // A form that was open when it ended is answered in itself.
    const isShut = isEnded && answerOfForm() === '';
    return { ...(await getEntryWithNeighbours(actor, id)), isOver: isShut };
  });
  const { everyDistrict } = await getOffice({ locale });
  return (
    <ActShell holdsText locale={locale} path={path}>
      {isOver ? <PartnershipOver locale={locale} back={false} /> : null}
      <KeptEntryView
        locale={locale}
        area="partner"
        {...found}
        districts={everyDistrict}
        isJustSaved={isJustSaved(await believed(searchParams))}
        isOver={isOver}
      />
      <CancelEntry
        locale={locale}
        entry={found.entry}
        cancel={cancelEntryAction}
        revive={reviveEntryAction}
        isOver={isOver}
      />
    </ActShell>
  );
}
