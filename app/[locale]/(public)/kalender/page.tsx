import { notFound } from 'next/navigation';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { AgendaPage } from '@/components/calendar/agenda-page';
import { calendarPaths } from '@/lib/calendar/paths';
import { getAgenda } from '@/lib/calendar/queries';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props) {
  return pageTitle((await params).locale, 'calendar.title');
}

/** What takes place in the coming weeks, everywhere. */
export default async function CalendarPage({ params }: Props) {
  const { locale } = await params;
  const agenda = await getAgenda({ locale }, {});
  if (!agenda) notFound();
  return (
    <PublicShell locale={locale} path={calendarPaths.calendar()} current="calendar">
      <AgendaPage locale={locale} agenda={agenda} />
    </PublicShell>
  );
}
