import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { RecoveryCodeList } from '@/components/accounts/recovery-code-list';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { requireActor } from '@/lib/accounts/actor';
import { guarded, ownFirstPage } from '@/lib/accounts/page-guard';
import { accountsPaths, safeNext } from '@/lib/accounts/paths';
import { getNewRecoveryCodes } from '@/lib/accounts/second-factor/queries';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ next?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'accounts.recovery.title');
}

/** Shown once, right after the set-up, to be printed or written down. */
export default async function RecoveryCodesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { next: asked } = await believed(searchParams);
  const path = accountsPaths.recoveryCodes();
  const { codes, own } = await guarded(locale, path, async () => {
    const actor = await requireActor();
    return { codes: await getNewRecoveryCodes(actor), own: ownFirstPage(actor) };
  });
  const t = await getTranslations({ locale, namespace: 'accounts' });
  const next = typeof asked === 'string' ? safeNext(asked) : localized(locale, own);
  return (
    <ActShell locale={locale} path={path}>
      <PageHeader title={t('recovery.title')} lead={t('recovery.lead')} />
      <RecoveryCodeList label={t('recovery.listLabel')} codes={codes} />
      <Notice tone="warn" title={t('recovery.onceTitle')}>
        {t('recovery.onceText')}
      </Notice>
      <p className="no-print">{t('recovery.print')}</p>
      <p className="no-print">
        <ButtonLink href={next}>{t('recovery.goOn')}</ButtonLink>
      </p>
    </ActShell>
  );
}
