import { getTranslations } from 'next-intl/server';
import { Checkbox } from '@/components/form/checkbox';
import { SeenBy } from '@/components/form/field-parts';
import { HiddenFields } from '@/components/form/hidden-fields';
import { Select } from '@/components/form/select';
import { TextField } from '@/components/form/text-field';
import { Notice } from '@/components/ui/notice';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { NAME_MAX, needsPhone } from '@/lib/appointments/rules';
import type { FreeSlot, SlotKind } from '@/lib/appointments/types';
import { localized } from '@/lib/core/paths';
import { languageOptions, slotOptions } from './words';

const SEEN = 'booking-seen';

type BookFieldsProps = {
  locale: string;
  slot: FreeSlot;
  /** Who reads it, said once for all. */
  seen: string;
  /** Somebody was faster with the slot: one of these instead, with all that was typed. */
  others?: readonly FreeSlot[];
  /** Somebody of the counselling takes it for a person who stands there or rings. */
  isForOther?: boolean;
};

/** All that is asked of somebody who takes an appointment: nothing of what it is about. */
export async function BookFields(props: BookFieldsProps) {
  const { locale, slot, seen, others = [], isForOther = false } = props;
  const t = await getTranslations({ locale, namespace: 'appointments.book' });
  const say = await wordsFor(locale, isForOther);
  const isNeeded = needsPhone(slot.kind);
  const whoSees = { above: SEEN };
  return (
    <>
      {others.length === 0 ? <HiddenFields values={{ slot: slot.id }} /> : null}
      <SeenBy id={SEEN} seen={{ audience: 'PERSON', text: seen }} />
      {others.length === 0 ? null : <Another locale={locale} slots={others} />}
      <TextField
        name="name"
        label={say.name}
        hint={t('nameHint')}
        whoSees={whoSees}
        autoComplete="off"
        maxLength={NAME_MAX}
        required
      />
      <TextField
        name="phone"
        type="tel"
        inputMode="tel"
        label={isNeeded ? t('phoneNeeded') : t('phone')}
        // messages: appointments.book.phoneHintPHONE appointments.book.phoneHintHOME_VISIT
        hint={slot.kind === 'PERSONAL' ? t('phoneHint') : t(`phoneHint${slot.kind}`)}
        whoSees={whoSees}
        autoComplete={say.phoneFrom}
        maxLength={40}
        width="medium"
        required={isNeeded}
      />
      <Select
        name="language"
        label={t('language')}
        whoSees={whoSees}
        defaultValue={slot.languages[0]}
        hint={say.languageHint}
        options={await languageOptions(slot.languages, locale)}
        required
      />
      {slot.kind === 'PERSONAL' && slot.stepFree ? (
        <Checkbox name="stepFree" label={say.stepFree} whoSees={whoSees} />
      ) : null}
      {slot.kind === 'PERSONAL' && !slot.stepFree ? <Steps locale={locale} /> : null}
    </>
  );
}

/** Who asks for somebody else is not asked for the own name, nor offered the own number. */
async function wordsFor(locale: string, isForOther: boolean) {
  const own = await getTranslations({ locale, namespace: 'appointments.book' });
  const other = await getTranslations({ locale, namespace: 'appointments-office.enter' });
  return {
    name: isForOther ? other('name') : own('name'),
    languageHint: isForOther ? other('languageHint') : own('languageHint'),
    stepFree: isForOther ? other('stepFree') : own('stepFree'),
    phoneFrom: isForOther ? 'off' : 'tel',
  };
}

/** Nothing is chosen by itself: the time that is gone must not become another one unseen. */
async function Another({ locale, slots }: { locale: string; slots: readonly FreeSlot[] }) {
  const t = await getTranslations({ locale, namespace: 'appointments' });
  return (
    <Select
      name="slot"
      label={t('book.another')}
      whoSees={{ above: SEEN }}
      placeholder={t('book.choose')}
      options={await slotOptions(slots, locale)}
      required
    />
  );
}

/** Nobody comes in vain: what there is instead of steps. */
async function Steps({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'appointments' });
  const to = (kind: SlotKind) =>
    localized(locale, appointmentsPaths.found({ kind, language: null }));
  return (
    <Notice tone="info">
      <p>{t('book.steps')}</p>
      <ul>
        <li>
          <a href={to('PHONE')}>{t('book.byPhone')}</a>
        </li>
        <li>
          <a href={to('HOME_VISIT')}>{t('book.atHome')}</a>
        </li>
      </ul>
    </Notice>
  );
}
