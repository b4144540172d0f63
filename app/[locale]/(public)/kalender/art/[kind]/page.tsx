import { notFound } from 'next/navigation';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { AgendaPage } from '@/components/calendar/agenda-page';
import { calendarPaths } from '@/lib/calendar/paths';
import { getAgenda } from '@/lib/calendar/queries';
import { kindOfSlug } from '@/lib/calendar/rules';
import { sentence } from '@/lib/i18n/sentence';

interface Props {
  params: Promise<{ locale: string; kind: string }>;
}

export async function generateMetadata({ params }: Props) {
  const { locale, kind: slug } = await params;
  const kind = kindOfSlug(slug);
  if (!kind) notFound();
  const name = await sentence(locale, `calendar.kind.${kind}`);
  return pageTitle(locale, 'calendar.titleKind', { kind: name });
}

/** The coming weeks, one kind of things. */
export default async function KindCalendarPage({ params }: Props) {
  const { locale, kind: slug } = await params;
  const kind = kindOfSlug(slug);
  const agenda = kind && (await getAgenda({ locale }, { kind }));
  if (!agenda) notFound();
  return (
    <PublicShell locale={locale} path={calendarPaths.calendarKind(slug)} current="calendar">
      <AgendaPage locale={locale} agenda={agenda} />
    </PublicShell>
  );
}
