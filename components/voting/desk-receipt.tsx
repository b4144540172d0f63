import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { CodeDisplay } from '@/components/ui/code-display';
import { Receipt } from '@/components/ui/receipt';
import { contentLang } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';
import type { PollView } from '@/lib/voting/types';

type DeskReceiptProps = { locale: string; poll: PollView; receipt: string; title: string };

/** The receipt of a ballot cast in the office or by phone: large enough to be copied or read out. */
export async function DeskReceipt({ locale, poll, receipt, title }: DeskReceiptProps) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  return (
    <>
      <Receipt title={title}>
        <p>
          {t('receipt.poll', { number: poll.number })}{' '}
          <span lang={contentLang(locale)}>{poll.rule.question}</span>
        </p>
        <CodeDisplay label={t('receipt.code')} code={receipt} size="large" />
      </Receipt>
      <Section title={t('receipt.meaningTitle')}>
        <p className="measure">{t('receipt.proves')}</p>
        <p>{t('receipt.resultWhen', { when: longDateTime(poll.closesAt, locale) })}</p>
      </Section>
    </>
  );
}
