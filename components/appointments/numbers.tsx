import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { Select } from '@/components/form/select';
import { TextField } from '@/components/form/text-field';
import { Section } from '@/components/layout/section';
import { Button } from '@/components/ui/button';
import { mainMove, type NumberMove, type NumbersNow } from '@/lib/appointments/counts/rules';
import { DOOR_MAX } from '@/lib/appointments/rules';
import type { FormAction } from '@/lib/core/form-state';

interface NumbersProps {
  locale: string;
  numbers: NumbersNow;
  /** Whether numbers are given out now. */
  isOpen: boolean;
  /** Local times of what is still open today. */
  today: readonly { starts: string; ends: string; place: string }[];
}

type MovingProps = NumbersProps & {
  action: FormAction;
  /** Rooms of today's open hours, to choose from. */
  rooms: readonly string[];
  /** Where the one before was called to, or the only room. */
  place: string;
};

/** Today's numbers: given out and called. Each button names its number: pressed twice, or in two windows, it is one. */
export async function Numbers(props: MovingProps) {
  const { locale, numbers, isOpen } = props;
  const t = await getTranslations({ locale, namespace: 'appointments-desk.numbers' });
  return (
    <Section title={t('today')}>
      <p>{t('waiting', { count: numbers.waiting.length })}</p>
      {isOpen ? null : <NotOpen {...props} />}
      <MoveNumbers {...props} />
    </Section>
  );
}

async function NotOpen({ locale, today }: NumbersProps) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk.numbers' });
  if (today.length === 0) return <p>{t('noneToday')}</p>;
  // Two languages in the same room are one time to come.
  const times = new Map(
    today.map((hours) => [[hours.starts, hours.ends, hours.place].join(), hours]),
  );
  return [...times].map(([key, { starts, ends, place }]) => (
    <p key={key}>{t('openLater', { from: starts, until: ends, place })}</p>
  ));
}

async function MoveNumbers({ locale, action, numbers, isOpen, rooms, place }: MovingProps) {
  const first = mainMove(numbers, isOpen);
  if (first === null) return null;
  const t = await getTranslations({ locale, namespace: 'appointments-desk.numbers' });
  const [next] = numbers.waiting;
  const words: Record<NumberMove, string> = {
    call: next ? t('callButton', { number: next.number }) : '',
    draw: t('drawButton', { number: numbers.fresh }),
    again: t('againButton'),
  };
  const others = (['draw', 'again'] as const).filter(
    (what) => what !== first && (what === 'draw' ? isOpen : numbers.called.length > 0),
  );
  return (
    <Form
      locale={locale}
      action={action}
      submitLabel={words[first]}
      secondary={others.map((what) => (
        <Button key={what} name="what" value={what} variant="secondary">
          {words[what]}
        </Button>
      ))}
    >
      <HiddenFields
        values={{ first, call: next ? String(next.number) : '', draw: String(numbers.fresh) }}
      />
      <TextField
        name="place"
        label={t('place')}
        hint={t('placeHint')}
        whoSees={{ audience: 'PUBLIC', text: t('placeSeen') }}
        defaultValue={place}
        suggestions={[...rooms]}
        maxLength={DOOR_MAX}
        width="medium"
      />
      <CalledToday locale={locale} numbers={numbers} />
    </Form>
  );
}

/** All that were called, for whoever did not come. */
async function CalledToday({ locale, numbers }: { locale: string; numbers: NumbersNow }) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk.numbers' });
  if (numbers.called.length === 0) return null;
  return (
    <Select
      name="again"
      label={t('again')}
      whoSees={{ audience: 'PUBLIC', text: t('placeSeen') }}
      options={numbers.called.map(({ number, place }) => ({
        value: String(number),
        label: place === '' ? String(number) : t('calledTo', { number: String(number), place }),
      }))}
    />
  );
}
