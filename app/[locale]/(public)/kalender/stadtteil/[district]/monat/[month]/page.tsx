import { notFound } from 'next/navigation';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { MonthPage } from '@/components/calendar/agenda-page';
import { calendarPaths } from '@/lib/calendar/paths';
import { getMonth } from '@/lib/calendar/queries';
import { getOffice } from '@/lib/settings/queries';

interface Props {
  params: Promise<{ locale: string; district: string; month: string }>;
}

export async function generateMetadata({ params }: Props) {
  const { locale, district } = await params;
  const { districts } = await getOffice({ locale });
  const name = districts.find(({ slug }) => slug === district)?.name;
  if (!name) notFound();
  return pageTitle(locale, 'calendar.titleDistrict', { district: name });
}

/** One month of one district. */
export default async function DistrictMonthPage({ params }: Props) {
  const { locale, district, month } = await params;
  const view = await getMonth({ locale }, { districtSlug: district }, month);
  if (!view) notFound();
  const path = calendarPaths.calendarDistrictMonth(district, month);
  return (
    <PublicShell locale={locale} path={path} current="calendar">
      <MonthPage locale={locale} view={view} />
    </PublicShell>
  );
}
