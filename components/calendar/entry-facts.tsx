import { getTranslations } from 'next-intl/server';
import { Facts } from '@/components/ui/facts';
import type { EntryWithDates } from '@/lib/calendar/entries/types';
import type { Named } from '@/lib/calendar/types';
import { contentLang } from '@/lib/core/paths';
import { longDate } from '@/lib/i18n/dates';
import { rhythmText } from './rhythm';
import { hourText } from './words';

type EntryFactsProps = { locale: string; entry: EntryWithDates; districts: readonly Named[] };

/** When, where, who, for whom. */
export async function EntryFacts({ locale, entry, districts }: EntryFactsProps) {
  const t = await getTranslations({ locale, namespace: 'calendar' });
  const { place, accessible, organizer, audience, districtSlugs } = entry;
  const lang = contentLang(locale);
  const typed = (text: string) => <span lang={lang}>{text}</span>;
  const names = districts.filter(({ slug }) => districtSlugs.includes(slug));
  return (
    <Facts
      items={[
        { label: t('entry.when'), value: await whenText(locale, entry) },
        { label: t('entry.where'), value: typed(place) },
        ...(accessible ? [{ label: t('entry.access'), value: typed(accessible) }] : []),
        ...(audience ? [{ label: t('entry.audience'), value: typed(audience) }] : []),
        { label: t('entry.who'), value: typed(organizer) },
        { label: t('entry.districts'), value: names.map(({ name }) => name).join(', ') },
      ]}
    />
  );
}

/** "Jeden Dienstag, 09:00 bis 12:00 Uhr" or the date of something that takes place once. */
async function whenText(locale: string, { words, series }: EntryWithDates): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'calendar' });
  const time = t('timeRange', {
    start: hourText(series.startsAt, locale),
    end: hourText(series.endsAt, locale),
  });
  if (words.repeat === 'once') return `${longDate(series.startsAt, locale)}, ${time}`;
  return `${await rhythmText(locale, words, series.seriesEndsOn)}, ${time}`;
}
