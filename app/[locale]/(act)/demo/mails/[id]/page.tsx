import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { MailText } from '@/components/accounts/mail-text';
import { PageHeader } from '@/components/layout/page-header';
import { getDemoMail } from '@/lib/accounts/demo/queries';
import { guarded } from '@/lib/accounts/page-guard';
import { localized } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';
import { mailPaths } from '@/lib/mail/paths';

interface Props {
  params: Promise<{ locale: string; id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'demo.mails.one');
}

export default async function DemoMailPage({ params }: Props) {
  const { locale, id } = await params;
  const path = mailPaths.demoMail(id);
  const mail = await guarded(locale, path, async () => getDemoMail(id));
  const t = await getTranslations({ locale, namespace: 'demo' });
  return (
    <ActShell locale={locale} path={path}>
      <PageHeader
        title={mail.subject}
        back={{ href: localized(locale, mailPaths.demoMails()), label: t('mails.back') }}
        meta={t('mails.meta', {
          recipient: mail.recipient,
          at: longDateTime(mail.createdAt, locale),
        })}
      />
      <MailText text={mail.text} />
    </ActShell>
  );
}
