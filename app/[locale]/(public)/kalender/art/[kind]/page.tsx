import { notFound } from 'next/navigation';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { AgendaPage } from '@/components/calendar/agenda-page';
import { findKind } from '@/lib/calendar/kinds/queries';
import { calendarPaths } from '@/lib/calendar/paths';
import { getAgenda } from '@/lib/calendar/queries';

interface Props {
  params: Promise<{ locale: string; kind: string }>;
}

export async function generateMetadata({ params }: Props) {
  const { locale, kind: slug } = await params;
  const kind = await findKind({ locale }, slug);
  if (!kind) notFound();
  return pageTitle(locale, 'calendar.titleKind', { kind: kind.name });
}

/** The coming weeks, one kind of things. */
export default async function KindCalendarPage({ params }: Props) {
  const { locale, kind: slug } = await params;
  const kind = await findKind({ locale }, slug);
  const agenda = kind && (await getAgenda({ locale }, { kind: kind.kind }));
  if (!agenda) notFound();
  return (
    <PublicShell locale={locale} path={calendarPaths.calendarKind(slug)} current="calendar">
      <AgendaPage locale={locale} agenda={agenda} />
    </PublicShell>
  );
}
