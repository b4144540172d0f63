import { notFound } from 'next/navigation';
import { titled } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { EntryPage } from '@/components/calendar/entry-page';
import { getEntry } from '@/lib/calendar/entries/queries';
import { calendarPaths } from '@/lib/calendar/paths';
import { getOffice } from '@/lib/settings/queries';

interface Props {
  params: Promise<{ locale: string; id: string }>;
}

export async function generateMetadata({ params }: Props) {
  const { locale, id } = await params;
  const entry = await getEntry({ locale }, id);
  if (!entry) notFound();
  return titled(locale, entry.title);
}

/** One entry with all its next dates. */
export default async function CalendarEntryPage({ params }: Props) {
  const { locale, id } = await params;
  const entry = await getEntry({ locale }, id);
  if (!entry) notFound();
  const { everyDistrict } = await getOffice({ locale });
  return (
    <PublicShell locale={locale} path={calendarPaths.calendarEntry(id)} current="calendar">
      <EntryPage locale={locale} entry={entry} districts={everyDistrict} />
    </PublicShell>
  );
}
