import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { CodeDisplay } from '@/components/ui/code-display';
import { PrintButton } from '@/components/ui/print-button';
import { Receipt } from '@/components/ui/receipt';
import { contentLang, localized } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';
import { votingPaths } from '@/lib/voting/paths';
import type { PollPhase, ReceiptView } from '@/lib/voting/types';

/** How a poll can end without a count. */
const ENDS: Partial<
  Record<PollPhase, { title: 'cancelled' | 'annulled'; text: 'destroyed' | 'shut' }>
> = {
  cancelled: { title: 'cancelled', text: 'destroyed' },
  annulled: { title: 'annulled', text: 'shut' },
};

/** Says that a ballot lies in the box; made to be printed or written down. */
export async function ReceiptPage({ locale, found }: { locale: string; found: ReceiptView }) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  const desk = await getTranslations({ locale, namespace: 'voting-desk' });
  const { number, question, phase, closesAt } = found.poll;
  const end = ENDS[phase];
  return (
    <>
      {/* messages: voting.page.cancelled voting.page.annulled voting.receipt.destroyed voting.receipt.shut */}
      <Receipt title={end ? t(`page.${end.title}`) : t('receipt.title')} quiet={Boolean(end)}>
        <p>
          {t('receipt.poll', { number })} <span lang={contentLang(locale)}>{question}</span>
        </p>
        <CodeDisplay label={t('receipt.code')} code={found.receipt} />
        {end ? <p>{t(`receipt.${end.text}`)}</p> : null}
      </Receipt>
      <Section title={t('receipt.meaningTitle')}>
        <p className="measure">{t('receipt.proves')}</p>
        {end ? null : (
          <>
            <p className="measure no-print">{t('receipt.keep')}</p>
            <PrintButton label={desk('kiosk.print')} />
          </>
        )}
        {phase === 'open' ? (
          <p>{t('receipt.resultWhen', { when: longDateTime(closesAt, locale) })}</p>
        ) : null}
        <p>
          <a href={localized(locale, votingPaths.poll(number))}>{t('ballot.toPoll')}</a>
        </p>
      </Section>
    </>
  );
}
