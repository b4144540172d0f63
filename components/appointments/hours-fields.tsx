import { getTranslations } from 'next-intl/server';
import { Checkbox } from '@/components/form/checkbox';
import { CheckboxGroup } from '@/components/form/checkbox-group';
import { DateField, TimeField } from '@/components/form/date-fields';
import { SeenBy } from '@/components/form/field-parts';
import { FieldRow } from '@/components/form/fieldset';
import { Select } from '@/components/form/select';
import { TextField } from '@/components/form/text-field';
import { LANGUAGES, MINUTES, PLACE_MAX } from '@/lib/appointments/rules';
import { HOURS_KINDS } from '@/lib/appointments/types';
import { languageName } from './words';

const SEEN = 'hours-seen';
const PUBLIC = { above: SEEN };
const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'];

/** When somebody counsels, week by week. @param today `YYYY-MM-DD` */
export async function HoursFields({ locale, today }: { locale: string; today: string }) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk' });
  const weekday = await getTranslations({ locale, namespace: 'common.weekday' });
  const kind = await getTranslations({ locale, namespace: 'appointments' });
  return (
    <>
      <SeenBy id={SEEN} seen={{ audience: 'PUBLIC', text: t('hours.publicSeen') }} />
      <Select
        name="weekday"
        label={t('field.weekday')}
        whoSees={PUBLIC}
        // messages: common.weekday.*
        options={WEEKDAYS.map((value) => ({ value, label: weekday(value) }))}
        required
      />
      <FieldRow>
        <TimeField name="from" label={t('field.from')} whoSees={PUBLIC} required />
        <TimeField name="until" label={t('field.until')} whoSees={PUBLIC} required />
      </FieldRow>
      <Select
        name="minutes"
        label={t('field.minutes')}
        whoSees={PUBLIC}
        defaultValue="30"
        options={MINUTES.map((value) => ({ value, label: value }))}
        required
      />
      <Select
        name="kind"
        label={t('field.kind')}
        whoSees={PUBLIC}
        // messages: appointments.kind.*
        options={HOURS_KINDS.map((value) => ({ value, label: kind(`kind.${value}`) }))}
        required
      />
      <TextField
        name="place"
        label={t('field.place')}
        hint={t('field.placeHint')}
        whoSees={PUBLIC}
        maxLength={PLACE_MAX}
        required
      />
      <Checkbox name="stepFree" label={t('field.stepFree')} whoSees={PUBLIC} />
      <CheckboxGroup
        name="languages"
        label={t('field.languages')}
        whoSees={PUBLIC}
        defaultValue={['de']}
        options={LANGUAGES.map((value) => ({ value, label: languageName(value, locale) }))}
        required
      />
      <FieldRow>
        <DateField
          name="fromDay"
          label={t('field.fromDay')}
          whoSees={PUBLIC}
          defaultValue={today}
          required
        />
        <DateField name="untilDay" label={t('field.untilDay')} whoSees={PUBLIC} />
      </FieldRow>
    </>
  );
}
