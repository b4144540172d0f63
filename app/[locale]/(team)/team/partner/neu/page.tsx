import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { PageHeader } from '@/components/layout/page-header';
import { OfficeFields } from '@/components/network/office-fields';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { localized } from '@/lib/core/paths';
import { networkPaths } from '@/lib/network/paths';
import { addPartnerAction } from '../actions';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'network.add.title');
}

export default async function TeamPartnerNewPage({ params }: Props) {
  const { locale } = await params;
  const path = networkPaths.teamPartnerNew();
  await guarded(locale, path, requireCoordinator);
  const t = await getTranslations({ locale, namespace: 'network' });
  return (
    <TeamShell holdsText locale={locale} path={path} current="network">
      <PageHeader
        back={{ href: localized(locale, networkPaths.teamPartners()), label: t('list.title') }}
        title={t('add.title')}
        lead={t('add.lead')}
      />
      <Form locale={locale} action={addPartnerAction} submitLabel={t('add.submit')}>
        <OfficeFields locale={locale} />
      </Form>
    </TeamShell>
  );
}
