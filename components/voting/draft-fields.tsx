import { getTranslations } from 'next-intl/server';
import { Checkbox } from '@/components/form/checkbox';
import { CheckboxGroup } from '@/components/form/checkbox-group';
import { DateField, TimeField } from '@/components/form/date-fields';
import { SeenBy } from '@/components/form/field-parts';
import { FieldRow, Fieldset } from '@/components/form/fieldset';
import { HiddenFields } from '@/components/form/hidden-fields';
import { Select } from '@/components/form/select';
import { TextArea } from '@/components/form/text-area';
import { NumberField, TextField } from '@/components/form/text-field';
import { channelsFor } from '@/lib/voting/prepare/rules';
import type { PollDraftView } from '@/lib/voting/prepare/types';
import { DraftMethodFields } from './draft-method-fields';

type PartProps = { locale: string; draft: PollDraftView };

/** Everything in this form has the same readers; said once. */
const SEEN = 'draft-seen';
const everybody = { above: SEEN };

type DraftFieldsProps = {
  locale: string;
  draft: PollDraftView;
  /** Of the poll being changed, or empty for a new one. */
  number: string;
  /** Of the proposal a new poll is made from, or empty. */
  proposal: string;
  districts: readonly { id: string; name: string }[];
  /** Access cards a poll can be reserved for. */
  batches: readonly { id: string; number: number; label: string }[];
};

/** Everything the office says about a poll of one method, in one form. */
export async function DraftFields(props: DraftFieldsProps) {
  const { locale, draft, number, proposal } = props;
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  const drafts = await getTranslations({ locale, namespace: 'voting-drafts' });
  return (
    <>
      <HiddenFields
        values={{ number, version: String(draft.version), proposal, method: draft.method }}
      />
      <SeenBy id={SEEN} seen={{ audience: 'PUBLIC', text: drafts('field.seen') }} />
      <TextField
        name="question"
        minLength={5}
        whoSees={everybody}
        label={t('field.question')}
        hint={
          draft.method === 'YES_NO' ? drafts('field.questionYesNoHint') : t('field.questionHint')
        }
        maxLength={140}
        defaultValue={draft.question}
        required
      />
      <DraftMethodFields locale={locale} draft={draft} seenId={SEEN} />
      <Explanations locale={locale} draft={draft} />
      <Who {...props} />
      <Channels locale={locale} draft={draft} />
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
        whoSees={everybody}
        label={t('field.description')}
        hint={t('field.descriptionHint')}
        rows={5}
        defaultValue={draft.description}
      />
      <TextArea
        name="easyText"
        whoSees={everybody}
        label={t('field.easyText')}
        hint={t('field.easyTextHint')}
        rows={4}
        defaultValue={draft.easyText}
      />
      <TextField
        name="decidedBy"
        whoSees={everybody}
        label={t('field.decidedBy')}
        hint={t('field.decidedByHint')}
        maxLength={120}
        defaultValue={draft.decidedBy}
        required
      />
    </>
  );
}

async function Who({ locale, draft, districts, batches }: DraftFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  const drafts = await getTranslations({ locale, namespace: 'voting-drafts' });
  return (
    <Fieldset legend={t('field.district')} hint={drafts('field.whoHint')}>
      <Select
        whoSees={everybody}
        name="district"
        label={drafts('field.district')}
        defaultValue={draft.districtId}
        options={[
          { value: '', label: t('everywhere') },
          ...districts.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        required
      />
      <NumberField
        whoSees={everybody}
        name="minAge"
        label={t('field.minAge')}
        hint={t('field.minAgeHint')}
        defaultValue={draft.minAge}
        required
      />
      <Checkbox
        name="needsForumRight"
        label={drafts('field.needsForumRight')}
        hint={drafts('field.needsForumRightHint')}
        defaultChecked={draft.needsForumRight}
      />
      {batches.length > 0 ? (
        <Select
          whoSees={everybody}
          name="cardBatch"
          label={drafts('field.cardBatch')}
          hint={drafts('field.cardBatchHint')}
          defaultValue={draft.cardBatchId}
          options={[
            { value: '', label: drafts('field.anyCard') },
            ...batches.map(({ id, number, label }) => ({
              value: id,
              label: drafts('field.batch', { number, label }),
            })),
          ]}
        />
      ) : null}
      <NumberField
        whoSees={everybody}
        name="quorum"
        label={drafts('field.quorum')}
        hint={drafts('field.quorumHint')}
        defaultValue={draft.quorum}
      />
    </Fieldset>
  );
}

async function Channels({ locale, draft }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  return (
    <CheckboxGroup
      name="channels"
      label={t('field.channels')}
      hint={t('field.channelsHint')}
      defaultValue={draft.channels}
      required
      options={channelsFor(draft.method).map((channel) => ({
        value: channel,
        // messages: voting-drafts.channel.* voting-drafts.channelHint.*
        label: t(`channel.${channel}`),
        hint: t(`channelHint.${channel}`),
      }))}
    />
  );
}

async function Times({ locale, draft }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  return (
    <>
      <Fieldset legend={t('field.opens')} hint={t('field.timesHint')}>
        <FieldRow>
          <DateField
            whoSees={everybody}
            name="opensDate"
            label={t('field.date')}
            defaultValue={draft.opensDate}
            required
          />
          <TimeField
            whoSees={everybody}
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
            whoSees={everybody}
            name="closesDate"
            label={t('field.date')}
            defaultValue={draft.closesDate}
            required
          />
          <TimeField
            whoSees={everybody}
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
