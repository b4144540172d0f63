import { getTranslations } from 'next-intl/server';
import { changeDateAction } from '@/app/[locale]/(partner)/partner/termin/actions';
import { Form } from '@/app/[locale]/form';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { DateChangeFields, dateValues } from '@/components/calendar/date-fields';
import { PageHeader } from '@/components/layout/page-header';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { getKeptDate } from '@/lib/calendar/kept/queries';
import { localized, routes } from '@/lib/core/routes';
import { longDate } from '@/lib/i18n/dates';

interface Props {
  params: Promise<{ locale: string; id: string; date: string }>;
}

export async function generateMetadata({ params }: Props) {
  return pageTitle((await params).locale, 'calendar-partner.date.change');
}

/** Cancels, moves or restores one date of a series. */
export default async function TeamEntryDatePage({ params }: Props) {
  const { locale, id, date } = await params;
  const path = routes.teamCalendarDate(id, date);
  const found = await guarded(locale, path, async () =>
    getKeptDate(await requireCoordinator(), id, date),
  );
  const t = await getTranslations({ locale, namespace: 'calendar-partner' });
  const { title, series } = found.entry;
  return (
    <TeamShell locale={locale} path={path} current="calendar">
      <PageHeader
        back={{ href: localized(locale, routes.teamCalendarEntry(id)), label: t('edit.back') }}
        overline={title}
        title={longDate(found.date.plannedStart ?? found.date.startsAt, locale)}
      />
      <Form
        locale={locale}
        action={changeDateAction}
        submitLabel={t('date.submit')}
        values={dateValues(found.date, series.timeZone)}
      >
        <DateChangeFields locale={locale} area="team" id={id} localDate={date} />
      </Form>
    </TeamShell>
  );
}
