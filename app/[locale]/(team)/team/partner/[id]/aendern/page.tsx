import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { OfficeFields } from '@/components/network/office-fields';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { localized } from '@/lib/core/paths';
import { networkPaths } from '@/lib/network/paths';
import { getPartnerCase } from '@/lib/network/queries';
import { changePartnerAction } from '../../actions';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'network.change.title');
}

export default async function TeamPartnerChangePage({ params }: Props) {
  const { locale, id } = await params;
  const path = networkPaths.teamPartnerChange(id);
  const partner = await guarded(locale, path, async () =>
    getPartnerCase(await requireCoordinator(), id),
  );
  const t = await getTranslations({ locale, namespace: 'network' });
  return (
    <TeamShell holdsText locale={locale} path={path} current="network">
      <PageHeader
        back={{ href: localized(locale, networkPaths.teamPartner(id)), label: partner.name }}
        title={t('change.title')}
      />
      <Form locale={locale} action={changePartnerAction} submitLabel={t('change.submit')}>
        <HiddenFields values={{ id, version: String(partner.version) }} />
        <OfficeFields locale={locale} partner={partner} />
      </Form>
    </TeamShell>
  );
}
