import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { inGroups } from '@/components/ui/code-display';
import { contentLang, localized } from '@/lib/core/paths';
import { votingPaths } from '@/lib/voting/paths';
import type { ReceiptList } from '@/lib/voting/tell/types';

/** More than these make a page slow on an old phone; the file has all of them. */
const SHOWN = 1000;

/** All receipts of a box for everybody to see. */
export async function ReceiptListPage({ locale, list }: { locale: string; list: ReceiptList }) {
  const t = await getTranslations({ locale, namespace: 'voting-result' });
  const { poll, receipts } = list;
  return (
    <>
      <PageHeader
        title={t('receipts.pageTitle', { number: poll.number })}
        lead={t('receipts.lead')}
        back={{ href: localized(locale, votingPaths.poll(poll.number)), label: t('recount.back') }}
      />
      <p lang={contentLang(locale)}>{poll.question}</p>
      <p className="no-print">
        <ButtonLink href={localized(locale, votingPaths.receiptLookup())} variant="secondary" arrow>
          {t('receipts.look')}
        </ButtonLink>
      </p>
      <Section title={t('receipts.count', { n: receipts.length })}>
        {receipts.length > SHOWN ? <p>{t('receipts.tooMany', { shown: SHOWN })}</p> : null}
        <ol className="receipt-list" translate="no">
          {receipts.slice(0, SHOWN).map((receipt) => (
            <li key={receipt}>{inGroups(receipt, 4).join(' ')}</li>
          ))}
        </ol>
        {receipts.length > 0 ? (
          <p>
            <a
              href={votingPaths.pollReceiptsFile(poll.number)}
              download={`quittungen-${poll.number}.txt`}
            >
              {t('receipts.file')}
            </a>
          </p>
        ) : null}
      </Section>
    </>
  );
}
