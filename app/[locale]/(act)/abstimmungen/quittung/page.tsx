import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { PageHeader } from '@/components/layout/page-header';
import { ReceiptFields } from '@/components/voting/receipt-fields';
import { localized } from '@/lib/core/paths';
import { votingPaths } from '@/lib/voting/paths';
import { lookUpReceiptAction } from './actions';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return pageTitle(locale, 'voting.receipt.lookupTitle');
}

export default async function ReceiptLookupPage({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'voting' });
  return (
    <ActShell holdsText locale={locale} path={votingPaths.receiptLookup()} current="polls">
      <PageHeader
        title={t('receipt.lookupTitle')}
        lead={t('receipt.proves')}
        back={{ href: localized(locale, votingPaths.polls()), label: t('page.back') }}
      />
      <Form
        locale={locale}
        action={lookUpReceiptAction}
        submitLabel={t('receipt.lookUp')}
        warnOnLeave={false}
      >
        <ReceiptFields locale={locale} />
      </Form>
    </ActShell>
  );
}
