import { getTranslations } from 'next-intl/server';
import { DateField, TimeField } from '@/components/form/date-fields';
import { FieldRow, Fieldset } from '@/components/form/fieldset';
import { HiddenFields } from '@/components/form/hidden-fields';
import { RadioGroup } from '@/components/form/radio-group';
import { TextField } from '@/components/form/text-field';
import { whoSees } from '@/components/form/who-sees';
import type { SeriesDate } from '@/lib/calendar/dates/types';
import { localOf } from '@/lib/core/clock';
import type { FormState } from '@/lib/core/form-state';

const CHANGES = ['asPlanned', 'cancelled', 'moved'] as const;

type DateChangeFieldsProps = {
  locale: string;
  id: string;
  localDate: string;
  seen: string;
  /** It can be called off, and nothing else. */
  isOver: boolean;
};

/** What happens on one date of a series. */
export async function DateChangeFields(props: DateChangeFieldsProps) {
  const { locale, id, localDate, isOver } = props;
  const changes = isOver ? (['cancelled'] as const) : CHANGES;
  const t = await getTranslations({ locale, namespace: 'calendar-partner' });
  const seen = await whoSees(locale);
  return (
    <>
      <HiddenFields values={{ id, date: localDate, seen: props.seen }} />
      <RadioGroup
        name="change"
        label={t('date.change')}
        required
        // messages: calendar-partner.date.asPlanned calendar-partner.date.cancelled calendar-partner.date.moved
        options={changes.map((value) => ({ value, label: t(`date.${value}`) }))}
      />
      {isOver ? null : <NewTime locale={locale} />}
      <TextField
        name="note"
        label={t('date.note')}
        hint={t('date.noteHint')}
        whoSees={seen.PUBLIC}
        maxLength={160}
      />
    </>
  );
}

async function NewTime({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'calendar-partner' });
  const seen = await whoSees(locale);
  return (
    <Fieldset legend={t('date.movedLegend')}>
      <FieldRow>
        <DateField whoSees={seen.PUBLIC} name="newDate" label={t('date.newDate')} optionalText="" />
        <TimeField
          whoSees={seen.PUBLIC}
          name="newStart"
          label={t('date.newStart')}
          optionalText=""
        />
        <TimeField whoSees={seen.PUBLIC} name="newEnd" label={t('date.newEnd')} optionalText="" />
      </FieldRow>
    </Fieldset>
  );
}

/** The state of the date now; a change is most often a cancellation, but nothing is chosen for people. */
export function dateValues(date: SeriesDate, timeZone: string): FormState['values'] {
  const start = localOf(date.startsAt, timeZone);
  const change = { planned: '', cancelled: 'cancelled', moved: 'moved' }[date.state];
  return {
    change,
    newDate: start.slice(0, 10),
    newStart: start.slice(11),
    newEnd: localOf(date.endsAt, timeZone).slice(11),
    note: date.note,
  };
}
