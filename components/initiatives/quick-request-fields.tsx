import { getTranslations } from 'next-intl/server';
import { FieldRow } from '@/components/form/fieldset';
import { RadioGroup } from '@/components/form/radio-group';
import { TextArea } from '@/components/form/text-area';
import { TextField } from '@/components/form/text-field';
import { whoSees } from '@/components/form/who-sees';
import { OFFICE_CHANNELS } from '@/lib/initiatives/requesting/rules';
import { ReachFields } from './reach-fields';
import { DistrictField, KindFields, TimeAndMoneyFields } from './wish-fields';

type QuickRequestFieldsProps = {
  locale: string;
  districts: { id: string; name: string }[];
  groups: string[];
};

/** The same questions short, in the order somebody says it on the phone. */
export async function QuickRequestFields({ locale, districts, groups }: QuickRequestFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'initiatives-office.entry' });
  const seen = await whoSees(locale);
  return (
    <>
      <TextField
        name="title"
        minLength={5}
        label={t('title')}
        hint={t('titleHint')}
        whoSees={seen.PERSON}
        required
        maxLength={80}
      />
      <KindFields locale={locale} short />
      <DistrictField locale={locale} districts={districts} short />
      <AskerFields locale={locale} groups={groups} />
      <ReachFields locale={locale} short />
      <RadioGroup
        name="channel"
        label={t('channel')}
        required
        inline
        options={OFFICE_CHANNELS.map((value) => ({ value, label: t(`channelIs.${value}`) }))}
      />
      <TextArea name="body" label={t('body')} whoSees={seen.PERSON} rows={4} maxLength={2000} />
      <FieldRow>
        <TimeAndMoneyFields locale={locale} short />
      </FieldRow>
      <TextArea
        name="officeNote"
        label={t('officeNote')}
        hint={t('officeNoteHint')}
        whoSees={seen.INTERNAL}
        rows={2}
        maxLength={1000}
      />
    </>
  );
}

/** Who asks, as they say it. */
export async function AskerFields({
  locale,
  groups,
}: Pick<QuickRequestFieldsProps, 'locale' | 'groups'>) {
  const t = await getTranslations({ locale, namespace: 'initiatives-office.entry' });
  const form = await getTranslations({ locale, namespace: 'initiatives.form' });
  const seen = await whoSees(locale);
  return (
    <FieldRow>
      <TextField
        name="name"
        label={t('name')}
        whoSees={seen.PERSON}
        maxLength={80}
        autoComplete="off"
      />
      <TextField
        name="groupName"
        label={form('groupName')}
        whoSees={seen.PERSON}
        maxLength={80}
        suggestions={groups}
        autoComplete="off"
      />
    </FieldRow>
  );
}
