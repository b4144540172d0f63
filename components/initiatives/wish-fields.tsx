import { getTranslations } from 'next-intl/server';
import { CheckboxGroup } from '@/components/form/checkbox-group';
import { NumberField, TextField } from '@/components/form/text-field';
import { whoSees } from '@/components/form/who-sees';
import { DistrictChoice } from '@/components/settings/district-choice';
import { SUPPORT_KINDS } from '@/lib/initiatives/rules';

type WishFieldsProps = {
  locale: string;
  /** Short: for the office, which knows what the kinds mean. */
  short?: boolean | undefined;
};

/** What somebody needs, as many kinds as it takes. */
export async function KindFields({ locale, short = false }: WishFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'initiatives' });
  const seen = await whoSees(locale);
  const entry = await getTranslations({ locale, namespace: 'initiatives-office.entry' });
  return (
    <CheckboxGroup
      name="kinds"
      label={short ? entry('kinds') : t('form.kinds')}
      hint={short ? undefined : t('form.kindsHint')}
      whoSees={short ? undefined : seen.INTERNAL}
      required
      inline={short}
      options={SUPPORT_KINDS.map((value) => ({
        value,
        label: t(`kind.${value}`),
        hint: short ? undefined : t(`kindHint.${value}`),
      }))}
    />
  );
}

type TimeAndMoneyProps = WishFieldsProps;

/** Until when, and how much, if it is about money. */
export async function TimeAndMoneyFields({ locale, short = false }: TimeAndMoneyProps) {
  const t = await getTranslations({ locale, namespace: 'initiatives.form' });
  const seen = await whoSees(locale);
  const readers = short ? seen.PERSON : seen.INTERNAL;
  return (
    <>
      <TextField
        name="wantedFor"
        label={t('wantedFor')}
        hint={short ? undefined : t('wantedForHint')}
        whoSees={readers}
        maxLength={120}
        width="medium"
      />
      <NumberField
        name="amount"
        label={t('amount')}
        hint={short ? undefined : t('amountHint')}
        whoSees={readers}
        suffix="€"
      />
    </>
  );
}

type DistrictFieldProps = WishFieldsProps & { districts: { id: string; name: string }[] };

export async function DistrictField({ locale, short = false, districts }: DistrictFieldProps) {
  const t = await getTranslations({ locale, namespace: 'initiatives.form' });
  const seen = await whoSees(locale);
  return (
    <DistrictChoice
      label={t('district')}
      districts={districts}
      whoSees={short ? undefined : seen.INTERNAL}
      inline={short}
    />
  );
}
