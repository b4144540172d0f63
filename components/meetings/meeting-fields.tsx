import { getTranslations } from 'next-intl/server';
import { Checkbox } from '@/components/form/checkbox';
import { CheckboxGroup } from '@/components/form/checkbox-group';
import { DateField } from '@/components/form/date-fields';
import { SeenBy } from '@/components/form/field-parts';
import { FieldRow } from '@/components/form/fieldset';
import { Select } from '@/components/form/select';
import { TextField } from '@/components/form/text-field';
import { hoursText, KINDS, ORGANIZER_MAX, TITLE_MAX } from '@/lib/meetings/rules';
import type { Colleague, MeetingCase } from '@/lib/meetings/types';

/** What everybody reads beside a summary has the same readers; said once. */
const MEETING_SEEN = 'meeting-seen';

interface MeetingFieldsProps {
  locale: string;
  staff: readonly Colleague[];
  start?: MeetingCase | undefined;
}

const plainEuros = (cents: number) => (cents / 100).toFixed(2).replace('.', ',');

/** What there is to say beforehand: what, when, how long, who. */
export async function MeetingFields({ locale, staff, start }: MeetingFieldsProps) {
  // messages: meetings.kind.*
  const t = await getTranslations({ locale, namespace: 'meetings' });
  const seen = { above: MEETING_SEEN };
  const office = { audience: 'INTERNAL', text: t('field.yearSeen') } as const;
  return (
    <>
      <SeenBy id={MEETING_SEEN} seen={{ audience: 'PUBLIC', text: t('field.titleSeen') }} />
      <Select
        name="kind"
        label={t('field.kind')}
        hint={t('field.kindHint')}
        whoSees={seen}
        required
        defaultValue={start?.kind ?? 'TRAINING'}
        options={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <FieldRow>
        <DateField
          name="day"
          label={t('field.day')}
          whoSees={seen}
          required
          defaultValue={start?.day}
        />
        <TextField
          name="hours"
          label={t('field.hours')}
          hint={t('field.hoursHint')}
          whoSees={office}
          required
          width="short"
          defaultValue={start ? hoursText(start.minutes, 'de') : undefined}
        />
      </FieldRow>
      <TextField
        name="title"
        label={t('field.title')}
        hint={t('field.titleHint')}
        // Needed for every kind but one: "optional" would not be so.
        optionalText=""
        whoSees={seen}
        maxLength={TITLE_MAX}
        defaultValue={start?.title}
      />
      <TextField
        name="organizer"
        label={t('field.organizer')}
        whoSees={office}
        maxLength={ORGANIZER_MAX}
        defaultValue={start?.organizer}
      />
      <PeopleField {...{ locale, staff, start }} />
      <TextField
        name="cost"
        label={t('field.cost')}
        hint={t('field.costHint')}
        whoSees={office}
        width="short"
        defaultValue={start?.costCents ? plainEuros(start.costCents) : undefined}
      />
      <Checkbox
        name="certificate"
        label={t('field.certificate')}
        hint={t('field.certificateHint')}
        defaultChecked={start?.certificate}
      />
    </>
  );
}

async function PeopleField({ locale, staff, start }: MeetingFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'meetings.field' });
  const gone = (start?.people ?? []).filter(({ id }) => !staff.some((one) => one.id === id));
  const hasPaper = start?.people.some(({ certificateId }) => certificateId !== null);
  return (
    <CheckboxGroup
      name="people"
      label={t('people')}
      hint={hasPaper ? t('peopleHint') : undefined}
      whoSees={{ audience: 'INTERNAL', text: t('yearSeen') }}
      defaultValue={start?.people.map(({ id }) => id)}
      options={[...staff, ...gone].map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
