import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { calendarPaths } from '@/lib/calendar/paths';
import { isOff } from '@/lib/calendar/rules';
import type { Occurrence } from '@/lib/calendar/types';
import { contentLang, localized } from '@/lib/core/paths';
import { clockTime, longDate } from '@/lib/i18n/dates';

/** What takes place in the next days, across everything that has dates. */
export async function ThisWeek({
  locale,
  dates,
}: {
  locale: string;
  dates: readonly Occurrence[];
}) {
  const t = await getTranslations({ locale, namespace: 'home' });
  const more = { href: localized(locale, calendarPaths.calendar()), label: t('week.more') };
  const lang = contentLang(locale);
  return (
    <Section title={t('week.title')} more={more}>
      {dates.length === 0 ? <p>{t('week.none')}</p> : null}
      <ul>
        {dates.map((date) => (
          <li
            key={date.key}
            className="grid grid-cols-[minmax(0,1fr)] gap-x-6 border-t border-rule py-3 md:grid-cols-[19.5rem_minmax(0,1fr)]"
          >
            <time className="tabular" dateTime={date.startsAt.toISOString()}>
              {longDate(date.startsAt, locale)}, {clockTime(date.startsAt, locale)}
            </time>
            <p>
              <a href={localized(locale, date.path)} lang={lang}>
                {date.title}
              </a>{' '}
              {isOff(date) ? <strong>{t(`week.${date.state}`)}</strong> : null}
              <span className="small block text-ink-soft" lang={lang}>
                {date.place}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
