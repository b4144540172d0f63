import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { accountsPaths } from '@/lib/accounts/paths';
import { saysItself } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { votingPaths } from '@/lib/voting/paths';

type Props = { params: Promise<{ locale: string }> };

const areJustStopped = () => saysItself('reminders.said.stopped');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return pageTitle(locale, areJustStopped() ? 'reminders.said.stopped' : 'reminders.off.title');
}

/** Only whoever was led here by stopping them, or got that link from them, is told that they are off. */
export default async function RemindersAreOffPage({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'reminders' });
  return (
    <ActShell locale={locale} path={votingPaths.remindersAreOff()} current="polls">
      {areJustStopped() ? (
        <PageHeader title={t('said.stopped')} lead={t('off.doneText')} />
      ) : (
        <>
          <PageHeader title={t('off.title')} lead={t('off.elsewhere')} />
          <p>
            <a href={localized(locale, accountsPaths.accountReminders())}>{t('off.account')}</a>
          </p>
        </>
      )}
      <p>
        <a href={localized(locale, votingPaths.polls())}>{t('off.polls')}</a>
      </p>
    </ActShell>
  );
}
