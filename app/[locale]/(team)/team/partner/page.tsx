import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { PartnerTable } from '@/components/network/partner-table';
import { ButtonLink } from '@/components/ui/button';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { localized } from '@/lib/core/paths';
import { networkPaths } from '@/lib/network/paths';
import { listPartners } from '@/lib/network/queries';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'network.list.title');
}

/** The office's address book of organisations. */
export default async function TeamPartnersPage({ params }: Props) {
  const { locale } = await params;
  const path = networkPaths.teamPartners();
  const partners = await guarded(locale, path, async () =>
    listPartners(await requireCoordinator()),
  );
  const t = await getTranslations({ locale, namespace: 'network.list' });
  return (
    <TeamShell locale={locale} path={path} current="network">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <ButtonLink href={localized(locale, networkPaths.teamPartnerNew())}>
              {t('add')}
            </ButtonLink>
            <a href={localized(locale, networkPaths.guide())}>{t('guide')}</a>
          </>
        }
      />
      <PartnerTable locale={locale} partners={partners} />
    </TeamShell>
  );
}
