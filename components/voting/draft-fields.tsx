import { getTranslations } from 'next-intl/server';
import { DateField, TimeField } from '@/components/form/date-fields';
import { FieldRow, Fieldset } from '@/components/form/fieldset';
import { HiddenFields } from '@/components/form/hidden-fields';
import { Select } from '@/components/form/select';
import { TextArea } from '@/components/form/text-area';
import { NumberField, TextField } from '@/components/form/text-field';
import { OPTIONS_AT_MOST } from '@/lib/voting/drafts/rules';
import type { PollDraftView } from '@/lib/voting/types';

type PartProps = { locale: string; draft: PollDraftView };

type DraftFieldsProps = {
  locale: string;
  draft: PollDraftView;
  /** Of the poll being changed, or empty for a new one. */
  number: string;
  /** Of the proposal a new poll is made from, or empty. */
  proposal: string;
  districts: readonly { id: string; name: string }[];
};

/** Everything the office says about a poll, in one form. */
export async function DraftFields({
  locale,
  draft,
  number,
  proposal,
  districts,
}: DraftFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  return (
    <>
      <HiddenFields values={{ number, proposal }} />
      <TextField
        name="question"
        label={t('field.question')}
        hint={t('field.questionHint')}
        maxLength={140}
        defaultValue={draft.question}
        required
      />
      <TextArea
        name="options"
        label={t('field.options')}
        hint={t('field.optionsHint', { max: OPTIONS_AT_MOST })}
        rows={6}
        defaultValue={draft.options.join('\n')}
        required
      />
      <NumberField
        name="maxChoices"
        label={t('field.maxChoices')}
        hint={t('field.maxChoicesHint')}
        defaultValue={draft.maxChoices}
        required
      />
      <Explanations locale={locale} draft={draft} />
      <Who locale={locale} draft={draft} districts={districts} />
      <Times locale={locale} draft={draft} />
    </>
  );
}

async function Explanations({ locale, draft }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  return (
    <>
      <TextArea
        name="description"
        label={t('field.description')}
        hint={t('field.descriptionHint')}
        rows={5}
        defaultValue={draft.description}
      />
      <TextArea
        name="easyText"
        label={t('field.easyText')}
        hint={t('field.easyTextHint')}
        rows={4}
        defaultValue={draft.easyText}
      />
    </>
  );
}

async function Who({ locale, draft, districts }: PartProps & Pick<DraftFieldsProps, 'districts'>) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  return (
    <>
      <TextField
        name="decidedBy"
        label={t('field.decidedBy')}
        hint={t('field.decidedByHint')}
        maxLength={120}
        defaultValue={draft.decidedBy}
        required
      />
      <Select
        name="district"
        label={t('field.district')}
        hint={t('field.districtHint')}
        defaultValue={draft.districtId}
        options={[
          { value: '', label: t('everywhere') },
          ...districts.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        required
      />
      <NumberField
        name="minAge"
        label={t('field.minAge')}
        hint={t('field.minAgeHint')}
        defaultValue={draft.minAge}
        required
      />
    </>
  );
}

async function Times({ locale, draft }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  return (
    <>
      <Fieldset legend={t('field.opens')} hint={t('field.timesHint')}>
        <FieldRow>
          <DateField
            name="opensDate"
            label={t('field.date')}
            defaultValue={draft.opensDate}
            required
          />
          <TimeField
            name="opensTime"
            label={t('field.time')}
            defaultValue={draft.opensTime}
            required
          />
        </FieldRow>
      </Fieldset>
      <Fieldset legend={t('field.closes')}>
        <FieldRow>
          <DateField
            name="closesDate"
            label={t('field.date')}
            defaultValue={draft.closesDate}
            required
          />
          <TimeField
            name="closesTime"
            label={t('field.time')}
            defaultValue={draft.closesTime}
            required
          />
        </FieldRow>
      </Fieldset>
    </>
  );
}
