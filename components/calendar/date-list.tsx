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
export async function DateList({ locale, dates, cancelled, action }: DateListProps) {
  const t = await getTranslations({ locale, namespace: 'calendar' });
  return (
    <ul>
      {dates.map((date) => {
        const isOff = cancelled || date.state === 'cancelled';
        const time = t('timeRange', {
          start: hourText(date.startsAt, locale),
          end: hourText(date.endsAt, locale),
        });
        const words = (
          <time dateTime={date.startsAt.toISOString()} className="tabular">
            {longDate(date.startsAt, locale)}, {time}
          </time>
        );
        return (
          <li
            key={date.localDate}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-rule py-3"
          >
            <div>
              <p>{isOff ? <s>{words}</s> : words}</p>
              {isOff || date.state === 'moved' ? (
                <p>
                  <StateLabel tone={isOff ? 'late' : 'info'}>
                    <OccurrenceState
                      locale={locale}
                      occurrence={isOff ? { ...date, state: 'cancelled' } : date}
                    />
                  </StateLabel>
                </p>
              ) : null}
            </div>
            {action ? action(date) : null}
          </li>
        );
      })}
    </ul>
  );
}
