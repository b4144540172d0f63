import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import type { SeriesDate } from '@/lib/calendar/dates/types';
import { contentLang } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';

type PartnerDate = { title: string; place: string; organizer: string; date: SeriesDate };

/** Dates only partners see, such as the meeting of the network. */
export async function PartnerDates({
  locale,
  dates,
}: {
  locale: string;
  dates: readonly PartnerDate[];
}) {
  const t = await getTranslations({ locale, namespace: 'calendar-partner' });
  const calendar = await getTranslations({ locale, namespace: 'calendar' });
  return (
    <Section title={t('partnerDates.title')} intro={<p>{t('partnerDates.lead')}</p>}>
      {dates.length === 0 ? <p>{t('partnerDates.none')}</p> : null}
      <ul>
        {dates.map(({ title, place, date }) => (
          <li key={`${title} ${date.localDate}`} className="border-t border-rule py-3">
            <span className="tabular">{longDateTime(date.startsAt, locale)}</span>
            {date.state === 'cancelled' ? ` – ${calendar('cancelled')}` : null}
            <br />
            <strong lang={contentLang(locale)}>{title}</strong>{' '}
            <span className="text-ink-soft" lang={contentLang(locale)}>
              {place}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
