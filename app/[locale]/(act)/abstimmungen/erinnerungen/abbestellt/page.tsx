import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { localized } from '@/lib/core/paths';
import { votingPaths } from '@/lib/voting/paths';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'reminders.off.doneTitle');
}

export default async function RemindersAreOffPage({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'reminders' });
  return (
    <ActShell locale={locale} path={votingPaths.remindersAreOff()} current="polls">
      <PageHeader title={t('off.doneTitle')} lead={t('off.doneText')} />
      <p>
        <a href={localized(locale, votingPaths.polls())}>{t('off.polls')}</a>
      </p>
    </ActShell>
  );
}
