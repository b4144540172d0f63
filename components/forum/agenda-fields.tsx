import { getTranslations } from 'next-intl/server';
import { CheckboxGroup } from '@/components/form/checkbox-group';
import { FieldRow } from '@/components/form/fieldset';
import { Select } from '@/components/form/select';
import { NumberField, TextField } from '@/components/form/text-field';
import { whoSees } from '@/components/form/who-sees';
import { AGENDA_KINDS } from '@/lib/forum/agenda/schema';

type AgendaFieldsProps = {
  locale: string;
  proposals: readonly { number: number; title: string }[];
};

/** One agenda item; start values come through the form. */
export async function AgendaFields({ locale, proposals }: AgendaFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const seen = await whoSees(locale);
  return (
    <>
      <TextField
        name="title"
        label={t('agenda.itemTitle')}
        whoSees={seen.PUBLIC}
        maxLength={160}
        required
      />
      <FieldRow>
        <Select
          whoSees={seen.PUBLIC}
          name="kind"
          label={t('agenda.kindLabel')}
          required
          options={AGENDA_KINDS.map((kind) => ({ value: kind, label: t(`agenda.kind.${kind}`) }))}
        />
        <NumberField
          whoSees={seen.PUBLIC}
          name="minutes"
          label={t('agenda.minutes')}
          suffix={t('agenda.minutesUnit')}
          required
        />
        <TextField
          name="presenter"
          label={t('agenda.presenter')}
          hint={t('field.rolesOnly')}
          whoSees={seen.PUBLIC}
        />
      </FieldRow>
      <TextField name="note" label={t('agenda.note')} whoSees={seen.PUBLIC} />
      {proposals.length === 0 ? null : (
        <CheckboxGroup
          name="proposals"
          label={t('agenda.proposals')}
          hint={t('agenda.proposalsHint')}
          options={proposals.map(({ number, title }) => ({
            value: String(number),
            label: t('agenda.proposal', { number, title }),
          }))}
        />
      )}
    </>
  );
}
