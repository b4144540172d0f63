import { getTranslations } from 'next-intl/server';
import { FoldedFields } from '@/components/form/folded-fields';
import { HiddenFields } from '@/components/form/hidden-fields';
import { AGE_BANDS } from '@/lib/outreach/contacts/rules';
import type { Office } from '@/lib/settings/types';
import { dayWords } from '../words';
import { NumberFields } from './number-fields';
import { PlaceFields } from './place-fields';
import { NoteFields, SaidFields } from './said-fields';
import { TapGroup } from './tap-group';

export interface Remembered {
  day: string;
  districtId?: string;
  setting?: string;
  place?: string;
}

interface QuickFieldsProps {
  locale: string;
  id: string;
  office: Pick<Office, 'districts' | 'everyDistrict' | 'categories'>;
  remembered: Remembered;
}

const UP_TO_FIVE = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }));

/** One talk in a few taps; what stays the same from talk to talk is folded away with its answers. */
export async function QuickFields(props: QuickFieldsProps) {
  const { locale, id, office, remembered } = props;
  const t = await getTranslations({ locale, namespace: 'outreach-contacts' });
  return (
    <>
      <HiddenFields values={{ id }} />
      <Where {...props} />
      <TapGroup name="tapped" label={t('field.tapped')} options={UP_TO_FIVE} />
      <TapGroup
        name="tappedFirst"
        label={t('field.tappedFirst')}
        defaultValue={['0']}
        options={[
          { value: '0', label: t('field.nobody') },
          { value: 'all', label: t('field.all') },
          ...UP_TO_FIVE,
        ]}
      />
      <TapGroup
        name="age"
        label={t('field.age')}
        options={[
          ...AGE_BANDS.map((band) => ({ value: band, label: t(`age.${band}`) })),
          { value: 'mixed', label: t('field.mixed') },
        ]}
      />
      <SaidFields locale={locale} categories={office.categories} />
      <FoldedFields
        names={['contacts', 'firstContacts', 'notMet', ...AGE_BANDS]}
        summary={t('quick.exact')}
        open={remembered.setting === 'DOORSTEP'}
      >
        <div className="stack">
          <p>{t('quick.exactText')}</p>
          <NumberFields locale={locale} />
        </div>
      </FoldedFields>
      <FoldedFields names={['note', 'noName']} summary={t('quick.more')}>
        <div className="stack">
          <NoteFields locale={locale} />
        </div>
      </FoldedFields>
    </>
  );
}

async function Where({ locale, office, remembered }: QuickFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'outreach-contacts' });
  const { districtId } = remembered;
  const district = office.everyDistrict.find(({ id }) => id === districtId)?.name;
  const isOffered = office.districts.some(({ id }) => id === districtId);
  const known = [remembered.place, district, dayWords(remembered.day, locale)]
    .filter(Boolean)
    .join(', ');
  return (
    <FoldedFields
      names={['districtId', 'setting', 'place', 'day']}
      summary={district ? t('quick.where', { place: known }) : t('quick.whereOpen')}
      open={!isOffered}
    >
      <div className="stack">
        <PlaceFields locale={locale} districts={office.districts} start={remembered} />
      </div>
    </FoldedFields>
  );
}
