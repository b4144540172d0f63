import { getTranslations } from 'next-intl/server';
import { addEntryAction } from '@/app/[locale]/(partner)/partner/termin/actions';
import { Form } from '@/app/[locale]/form';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { EntryFields } from '@/components/calendar/entry-fields';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { requireKeeper } from '@/lib/calendar/kept/queries';
import { localized, routes } from '@/lib/core/routes';
import { getOffice } from '@/lib/settings/queries';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props) {
  return pageTitle((await params).locale, 'calendar-partner.new.title');
}

/** A new entry, by the office: published at once. */
export default async function TeamNewEntryPage({ params }: Props) {
  const { locale } = await params;
  const path = routes.teamCalendarNew();
  await guarded(locale, path, async () => requireKeeper(await requireCoordinator()));
  const t = await getTranslations({ locale, namespace: 'calendar-partner' });
  const { districts } = await getOffice({ locale });
  const back = localized(locale, routes.teamCalendar());
  return (
    <TeamShell locale={locale} path={path} current="calendar">
      <PageHeader back={{ href: back, label: t('entry.back') }} title={t('new.title')} />
      <Form
        locale={locale}
        action={addEntryAction}
        submitLabel={t('new.submit')}
        values={{ repeat: 'once' }}
        secondary={
          <ButtonLink href={back} variant="quiet">
            {t('new.cancel')}
          </ButtonLink>
        }
      >
        <EntryFields locale={locale} area="team" ofOffice={true} districts={districts} />
      </Form>
    </TeamShell>
  );
}
