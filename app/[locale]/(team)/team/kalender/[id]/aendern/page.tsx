import { getTranslations } from 'next-intl/server';
import { changeEntryAction } from '@/app/[locale]/(partner)/partner/termin/actions';
import { Form } from '@/app/[locale]/form';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { EntryFields } from '@/components/calendar/entry-fields';
import { entryValues } from '@/components/calendar/entry-values';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { Notice } from '@/components/ui/notice';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { getKeptEntry } from '@/lib/calendar/kept/queries';
import { localized, routes } from '@/lib/core/routes';
import { getOffice } from '@/lib/settings/queries';

interface Props {
  params: Promise<{ locale: string; id: string }>;
}

export async function generateMetadata({ params }: Props) {
  return pageTitle((await params).locale, 'calendar-partner.edit.title');
}

/** Changes an entry for all of its dates. */
export default async function TeamEditEntryPage({ params }: Props) {
  const { locale, id } = await params;
  const path = routes.teamCalendarEntryEdit(id);
  const entry = await guarded(locale, path, async () =>
    getKeptEntry(await requireCoordinator(), id),
  );
  const t = await getTranslations({ locale, namespace: 'calendar-partner' });
  const { districts } = await getOffice({ locale });
  return (
    <TeamShell locale={locale} path={path} current="calendar">
      <PageHeader
        back={{ href: localized(locale, routes.teamCalendarEntry(id)), label: t('edit.back') }}
        overline={entry.title}
        title={t('edit.title')}
      />
      {entry.series.rrule === '' ? null : (
        <Notice tone="info">
          <p>{t('edit.hintSeries')}</p>
        </Notice>
      )}
      <Form
        locale={locale}
        action={changeEntryAction}
        submitLabel={t('edit.submit')}
        values={entryValues(entry)}
      >
        <HiddenFields values={{ id: entry.id, sequence: String(entry.sequence) }} />
        <EntryFields
          locale={locale}
          area="team"
          ofOffice={entry.partnerId === null}
          districts={districts}
        />
      </Form>
    </TeamShell>
  );
}
