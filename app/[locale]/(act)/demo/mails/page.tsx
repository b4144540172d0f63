import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { DataTable } from '@/components/ui/data-table';
import { DateTime } from '@/components/ui/date-time';
import { listDemoMails } from '@/lib/accounts/demo/queries';
import { guarded } from '@/lib/accounts/page-guard';
import { localized } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';
import { mailPaths } from '@/lib/mail/paths';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'demo.mails.title');
}

export default async function DemoMailsPage({ params }: Props) {
  const { locale } = await params;
  const path = mailPaths.demoMails();
  const mails = await guarded(locale, path, async () => listDemoMails());
  const t = await getTranslations({ locale, namespace: 'demo' });
  return (
    <ActShell locale={locale} path={path}>
      <PageHeader title={t('mails.title')} lead={t('mails.lead')} />
      <DataTable
        caption={t('mails.title')}
        captionHidden
        columns={[
          { key: 'subject', label: t('mails.subject'), rowHeader: true },
          { key: 'recipient', label: t('mails.recipient') },
          { key: 'at', label: t('mails.at') },
        ]}
        rows={mails.map((mail) => ({
          id: mail.id,
          cells: {
            subject: <a href={localized(locale, mailPaths.demoMail(mail.id))}>{mail.subject}</a>,
            recipient: mail.recipient,
            at: (
              <DateTime value={mail.createdAt.toISOString()}>
                {longDateTime(mail.createdAt, locale)}
              </DateTime>
            ),
          },
        }))}
        empty={t('mails.empty')}
      />
    </ActShell>
  );
}
