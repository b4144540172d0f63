import { getTranslations } from 'next-intl/server';
import { Checkbox } from '@/components/form/checkbox';
import { CheckboxGroup } from '@/components/form/checkbox-group';
import { DateField, TimeField } from '@/components/form/date-fields';
import { SeenBy } from '@/components/form/field-parts';
import { FieldRow } from '@/components/form/fieldset';
import { RadioGroup } from '@/components/form/radio-group';
import { Select } from '@/components/form/select';
import { TextArea } from '@/components/form/text-area';
import { TextField } from '@/components/form/text-field';
import { REPEATS } from '@/lib/calendar/dates/rules';
import { ENTRY_KINDS } from '@/lib/calendar/rules';
import type { Named } from '@/lib/calendar/types';
import { DoubledHour } from './doubled-hour';

/** Everything in this form has the same readers; said once. */
const SEEN = 'entry-seen';

type EntryFieldsProps = {
  locale: string;
  /** The office's own entry: it may carry another name and be for partners only. */
  ofOffice: boolean;
  districts: readonly (Named & { places: readonly string[] })[];
};

/** All there is to say about an entry, in the order of a poster; start values come from the form. */
export async function EntryFields({ locale, ofOffice, districts }: EntryFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'calendar-partner' });
  const kinds = await getTranslations({ locale, namespace: 'calendar' });
  const everybody = { above: SEEN };
  const text = t(ofOffice ? 'field.seenOffice' : 'field.seen');
  return (
    <>
      <SeenBy id={SEEN} seen={{ audience: 'PUBLIC', text }} />
      <TextField
        name="title"
        label={t('field.title')}
        hint={t('field.titleHint')}
        whoSees={everybody}
        maxLength={120}
        required
      />
      <Select
        whoSees={{ above: SEEN }}
        name="kind"
        label={t('field.kind')}
        placeholder={t('field.kindChoose')}
        options={ENTRY_KINDS.map((kind) => ({ value: kind, label: kinds(`kind.${kind}`) }))}
        required
      />
      <CheckboxGroup
        name="districts"
        label={t('field.districts')}
        options={districts.map(({ slug, name }) => ({ value: slug, label: name }))}
        required
      />
      <TextField
        name="place"
        label={t('field.place')}
        hint={t('field.placeHint')}
        whoSees={everybody}
        suggestions={[...new Set(districts.flatMap(({ places }) => places))]}
        maxLength={120}
        required
      />
      <TextField
        name="accessible"
        label={t('field.accessible')}
        hint={t('field.accessibleHint')}
        whoSees={everybody}
        maxLength={160}
      />
      <TimeFields locale={locale} />
      <AboutFields locale={locale} />
      {ofOffice ? <OfficeFields locale={locale} /> : null}
    </>
  );
}

async function TimeFields({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'calendar-partner' });
  const hints: Record<string, string | undefined> = {
    monthly: t('repeat.monthlyHint'),
    monthlyLast: t('repeat.monthlyLastHint'),
  };
  return (
    <>
      <DateField
        whoSees={{ above: SEEN }}
        name="date"
        label={t('field.date')}
        hint={t('field.dateHint')}
        required
      />
      <FieldRow>
        <TimeField
          whoSees={{ above: SEEN }}
          name="startTime"
          label={t('field.startTime')}
          required
        />
        <TimeField whoSees={{ above: SEEN }} name="endTime" label={t('field.endTime')} required />
      </FieldRow>
      <DoubledHour
        name="hour"
        label={t('field.hour')}
        first={t('field.hourFirst')}
        second={t('field.hourSecond')}
      />
      <RadioGroup
        name="repeat"
        label={t('field.repeat')}
        required
        options={REPEATS.map((repeat) => ({
          value: repeat,
          label: t(`repeat.${repeat}`),
          hint: hints[repeat],
        }))}
      />
      <DateField
        whoSees={{ above: SEEN }}
        name="until"
        label={t('field.until')}
        hint={t('field.untilHint')}
      />
    </>
  );
}

async function AboutFields({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'calendar-partner' });
  return (
    <>
      <TextField
        name="audience"
        label={t('field.audience')}
        hint={t('field.audienceHint')}
        whoSees={{ above: SEEN }}
        maxLength={120}
      />
      <TextArea
        name="description"
        label={t('field.description')}
        hint={t('field.descriptionHint')}
        whoSees={{ above: SEEN }}
        rows={5}
        maxLength={2000}
        counter={{ left: t('field.left'), over: t('field.over') }}
      />
    </>
  );
}

async function OfficeFields({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'calendar-partner' });
  return (
    <>
      <TextField
        name="organizer"
        label={t('field.organizer')}
        hint={t('field.organizerHint')}
        whoSees={{ above: SEEN }}
        maxLength={120}
      />
      <Checkbox name="partnersOnly" label={t('field.partnersOnly')} />
    </>
  );
}
