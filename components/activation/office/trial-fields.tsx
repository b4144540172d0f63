import { getTranslations } from 'next-intl/server';
import { DateField } from '@/components/form/date-fields';
import { SeenBy } from '@/components/form/field-parts';
import { FieldRow, Fieldset } from '@/components/form/fieldset';
import { Select } from '@/components/form/select';
import { TextArea } from '@/components/form/text-area';
import { NumberField, TextField } from '@/components/form/text-field';
import type { TrialView } from '@/lib/activation/formats/types';
import { PARTIES, WEATHERS } from '@/lib/activation/rules';
import { QUOTES_MAX, typedHours } from '@/lib/activation/trials/rules';
import { typedAmount } from '@/lib/core/money';

/** All of it has the same readers; said once. */
const TRIAL_SEEN = 'trial-seen';
const seen = { above: TRIAL_SEEN };

interface WhenFieldsProps {
  locale: string;
  districts: readonly { id: string; name: string }[];
  start: Partial<Pick<TrialView, 'day' | 'districtId' | 'ranBy'>>;
}

/** When, where and by whom something is tried. */
export async function WhenFields({ locale, districts, start }: WhenFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'activation-trials.field' });
  const trials = await getTranslations({ locale, namespace: 'activation-trials' });
  // messages: activation.party.*
  const party = await getTranslations({ locale, namespace: 'activation.party' });
  return (
    <>
      <SeenBy id={TRIAL_SEEN} seen={{ audience: 'INTERNAL', text: trials('seen') }} />
      <DateField whoSees={seen} name="day" label={t('day')} required defaultValue={start.day} />
      <Select
        whoSees={seen}
        name="districtId"
        label={t('district')}
        placeholder={t('choose')}
        required
        defaultValue={start.districtId ?? ''}
        options={districts.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        whoSees={seen}
        name="ranBy"
        label={t('ranBy')}
        required
        defaultValue={start.ranBy ?? 'OFFICE'}
        options={PARTIES.map((value) => ({ value, label: party(value) }))}
      />
    </>
  );
}

interface ResultFieldsProps {
  locale: string;
  trial: TrialView;
}

const orNone = <T,>(value: number | null, words: (value: number) => T): T | undefined =>
  value === null ? undefined : words(value);

/** What came of it. Empty means that nobody counted. */
export async function ResultFields({ locale, trial }: ResultFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'activation-trials' });
  const numbers = [
    ['reached', orNone(trial.reached, String)],
    ['firstTimers', orNone(trial.firstTimers, String)],
  ] as const;
  return (
    <Fieldset legend={t('case.results')} hint={t('case.resultsText')}>
      <FieldRow>
        {numbers.map(([name, value]) => (
          // messages: activation-trials.field.*
          <NumberField
            key={name}
            name={name}
            label={t(`field.${name}`)}
            hint={name === 'reached' ? t('field.reachedHint') : undefined}
            whoSees={seen}
            defaultValue={value}
          />
        ))}
      </FieldRow>
      <NumberField
        name="staffMinutes"
        label={t('field.staffMinutes')}
        hint={t('field.staffMinutesHint')}
        whoSees={seen}
        inputMode="decimal"
        defaultValue={orNone(trial.staffMinutes, typedHours)}
      />
      <NumberField
        name="costCents"
        label={t('field.costCents')}
        whoSees={seen}
        inputMode="decimal"
        suffix="€"
        defaultValue={orNone(trial.costCents, typedAmount)}
      />
      <SaidFields locale={locale} trial={trial} />
    </Fieldset>
  );
}

async function SaidFields({ locale, trial }: ResultFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'activation-trials' });
  // messages: activation-trials.weather.*
  const weather = WEATHERS.map((value) => ({ value, label: t(`weather.${value}`) }));
  return (
    <>
      <Select
        whoSees={seen}
        name="weather"
        label={t('field.weather')}
        placeholder={t('weather.none')}
        defaultValue={trial.weather ?? ''}
        options={weather}
      />
      <TextArea
        name="quotes"
        label={t('field.quotes')}
        hint={t('field.quotesHint')}
        whoSees={seen}
        rows={3}
        maxLength={QUOTES_MAX}
        defaultValue={trial.quotes}
      />
      <NumberField
        name="proposals"
        label={t('field.proposals')}
        whoSees={seen}
        defaultValue={orNone(trial.proposals, String)}
      />
      <TextField
        name="proposalNumbers"
        label={t('field.proposalNumbers')}
        hint={t('field.proposalNumbersHint')}
        whoSees={seen}
        defaultValue={trial.proposalNumbers.join(', ')}
      />
    </>
  );
}
