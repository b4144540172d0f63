import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { StateLabel } from '@/components/ui/state-label';
import type { SeriesDate } from '@/lib/calendar/dates/types';
import { longDate } from '@/lib/i18n/dates';
import { OccurrenceState } from './occurrence-row';
import { hourText } from './words';

type DateListProps = {
  locale: string;
  dates: readonly SeriesDate[];
  /** The whole entry is called off. */
  cancelled: boolean;
  /** Beside each date, e.g. what one can do with it. */
  action?: ((date: SeriesDate) => ReactNode) | undefined;
};

/** The next dates of an entry, the cancelled ones struck through and said in words. */
export function DateList({ locale, dates, cancelled, action }: DateListProps) {
  return (
    <ul>
      {dates.map((date) => (
        <li
          key={date.localDate}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-rule py-3"
        >
          <DateWords locale={locale} date={cancelled ? { ...date, state: 'cancelled' } : date} />
          {action?.(date)}
        </li>
      ))}
    </ul>
  );
}

async function DateWords({ locale, date }: { locale: string; date: SeriesDate }) {
  const t = await getTranslations({ locale, namespace: 'calendar' });
  const { startsAt, endsAt, state } = date;
  const start = hourText(startsAt, locale);
  const words = (
    <time dateTime={startsAt.toISOString()} className="tabular">
      {longDate(startsAt, locale)}, {t('timeRange', { start, end: hourText(endsAt, locale) })}
    </time>
  );
  return (
    <div>
      <p>{state === 'cancelled' ? <s>{words}</s> : words}</p>
      {state === 'planned' ? null : (
        // No paragraph: a short bold one would pass for a heading.
        <div>
          <StateLabel tone={state === 'cancelled' ? 'late' : 'info'}>
            <OccurrenceState locale={locale} occurrence={date} />
          </StateLabel>
        </div>
      )}
    </div>
  );
}
