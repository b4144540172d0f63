import { getTranslations } from 'next-intl/server';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { plusDays } from '@/lib/calendar/dates/rules';
import { calendarPaths } from '@/lib/calendar/paths';
import { isNarrow } from '@/lib/calendar/rules';
import type { Agenda } from '@/lib/calendar/types';
import { localized } from '@/lib/core/paths';
import { OccurrenceRow } from './occurrence-row';
import { dayText } from './words';

/** The coming weeks, one heading per day. */
export async function AgendaList({ locale, agenda }: { locale: string; agenda: Agenda }) {
  const t = await getTranslations({ locale, namespace: 'calendar' });
  const { days, today, scope } = agenda;
  if (days.length === 0) {
    const narrowed = isNarrow(scope);
    const whole = { href: localized(locale, calendarPaths.calendar()), label: t('empty.action') };
    return (
      <EmptyState title={t('empty.title')} action={narrowed ? whole : undefined}>
        <p>{t(narrowed ? 'empty.narrow' : 'empty.text')}</p>
      </EmptyState>
    );
  }
  const near: Record<string, string> = { [today]: t('today'), [plusDays(today, 1)]: t('tomorrow') };
  return (
    <div className="mt-10 print:mt-4 print:columns-2 print:gap-8">
      {days.map(({ date, occurrences }) => (
        <section
          key={date}
          className="mb-10 break-inside-avoid print:mb-3"
          aria-labelledby={`d${date}`}
        >
          <h2 id={`d${date}`} className="mb-3 print:mb-1">
            {near[date] ? `${near[date]}, ` : ''}
            <DateTime value={date}>{dayText(date, locale)}</DateTime>
          </h2>
          <ul>
            {occurrences.map((occurrence) => (
              <OccurrenceRow key={occurrence.key} locale={locale} occurrence={occurrence} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
