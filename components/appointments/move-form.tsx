import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { RadioGroup } from '@/components/form/radio-group';
import { Select } from '@/components/form/select';
import { fitsInstead } from '@/lib/appointments/rules';
import type { FreeSlot, OwnBooking } from '@/lib/appointments/types';
import type { FormAction } from '@/lib/core/form-state';
import { longDateTime } from '@/lib/i18n/dates';

interface MoveFormProps {
  locale: string;
  booking: OwnBooking;
  slots: readonly FreeSlot[];
  /** Number and code, as they were typed, and the slot whose time the page shows. */
  known: { number: string; code: string; seen: string };
  action: FormAction;
  /** Was sent just now, and is shown with its answer. */
  isSent: boolean;
}

/** Another time for one's own appointment, of those that fit; number and code stay. */
export async function MoveForm(props: MoveFormProps) {
  const { locale, booking, slots, known, action, isSent } = props;
  const t = await getTranslations({ locale, namespace: 'appointments' });
  const others = slots.filter((slot) => fitsInstead(booking, slot));
  // What it was answered with stands in the form, also where nothing is left to choose.
  if (others.length === 0 && !isSent) return <p>{t('own.changeNone')}</p>;
  return (
    <Form locale={locale} action={action} submitLabel={t('own.changeButton')}>
      <HiddenFields values={known} />
      <OtherTimes locale={locale} slots={others} />
    </Form>
  );
}

/** As many as there are; many of them in a list that opens. */
const TIMES_SHOWN = 12;

async function OtherTimes({ locale, slots }: { locale: string; slots: readonly FreeSlot[] }) {
  const t = await getTranslations({ locale, namespace: 'appointments' });
  const label = t('own.changeField');
  const options = slots.map(({ id, startsAt, timeZone, kind, place, stepFree }) => {
    const access = stepFree ? t('stepFree') : t('steps');
    return {
      ...{ value: id, label: longDateTime(startsAt, locale, timeZone) },
      // messages: appointments.kind.*
      hint: kind === 'PERSONAL' ? `${place}, ${access}` : t(`kind.${kind}`),
    };
  });
  if (options.length > 0 && options.length <= TIMES_SHOWN)
    return <RadioGroup name="slot" label={label} options={options} required />;
  const named = options.map(({ value, label: when, hint }) => ({
    value,
    label: `${when}, ${hint}`,
  }));
  return (
    <Select
      name="slot"
      label={label}
      whoSees="nobody"
      placeholder={t('own.changeChoose')}
      options={named}
      required
    />
  );
}
