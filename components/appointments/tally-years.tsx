import { getTranslations } from 'next-intl/server';
import { FilterLinks } from '@/components/ui/filter-links';
import { localized } from '@/lib/core/paths';

interface TallyYearsProps {
  locale: string;
  /** Something was counted in them; the last one first. */
  years: readonly string[];
  /** The one that is shown, also where nothing was counted in it; empty: none of them. */
  current: string;
  pathOf: (year: string) => string;
}

/** From one year of the tally to another. */
export async function TallyYears({ locale, years, current, pathOf }: TallyYearsProps) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk.sums' });
  const all = [...new Set([...years, ...(current ? [current] : [])])].sort().reverse();
  if (all.length === 0) return null;
  return (
    <FilterLinks
      label={t('years')}
      items={all.map((year) => ({
        ...{ href: localized(locale, pathOf(year)), label: year, current: year === current },
      }))}
    />
  );
}
