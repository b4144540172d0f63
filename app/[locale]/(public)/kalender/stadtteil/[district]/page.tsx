import { notFound } from 'next/navigation';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { AgendaPage } from '@/components/calendar/agenda-page';
import { calendarPaths } from '@/lib/calendar/paths';
import { getAgenda } from '@/lib/calendar/queries';
import { getOffice } from '@/lib/settings/queries';

interface Props {
  params: Promise<{ locale: string; district: string }>;
}

export async function generateMetadata({ params }: Props) {
  const { locale, district } = await params;
  const { districts } = await getOffice({ locale });
  const name = districts.find(({ slug }) => slug === district)?.name;
  if (!name) notFound();
  return pageTitle(locale, 'calendar.titleDistrict', { district: name });
}

/** The coming weeks in one district. */
export default async function DistrictCalendarPage({ params }: Props) {
  const { locale, district } = await params;
  const agenda = await getAgenda({ locale }, { districtSlug: district });
  if (!agenda) notFound();
  return (
    <PublicShell locale={locale} path={calendarPaths.calendarDistrict(district)} current="calendar">
      <AgendaPage locale={locale} agenda={agenda} />
    </PublicShell>
  );
}
