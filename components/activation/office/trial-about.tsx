import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { SummaryList } from '@/components/ui/summary-list';
import type { TrialView } from '@/lib/activation/formats/types';
import { typedHours } from '@/lib/activation/trials/rules';
import type { FormAction } from '@/lib/core/form-state';
import { localized } from '@/lib/core/paths';
import { euros } from '@/lib/i18n/money';
import { proposalsPaths } from '@/lib/proposals/paths';

interface TrialAboutProps {
  locale: string;
  trial: TrialView;
  strikeQuotes: FormAction;
}

/** What a trial was, where nothing of it can be changed any more. */
export async function TrialAbout({ locale, trial, strikeQuotes }: TrialAboutProps) {
  const t = await getTranslations({ locale, namespace: 'activation-trials' });
  // messages: activation.party.* activation-trials.weather.*
  const party = await getTranslations({ locale, namespace: 'activation.party' });
  const { reached, firstTimers, costCents, staffMinutes, weather, quotes, proposals } = trial;
  const said = (value: number | null, words: (value: number) => string = String) =>
    value === null ? t('table.uncounted') : words(value);
  return (
    <>
      <p className="measure">{t('case.fixed')}</p>
      <SummaryList
        rows={[
          { label: t('field.ranBy'), value: party(trial.ranBy) },
          { label: t('field.reached'), value: said(reached) },
          { label: t('field.firstTimers'), value: said(firstTimers) },
          { label: t('field.staffMinutes'), value: said(staffMinutes, typedHours) },
          { label: t('field.costCents'), value: said(costCents, (cents) => euros(cents, locale)) },
          { label: t('field.weather'), value: t(`weather.${weather ?? 'none'}`) },
          { label: t('field.proposals'), value: said(proposals) },
          {
            label: t('field.proposalNumbers'),
            value: <Numbers locale={locale} numbers={trial.proposalNumbers} />,
          },
          {
            label: t('field.quotes'),
            value: <p className="whitespace-pre-line wrap-anywhere">{quotes}</p>,
          },
        ]}
      />
      {quotes === '' ? null : (
        <Form
          locale={locale}
          action={strikeQuotes}
          submitLabel={t('case.strikeQuotes')}
          submitVariant="quiet"
          warnOnLeave={false}
        >
          <HiddenFields values={{ id: trial.id, version: String(trial.version) }} />
          <p>{t('case.strikeQuotesText')}</p>
        </Form>
      )}
    </>
  );
}

const Numbers = ({ locale, numbers }: { locale: string; numbers: readonly number[] }) => (
  <span className="cluster">
    {numbers.map((number) => (
      <a key={number} href={localized(locale, proposalsPaths.teamProposal(number))}>
        {number}
      </a>
    ))}
  </span>
);
