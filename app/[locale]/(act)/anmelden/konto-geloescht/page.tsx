import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { Receipt } from '@/components/ui/receipt';
import { accountsPaths } from '@/lib/accounts/paths';
import { saysItself } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { settingsPaths } from '@/lib/settings/paths';

interface Props {
  params: Promise<{ locale: string }>;
}

const isJustDeleted = () => saysItself('profile.said.deleted');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return pageTitle(locale, isJustDeleted() ? 'profile.said.deleted' : 'profile.delete.title');
}

/** Only whoever was led here by deleting an account, or got that link from them, is told that there is none any more. */
export default async function AccountDeletedPage({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'profile' });
  const home = (
    <ButtonLink href={localized(locale, settingsPaths.home())}>{t('deleted.home')}</ButtonLink>
  );
  return (
    <ActShell locale={locale} path={accountsPaths.accountDeleted()}>
      {isJustDeleted() ? (
        <Receipt title={t('said.deleted')}>
          <p>{t('deleted.text')}</p>
          {home}
        </Receipt>
      ) : (
        <>
          <PageHeader title={t('delete.title')} />
          {home}
        </>
      )}
    </ActShell>
  );
}
