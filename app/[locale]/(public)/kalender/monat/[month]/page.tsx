import { notFound } from 'next/navigation';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { MonthPage } from '@/components/calendar/agenda-page';
import { calendarPaths } from '@/lib/calendar/paths';
import { getMonth } from '@/lib/calendar/queries';
import { monthName } from '@/lib/i18n/dates';

interface Props {
  params: Promise<{ locale: string; month: string }>;
}

export async function generateMetadata({ params }: Props) {
  const { locale, month } = await params;
  const view = await getMonth({ locale }, {}, month);
  if (!view) notFound();
  return pageTitle(locale, 'calendar.month.title', { month: monthName(month, locale) });
}

/** One month of the whole calendar. */
export default async function CalendarMonthPage({ params }: Props) {
  const { locale, month } = await params;
  const view = await getMonth({ locale }, {}, month);
  if (!view) notFound();
  return (
    <PublicShell locale={locale} path={calendarPaths.calendarMonth(month)} current="calendar">
      <MonthPage locale={locale} view={view} />
    </PublicShell>
  );
}
