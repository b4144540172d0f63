import { getTranslations } from 'next-intl/server';
import { DateField } from '@/components/form/date-fields';
import { SeenBy } from '@/components/form/field-parts';
import { Select } from '@/components/form/select';
import { TextField } from '@/components/form/text-field';
import { PLACE_MAX, SETTINGS } from '@/lib/outreach/rules';

/** Everything about the place has the same readers; said once, above. */
const PLACE_SEEN = 'place-seen';

interface PlaceFieldsProps {
  locale: string;
  districts: readonly { id: string; name: string; places: readonly string[] }[];
  start: { day?: string; districtId?: string; setting?: string; place?: string };
}

/** On which day and roughly where; nothing that leads to a door. */
export async function PlaceFields({ locale, districts, start }: PlaceFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'outreach-contacts.field' });
  const quick = await getTranslations({ locale, namespace: 'outreach-contacts.quick' });
  const seen = { above: PLACE_SEEN };
  // messages: outreach.setting.*
  const setting = await getTranslations({ locale, namespace: 'outreach.setting' });
  return (
    <>
      <SeenBy id={PLACE_SEEN} seen={{ audience: 'INTERNAL', text: quick('seen') }} />
      <Select
        whoSees={seen}
        name="districtId"
        label={t('district')}
        placeholder={t('choose')}
        required
        defaultValue={start.districtId ?? ''}
        options={districts.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        whoSees={seen}
        name="setting"
        label={t('setting')}
        required
        defaultValue={start.setting ?? 'OPEN_SPACE'}
        options={SETTINGS.map((value) => ({ value, label: setting(value) }))}
      />
      <TextField
        whoSees={seen}
        name="place"
        label={t('place')}
        hint={t('placeHint')}
        maxLength={PLACE_MAX}
        defaultValue={start.place}
        suggestions={[...new Set(districts.flatMap(({ places }) => places))]}
      />
      <DateField whoSees={seen} name="day" label={t('day')} required defaultValue={start.day} />
    </>
  );
}
