import { getTranslations } from 'next-intl/server';
import { Checkbox } from '@/components/form/checkbox';
import { CheckboxGroup } from '@/components/form/checkbox-group';
import { DateField, TimeField } from '@/components/form/date-fields';
import { SeenBy } from '@/components/form/field-parts';
import { FieldRow, Fieldset } from '@/components/form/fieldset';
import { FoldedFields } from '@/components/form/folded-fields';
import { RadioGroup } from '@/components/form/radio-group';
import { TextArea } from '@/components/form/text-area';
import { NumberField, TextField } from '@/components/form/text-field';
import { whoSees } from '@/components/form/who-sees';
import type { CalledOff } from '@/lib/forum/sessions/types';

type SessionFieldsProps = {
  locale: string;
  districts: readonly { slug: string; name: string }[];
  /** Places named before, offered while typing. */
  places: string[];
  /** Then it is said why, and that can be put right; called off for good, its day and time stay. Not given: it is new. */
  calledOff?: CalledOff | null;
  /** How the last day to sign up stood to the date it has no more. */
  deadlineBefore?: { day: string; days: number } | undefined;
};

/** Everything here has the same readers; said once. */
const SEEN = 'session-seen';
const everybody = { above: SEEN };

/** Everything about a session but its agenda. Start values come through the form. */
export async function SessionFields({
  locale,
  districts,
  places,
  calledOff,
  deadlineBefore,
}: SessionFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const off = await getTranslations({ locale, namespace: 'forum-seats' });
  return (
    <>
      <SeenBy id={SEEN} seen={{ audience: 'PUBLIC', text: t('field.seen') }} />
      <TextField
        name="title"
        label={t('field.title')}
        whoSees={everybody}
        maxLength={120}
        required
      />
      {calledOff === 'CANCELLED' ? null : <When locale={locale} />}
      <TextField
        name="place"
        label={t('field.place')}
        hint={t('field.placeHint')}
        whoSees={everybody}
        suggestions={places}
        required
      />
      <TextField name="fallbackPlace" label={t('field.fallbackPlace')} whoSees={everybody} />
      <CheckboxGroup
        name="districts"
        label={t('field.districts')}
        required
        options={districts.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <FieldRow>
        <NumberField
          whoSees={everybody}
          name="capacity"
          label={t('field.capacity')}
          hint={t('field.capacityHint')}
        />
        {calledOff === 'CANCELLED' ? null : (
          <DateField
            whoSees={everybody}
            name="deadline"
            label={t('field.deadline')}
            hint={deadlineBefore ? off('newDay.deadline', deadlineBefore) : t('field.deadlineHint')}
          />
        )}
      </FieldRow>
      <OfferFields locale={locale} />
      <Roles locale={locale} />
      <TextArea
        name="note"
        label={t('field.note')}
        whoSees={everybody}
        hint={t('field.noteHint')}
        rows={4}
      />
      {calledOff === undefined || calledOff === 'CANCELLED' ? null : (
        <FoldedFields names={['daysChecked']} summary={off('newDay.summary')}>
          <Checkbox name="daysChecked" label={off('newDay.checked')} whoSees="nobody" />
        </FoldedFields>
      )}
      {calledOff ? <ReasonFields locale={locale} /> : null}
    </>
  );
}

/** Why it is called off, and why other words stand there now. */
async function ReasonFields({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'forum-seats' });
  const corrected = await getTranslations({ locale, namespace: 'audit.correction' });
  return (
    <>
      <TextArea
        name="callOffReason"
        minLength={5}
        label={t('callOffReason.label')}
        whoSees={everybody}
        hint={t('callOffReason.hint')}
        rows={3}
        required
      />
      <TextArea
        name="reason"
        label={t('callOffReason.why')}
        whoSees={everybody}
        hint={t('callOffReason.whyHint')}
        rows={2}
      />
      <Checkbox
        name="forget"
        label={corrected('forget')}
        hint={corrected('forgetHint')}
        whoSees="nobody"
      />
    </>
  );
}

async function When({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  return (
    <>
      <FieldRow>
        <DateField whoSees={everybody} name="date" label={t('field.date')} required />
        <TimeField whoSees={everybody} name="start" label={t('field.start')} required />
        <TimeField whoSees={everybody} name="end" label={t('field.end')} required />
      </FieldRow>
      <ClockChange locale={locale} />
    </>
  );
}

/** Who leads the evening and who writes it down. */
async function Roles({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const seen = await whoSees(locale);
  return (
    <FieldRow>
      <TextField
        name="moderator"
        label={t('field.moderator')}
        whoSees={everybody}
        hint={t('field.rolesOnly')}
      />
      <TextField
        name="minutesBy"
        label={t('field.minutesBy')}
        whoSees={seen.INTERNAL}
        hint={t('field.rolesOnly')}
      />
    </FieldRow>
  );
}

/** Only asked back in one night of the year, so it stays folded. */
async function ClockChange({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  return (
    <FoldedFields names={['hour']} summary={t('field.clockChange')}>
      <RadioGroup
        name="hour"
        label={t('field.hour')}
        inline
        options={[
          { value: 'first', label: t('field.hourFirst') },
          { value: 'second', label: t('field.hourSecond') },
        ]}
      />
    </FoldedFields>
  );
}

async function OfferFields({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  return (
    <Fieldset legend={t('field.offers')} hint={t('field.offersHint')}>
      <TextArea name="access" label={t('field.access')} whoSees={everybody} rows={2} />
      <TextArea name="childCare" label={t('field.childCare')} whoSees={everybody} rows={2} />
      <TextArea name="liftService" label={t('field.liftService')} whoSees={everybody} rows={2} />
      <TextArea name="translation" label={t('field.translation')} whoSees={everybody} rows={2} />
    </Fieldset>
  );
}
