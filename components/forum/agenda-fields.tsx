import { getTranslations } from 'next-intl/server';
import { CheckboxGroup } from '@/components/form/checkbox-group';
import { FieldRow } from '@/components/form/fieldset';
import { Select } from '@/components/form/select';
import { NumberField, TextField } from '@/components/form/text-field';
import { AGENDA_KINDS } from '@/lib/forum/agenda/schema';

type AgendaFieldsProps = {
  locale: string;
  proposals: readonly { number: number; title: string }[];
};

/** One agenda item; start values come through the form. */
export async function AgendaFields({ locale, proposals }: AgendaFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  return (
    <>
      <TextField name="title" label={t('agenda.itemTitle')} maxLength={160} required />
      <FieldRow>
        <Select
          name="kind"
          label={t('agenda.kindLabel')}
          required
          options={AGENDA_KINDS.map((kind) => ({ value: kind, label: t(`agenda.kind.${kind}`) }))}
        />
        <NumberField
          name="minutes"
          label={t('agenda.minutes')}
          suffix={t('agenda.minutesUnit')}
          required
        />
        <TextField name="presenter" label={t('agenda.presenter')} hint={t('field.rolesOnly')} />
      </FieldRow>
      <TextField name="note" label={t('agenda.note')} />
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
