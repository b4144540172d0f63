import { notFound } from 'next/navigation';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { MonthPage } from '@/components/calendar/agenda-page';
import { findKind } from '@/lib/calendar/kinds/queries';
import { calendarPaths } from '@/lib/calendar/paths';
import { getMonth } from '@/lib/calendar/queries';

interface Props {
  params: Promise<{ locale: string; kind: string; month: string }>;
}

export async function generateMetadata({ params }: Props) {
  const { locale, kind: slug } = await params;
  const kind = await findKind({ locale }, slug);
  if (!kind) notFound();
  return pageTitle(locale, 'calendar.titleKind', { kind: kind.name });
}

/** One month, one kind of things. */
export default async function KindMonthPage({ params }: Props) {
  const { locale, kind: slug, month } = await params;
  const kind = await findKind({ locale }, slug);
  const view = kind && (await getMonth({ locale }, { kind: kind.kind }, month));
  if (!view) notFound();
  return (
    <PublicShell
      locale={locale}
      path={calendarPaths.calendarKindMonth(slug, month)}
      current="calendar"
    >
      <MonthPage locale={locale} view={view} />
    </PublicShell>
  );
}
