import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page-header';
import { Prose, Section } from '@/components/layout/section';
import { Notice } from '@/components/ui/notice';
import type { EntryWithDates } from '@/lib/calendar/entries/types';
import { calendarPaths } from '@/lib/calendar/paths';
import type { Named } from '@/lib/calendar/types';
import { contentLang, localized } from '@/lib/core/paths';
import { longDate } from '@/lib/i18n/dates';
import { DateList } from './date-list';
import { EntryFacts } from './entry-facts';

type EntryPageProps = { locale: string; entry: EntryWithDates; districts: readonly Named[] };

/** Everything about one entry: what, when, where, and which of its dates are off. */
export async function EntryPage({ locale, entry, districts }: EntryPageProps) {
  const t = await getTranslations({ locale, namespace: 'calendar' });
  const { title, description, kind, cancelled, note, dates, series } = entry;
  const lang = contentLang(locale);
  const isSeries = series.rrule !== '';
  return (
    <>
      <PageHeader
        back={{ href: localized(locale, calendarPaths.calendar()), label: t('entry.back') }}
        overline={t(`kind.${kind}`)}
        title={title}
      />
      {cancelled ? (
        <Notice tone="problem" title={t(isSeries ? 'entry.cancelledSeries' : 'entry.cancelled')}>
          {note ? <p lang={lang}>{t('entry.reason', { note })}</p> : null}
        </Notice>
      ) : null}
      <EntryFacts locale={locale} entry={entry} districts={districts} />
      {description ? (
        <div className="mt-8">
          <Prose lang={lang}>
            {paragraphsOf(description).map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </Prose>
        </div>
      ) : null}
      <Section title={t(isSeries ? 'entry.nextDates' : 'entry.nextDate')}>
        {dates.length === 0 ? (
          <p>{t('entry.over')}</p>
        ) : (
          <DateList locale={locale} dates={dates} cancelled={cancelled} />
        )}
      </Section>
      <div className="stack no-print mt-10">
        <p>
          {t('entry.subscribe')}{' '}
          <a href={localized(locale, calendarPaths.calendarSubscribe())}>{t('subscribeLink')}</a>
        </p>
        <p className="small text-ink-soft">
          {t('entry.changed', { date: longDate(entry.changedAt, locale) })}
        </p>
      </div>
    </>
  );
}

/** Blank lines divide paragraphs; the same one twice is one too many anyway. */
function paragraphsOf(text: string): string[] {
  return [...new Set(text.split(/\n+/).filter(Boolean))];
}
