import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { calendarPaths } from '@/lib/calendar/paths';
import type { Agenda, CalendarPlace, MonthView } from '@/lib/calendar/types';
import { localized } from '@/lib/core/paths';
import { AgendaList } from './agenda-list';
import { CalendarNav } from './calendar-nav';
import { MonthGrid } from './month-grid';

/** The calendar as a list; on paper "dates to cut out", the frame puts the office below. */
export async function AgendaPage({ locale, agenda }: { locale: string; agenda: Agenda }) {
  const t = await getTranslations({ locale, namespace: 'calendar' });
  return (
    <>
      <PageHeader title={await headingOf(locale, agenda)} lead={t('lead')} />
      <CalendarNav locale={locale} place={agenda} />
      <p className="print-only">
        <strong>{t('print.title')}</strong>
      </p>
      <AgendaList locale={locale} agenda={agenda} />
      <div className="stack no-print">
        <SubscribeLink locale={locale} />
        <p className="text-ink-soft">{t('print.hint')}</p>
      </div>
    </>
  );
}

/** The calendar as a month. */
export async function MonthPage({ locale, view }: { locale: string; view: MonthView }) {
  return (
    <>
      <PageHeader title={await headingOf(locale, view)} />
      <CalendarNav locale={locale} place={view} month={view.month} />
      <MonthGrid locale={locale} view={view} />
      <p className="no-print mt-8">
        <SubscribeLink locale={locale} />
      </p>
    </>
  );
}

async function SubscribeLink({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'calendar' });
  return (
    <ButtonLink href={localized(locale, calendarPaths.calendarSubscribe())} variant="secondary">
      {t('subscribeLink')}
    </ButtonLink>
  );
}

async function headingOf(
  locale: string,
  { district, scope, kinds }: CalendarPlace,
): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'calendar' });
  if (district) return t('heading.district', { district: district.name });
  const kind = kinds.find((one) => one.kind === scope.kind);
  return kind ? t('heading.kind', { kind: kind.name }) : t('heading.all');
}
