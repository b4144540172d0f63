import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { ButtonLink } from '@/components/ui/button';
import { Receipt } from '@/components/ui/receipt';
import { accountsPaths } from '@/lib/accounts/paths';
import { localized } from '@/lib/core/paths';
import { settingsPaths } from '@/lib/settings/paths';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'profile.deleted.title');
}

export default async function AccountDeletedPage({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'profile' });
  return (
    <ActShell locale={locale} path={accountsPaths.accountDeleted()}>
      <Receipt title={t('deleted.title')}>
        <p>{t('deleted.text')}</p>
        <ButtonLink href={localized(locale, settingsPaths.home())}>{t('deleted.home')}</ButtonLink>
      </Receipt>
    </ActShell>
  );
}
