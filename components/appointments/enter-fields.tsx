import { getTranslations } from 'next-intl/server';
import { Checkbox } from '@/components/form/checkbox';
import { SeenBy } from '@/components/form/field-parts';
import { Select } from '@/components/form/select';
import { TextField } from '@/components/form/text-field';
import { languagesFor, NAME_MAX } from '@/lib/appointments/rules';
import type { FreeSlot } from '@/lib/appointments/types';
import { languageName, slotOptions } from './words';

const SEEN = 'enter-seen';
const whoSees = { above: SEEN };

/** All of it in one form: which time, and what else is asked of whoever takes one. */
export async function EnterFields({
  locale,
  slots,
}: {
  locale: string;
  slots: readonly FreeSlot[];
}) {
  const t = await getTranslations({ locale, namespace: 'appointments-office.enter' });
  const book = await getTranslations({ locale, namespace: 'appointments.book' });
  const languages = [...new Set(slots.flatMap((slot) => slot.languages))];
  return (
    <>
      <SeenBy id={SEEN} seen={{ audience: 'PERSON', text: t('seen') }} />
      {/* What was chosen and is gone meanwhile must not become another time by itself: nothing is chosen then. */}
      <Select
        name="slot"
        label={t('slot')}
        whoSees={whoSees}
        placeholder={t('choose')}
        options={await slotOptions(slots, locale)}
        required
      />
      <TextField
        name="name"
        label={t('name')}
        hint={book('nameHint')}
        whoSees={whoSees}
        autoComplete="off"
        maxLength={NAME_MAX}
        required
      />
      <TextField
        name="phone"
        type="tel"
        inputMode="tel"
        label={t('phone')}
        hint={t('phoneHint')}
        whoSees={whoSees}
        autoComplete="off"
        maxLength={40}
        width="medium"
      />
      <Select
        name="language"
        label={book('language')}
        whoSees={whoSees}
        placeholder={t('choose')}
        defaultValue={languages[0]}
        hint={t('languageHint')}
        options={languagesFor(languages).map((value) => ({
          ...{ value, label: languageName(value, locale) },
        }))}
        required
      />
      <Checkbox name="stepFree" label={t('stepFree')} whoSees={whoSees} />
    </>
  );
}
