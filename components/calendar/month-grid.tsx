import { getTranslations } from 'next-intl/server';
import { MonthCalendar } from '@/components/ui/month-calendar';
import { Pagination } from '@/components/ui/pagination';
import { isNarrow } from '@/lib/calendar/rules';
import type { MonthDay, MonthView, Occurrence } from '@/lib/calendar/types';
import { localized } from '@/lib/core/paths';
import { monthName } from '@/lib/i18n/dates';
import { monthPath } from './links';
import { dayText, hourText } from './words';

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** One month as a table, with the way to its neighbours. */
type OffWords = Partial<Record<Occurrence['state'], string>>;

export async function MonthGrid({ locale, view }: { locale: string; view: MonthView }) {
  const t = await getTranslations({ locale, namespace: 'calendar' });
  const common = await getTranslations({ locale, namespace: 'common' });
  const { month, scope, today, weeks } = view;
  const step = (to: string | null) =>
    to
      ? { href: localized(locale, monthPath(scope, to)), label: monthName(to, locale) }
      : undefined;
  const off: OffWords = { cancelled: t('cancelled'), postponed: t('postponedShort') };
  const cell = ({ date, outside, occurrences }: MonthDay) => ({
    date,
    day: String(Number(date.slice(8))),
    label: dayText(date, locale),
    outside,
    today: date === today ? t('today') : undefined,
    entries: occurrences.map(({ key, path, title, startsAt, state }) => ({
      id: key,
      href: localized(locale, path),
      time: hourText(startsAt, locale),
      title,
      cancelled: off[state],
    })),
  });
  const isEmpty = weeks.every((week) => week.every((day) => day.occurrences.length === 0));
  return (
    <div className="stack">
      <Pagination label={t('month.steps')} previous={step(view.previous)} next={step(view.next)} />
      {isEmpty ? <p>{t(isNarrow(scope) ? 'empty.monthNarrow' : 'empty.month')}</p> : null}
      <MonthCalendar
        caption={t('month.caption', { month: monthName(month, locale) })}
        weekdays={WEEKDAYS.map((day) => ({
          short: t(`weekdayShort.${day}`),
          long: common(`weekday.${day}`),
        }))}
        weeks={weeks.map((week) => week.map(cell))}
      />
    </div>
  );
}
