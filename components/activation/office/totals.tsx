import { getTranslations } from 'next-intl/server';
import { SummaryList } from '@/components/ui/summary-list';
import { totalsOf } from '@/lib/activation/rules';
import type { TrialNumbers } from '@/lib/activation/types';
import { euros } from '@/lib/i18n/money';

interface TrialTotalsProps {
  locale: string;
  trials: readonly TrialNumbers[];
}

/** What the trials came to together, computed from them. */
export async function TrialTotals({ locale, trials }: TrialTotalsProps) {
  const t = await getTranslations({ locale, namespace: 'activation-evaluation.total' });
  const totals = totalsOf(trials);
  const said = (value: number | null, words: (value: number) => string = String) =>
    value === null ? t('uncounted') : words(value);
  const money = (cents: number) => euros(cents, locale);
  return (
    <SummaryList
      rows={[
        { label: t('trials'), value: String(totals.trials) },
        { label: t('reached'), value: String(totals.reached) },
        { label: t('first'), value: said(totals.firstTimers) },
        { label: t('cost'), value: said(totals.costCents, money) },
        {
          label: t('perFirst'),
          value:
            totals.centsPerFirstTimer === null
              ? t(totals.firstTimers === 0 ? 'none' : 'unknown')
              : money(totals.centsPerFirstTimer),
        },
        { label: t('proposals'), value: said(totals.proposals) },
      ]}
    />
  );
}
