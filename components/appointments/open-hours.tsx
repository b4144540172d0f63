import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import type { OpenHours } from '@/lib/appointments/types';
import { contentLang } from '@/lib/core/paths';
import { doorTime } from '@/lib/i18n/dates';
import { languageName } from './words';

type OpenHoursListProps = { locale: string; hours: readonly OpenHours[] };

/** When everybody may come without an appointment; who comes gets a number. */
export async function OpenHoursList({ locale, hours }: OpenHoursListProps) {
  if (hours.length === 0) return null;
  const t = await getTranslations({ locale, namespace: 'appointments' });
  const day = await getTranslations({ locale, namespace: 'common.weekday' });
  return (
    <Section title={t('open.title')} intro={<p>{t('open.text')}</p>}>
      <ul className="stack">
        {hours.map(({ weekday, starts, ends, place, stepFree, languages }) => (
          <li key={[weekday, starts, place].join()}>
            <strong>
              {t('open.line', {
                // messages: common.weekday.*
                weekday: day(`${weekday as 1}`),
                from: doorTime(starts),
                until: doorTime(ends),
              })}
            </strong>
            {', '}
            <span lang={contentLang(locale)}>{place}</span>
            {stepFree ? `, ${t('stepFree')}` : null}
            {` (${languages.map((code) => languageName(code, locale)).join(', ')})`}
          </li>
        ))}
      </ul>
    </Section>
  );
}
