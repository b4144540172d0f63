import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { QuickRequestFields } from '@/components/initiatives/quick-request-fields';
import { PageHeader } from '@/components/layout/page-header';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { localized } from '@/lib/core/paths';
import { initiativesPaths } from '@/lib/initiatives/paths';
import { listInitiativeNames } from '@/lib/initiatives/queries';
import { getOffice } from '@/lib/settings/queries';
import { enterRequestAction } from './actions';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'initiatives-office.entry.pageTitle');
}

/** While somebody is on the phone or at the counter: the request, typed in for them. */
export default async function EnterRequestPage({ params }: Props) {
  const { locale } = await params;
  const path = initiativesPaths.teamRequestNew();
  await guarded(locale, path, requireCoordinator);
  const t = await getTranslations({ locale, namespace: 'initiatives-office.entry' });
  const { districts } = await getOffice({ locale });
  return (
    <TeamShell holdsText locale={locale} path={path} current="requests">
      <PageHeader
        back={{ href: localized(locale, initiativesPaths.teamRequests()), label: t('back') }}
        title={t('pageTitle')}
        lead={t('lead')}
      />
      <Form
        locale={locale}
        action={enterRequestAction}
        submitLabel={t('saveAction')}
        values={{ channel: 'PHONE', contactKind: 'PHONE' }}
      >
        <QuickRequestFields
          locale={locale}
          districts={districts}
          groups={await listInitiativeNames()}
        />
      </Form>
    </TeamShell>
  );
}
