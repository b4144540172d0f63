import { getTranslations } from 'next-intl/server';
import { DateField } from '@/components/form/date-fields';
import { FieldRow } from '@/components/form/fieldset';
import { RadioGroup } from '@/components/form/radio-group';
import { TextArea } from '@/components/form/text-area';
import { NumberField, TextField } from '@/components/form/text-field';
import { whoSees } from '@/components/form/who-sees';
import { RESULTS } from '@/lib/forum/decisions/rules';

type FieldsProps = { locale: string };

/** How many were there; numbers, no names. */
export async function TurnoutFields({ locale }: FieldsProps) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const seen = await whoSees(locale);
  return (
    <FieldRow>
      <NumberField whoSees={seen.PUBLIC} name="attended" label={t('result.attended')} />
      <NumberField
        whoSees={seen.PUBLIC}
        name="votingResidents"
        label={t('result.voting')}
        hint={t('result.votingHint')}
      />
    </FieldRow>
  );
}

/** A decision as it was read out, with the votes. */
export async function DecisionFields({ locale }: FieldsProps) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const words = await getTranslations({ locale, namespace: 'forum' });
  const seen = await whoSees(locale);
  return (
    <>
      <TextArea
        name="text"
        minLength={5}
        label={t('result.text')}
        hint={t('result.textHint')}
        whoSees={seen.PUBLIC}
        rows={3}
        required
      />
      <NumberField
        whoSees={seen.PUBLIC}
        name="agendaNo"
        label={t('result.agendaNo')}
        hint={t('result.agendaNoHint')}
        required
      />
      <FieldRow>
        <NumberField whoSees={seen.PUBLIC} name="yes" label={t('result.yes')} required />
        <NumberField whoSees={seen.PUBLIC} name="no" label={t('result.no')} required />
        <NumberField whoSees={seen.PUBLIC} name="abstain" label={t('result.abstain')} required />
      </FieldRow>
      <RadioGroup
        name="result"
        label={t('result.result')}
        hint={t('result.resultHint')}
        required
        options={RESULTS.map((result) => ({ value: result, label: words(`result.${result}`) }))}
      />
    </>
  );
}

/** Who does what until when. */
export async function TaskFields({ locale }: FieldsProps) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const seen = await whoSees(locale);
  return (
    <>
      <TextField name="task" label={t('result.task')} whoSees={seen.PUBLIC} required />
      <FieldRow>
        <TextField
          name="assignee"
          label={t('result.assignee')}
          hint={t('field.rolesOnly')}
          whoSees={seen.PUBLIC}
          required
        />
        <DateField whoSees={seen.PUBLIC} name="dueOn" label={t('result.dueOn')} />
      </FieldRow>
    </>
  );
}
