import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { Select } from '@/components/form/select';
import { TextField } from '@/components/form/text-field';
import { Section } from '@/components/layout/section';
import type { NumbersNow } from '@/lib/appointments/counts/rules';
import { DOOR_MAX } from '@/lib/appointments/rules';
import type { FormAction } from '@/lib/core/form-state';

interface MovingProps {
  locale: string;
  numbers: NumbersNow;
  action: FormAction;
}

type CallingProps = MovingProps & {
  /** Rooms of today's open hours, to choose from. */
  rooms: readonly string[];
  /** Where the one before was called to, or the only room. */
  place: string;
};

/** Asks in the next one. The button names it: pressed twice, or in two windows, it is one. */
export async function CallNext({ locale, numbers, action, rooms, place }: CallingProps) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk.numbers' });
  const [next] = numbers.waiting;
  const count = numbers.waiting.length;
  return (
    <Section title={t('today')}>
      <p>{t('waiting', { count })}</p>
      {next ? (
        <Form
          locale={locale}
          action={action}
          submitLabel={t('callButton', { number: next.number })}
        >
          <HiddenFields values={{ what: 'call', number: String(next.number) }} />
          <Place {...{ locale, rooms, place }} id="place" hint={t('placeHint')} />
        </Form>
      ) : null}
    </Section>
  );
}

/** Asks one in once more, of all that were called today. */
export async function CallAgain({ locale, numbers, action, rooms }: CallingProps) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk.numbers' });
  if (numbers.called.length === 0) return null;
  return (
    <Section title={t('againTitle')}>
      <Form locale={locale} action={action} submitLabel={t('againButton')}>
        <HiddenFields values={{ what: 'again' }} />
        <Select
          name="number"
          label={t('again')}
          whoSees={{ audience: 'PUBLIC', text: t('placeSeen') }}
          options={numbers.called.map(({ number, place }) => ({
            value: String(number),
            label: place === '' ? String(number) : t('calledTo', { number: String(number), place }),
          }))}
          required
        />
        <Place {...{ locale, rooms, place: '' }} id="again-place" hint={t('againPlaceHint')} />
      </Form>
    </Section>
  );
}

interface PlaceProps {
  locale: string;
  rooms: readonly string[];
  place: string;
  id: string;
  hint: string;
}

async function Place({ locale, rooms, place, id, hint }: PlaceProps) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk.numbers' });
  return (
    <TextField
      name="place"
      id={id}
      label={t('place')}
      hint={hint}
      whoSees={{ audience: 'PUBLIC', text: t('placeSeen') }}
      defaultValue={place}
      suggestions={[...rooms]}
      maxLength={DOOR_MAX}
      width="medium"
    />
  );
}

type DrawingProps = MovingProps & {
  isOpen: boolean;
  /** Local times of what is still open today. */
  today: readonly { starts: string; ends: string }[];
};

/** Gives out the next one, while hours are open. The button names it, as above. */
export async function DrawNext({ locale, numbers, action, isOpen, today }: DrawingProps) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk.numbers' });
  return (
    <Section title={t('drawTitle')}>
      {isOpen ? (
        <Form
          locale={locale}
          action={action}
          submitLabel={t('drawButton', { number: numbers.fresh })}
          warnOnLeave={false}
        >
          <HiddenFields values={{ what: 'draw', number: String(numbers.fresh) }} />
        </Form>
      ) : (
        <p>
          {today.length === 0
            ? t('noneToday')
            : today
                .map(({ starts, ends }) => t('openLater', { from: starts, until: ends }))
                .join(' ')}
        </p>
      )}
    </Section>
  );
}
