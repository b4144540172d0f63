import { getTranslations } from 'next-intl/server';
import { FilterLinks } from '@/components/ui/filter-links';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { localized } from '@/lib/core/paths';

export type DeskPlace = 'termine' | 'zeiten' | 'nummern' | 'strichliste';

const PLACES: readonly [DeskPlace, string][] = [
  ['termine', appointmentsPaths.desk()],
  ['zeiten', appointmentsPaths.hours()],
  ['nummern', appointmentsPaths.numbers()],
  ['strichliste', appointmentsPaths.tally()],
];

/** Between the parts of the counsellor's desk. */
export async function DeskNav({ locale, current }: { locale: string; current: DeskPlace }) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk.nav' });
  return (
    <FilterLinks
      label={t('label')}
      items={PLACES.map(([place, path]) => ({
        // messages: appointments-desk.nav.*
        ...{ href: localized(locale, path), label: t(place), current: place === current },
      }))}
    />
  );
}
