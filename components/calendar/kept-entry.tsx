import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { SeriesDate } from '@/lib/calendar/dates/types';
import type { KeptEntry, Neighbour } from '@/lib/calendar/entries/types';
import { calendarPaths } from '@/lib/calendar/paths';
import type { Named } from '@/lib/calendar/types';
import { contentLang, localized } from '@/lib/core/paths';
import { longDate, longDateTime } from '@/lib/i18n/dates';
import { areaPaths, type CalendarArea } from './area';
import { DateList } from './date-list';
import { EntryFacts } from './entry-facts';

type KeptEntryViewProps = {
  locale: string;
  area: CalendarArea;
  entry: KeptEntry;
  districts: readonly Named[];
  neighbours: readonly Neighbour[];
  isJustSaved: boolean;
  /** The partnership is over: dates can be called off, and nothing else. */
  isOver?: boolean;
};

/** An entry for whoever keeps it: what it says, what else is there, each date with its change. */
export async function KeptEntryView(props: KeptEntryViewProps) {
  const { locale, area, entry, districts, neighbours, isJustSaved, isOver = false } = props;
  const t = await getTranslations({ locale, namespace: 'calendar-partner' });
  const paths = areaPaths(area);
  return (
    <>
      {isJustSaved ? (
        <Notice tone="good" role="status">
          <p>{t('entry.saved')}</p>
        </Notice>
      ) : null}
      <PageHeader
        back={{ href: localized(locale, paths.list()), label: t('entry.back') }}
        title={entry.title}
        titleLang={contentLang(locale)}
        actions={
          <>
            {isOver ? null : (
              <ButtonLink href={localized(locale, paths.edit(entry.id))} variant="secondary">
                {t('entry.edit')}
              </ButtonLink>
            )}
            {entry.partnersOnly ? null : (
              <a href={localized(locale, calendarPaths.calendarEntry(entry.id))}>
                {t('entry.public')}
              </a>
            )}
          </>
        }
      />
      <NeighbourNotice locale={locale} neighbours={neighbours} />
      <EntryFacts locale={locale} entry={entry} districts={districts} />
      <Section title={t('entry.dates')}>
        {entry.dates.length === 0 ? (
          <p>{t('entry.over')}</p>
        ) : (
          <DateList
            locale={locale}
            dates={entry.dates}
            cancelled={entry.cancelled}
            action={
              entry.series.rrule === '' || entry.cancelled
                ? undefined
                : (date) => (
                    <DateAction
                      {...{ locale, date, isOver }}
                      href={paths.date(entry.id, date.localDate)}
                    />
                  )
            }
          />
        )}
      </Section>
    </>
  );
}

type DateActionProps = { locale: string; date: SeriesDate; isOver: boolean; href: string };

/** What can be done with one date; nothing where it is off and can only be called off. */
async function DateAction({ locale, date, isOver, href }: DateActionProps) {
  const t = await getTranslations({ locale, namespace: 'calendar-partner.entry' });
  if (isOver && date.state === 'cancelled') return null;
  const about = { date: longDate(date.startsAt, locale) };
  return (
    <a href={localized(locale, href)}>
      <span aria-hidden="true">{t(isOver ? 'callOffDate' : 'changeDate')}</span>
      <VisuallyHidden>{t(isOver ? 'callOffAbout' : 'about', about)}</VisuallyHidden>
    </a>
  );
}

async function NeighbourNotice({
  locale,
  neighbours,
}: {
  locale: string;
  neighbours: readonly Neighbour[];
}) {
  const t = await getTranslations({ locale, namespace: 'calendar-partner' });
  if (neighbours.length === 0) return null;
  return (
    <Notice tone="warn" title={t('entry.neighboursTitle')}>
      <ul className="list-disc ps-5">
        {neighbours.map(({ title, organizer, startsAt }) => (
          <li key={`${title} ${startsAt.toISOString()}`}>
            {t('entry.neighbour', { date: longDateTime(startsAt, locale), title, organizer })}
          </li>
        ))}
      </ul>
      <p>{t('entry.neighboursText')}</p>
    </Notice>
  );
}
