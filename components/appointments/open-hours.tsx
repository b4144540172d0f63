import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import type { OpenHours } from '@/lib/appointments/types';
import { dayColumn } from '@/lib/core/day.mjs';
import { contentLang } from '@/lib/core/paths';
import { doorTime, weekdayDay } from '@/lib/i18n/dates';
import { languageName } from './words';

type OpenHoursListProps = { locale: string; hours: readonly OpenHours[] };

/** Days on which everybody may come without an appointment; who comes gets a number. */
export async function OpenHoursList({ locale, hours }: OpenHoursListProps) {
  if (hours.length === 0) return null;
  const t = await getTranslations({ locale, namespace: 'appointments' });
  return (
    <Section title={t('open.title')} intro={<p>{t('open.text')}</p>}>
      <ul className="stack">
        {hours.map(({ day, starts, ends, place, stepFree, languages }) => (
          <li key={[day, starts, ends, place, stepFree, languages].join()}>
            <strong>
              {t('open.line', {
                day: weekdayDay(dayColumn(day), locale),
                from: doorTime(starts),
                until: doorTime(ends),
              })}
            </strong>
            {', '}
            <span lang={contentLang(locale)}>{place}</span>
            {`, ${stepFree ? t('stepFree') : t('steps')}`}
            {` (${languages.map((code) => languageName(code, locale)).join(', ')})`}
          </li>
        ))}
      </ul>
    </Section>
  );
}
