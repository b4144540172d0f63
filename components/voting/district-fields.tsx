import { getTranslations } from 'next-intl/server';
import { HiddenFields } from '@/components/form/hidden-fields';
import { RadioGroup } from '@/components/form/radio-group';

type DistrictFieldsProps = {
  locale: string;
  pollNumber: number;
  /** District the poll is for. */
  districtName: string;
  districts: readonly { id: string; name: string }[];
};

/** Where somebody lives, asked once before a ballot that is for one district only. */
export async function DistrictFields(props: DistrictFieldsProps) {
  const { locale, pollNumber, districtName, districts } = props;
  const t = await getTranslations({ locale, namespace: 'voting' });
  return (
    <>
      <HiddenFields values={{ poll: String(pollNumber) }} />
      <RadioGroup
        name="district"
        label={t('district.title')}
        legendIsHeading
        hint={t('district.hint', { district: districtName })}
        whoSees={{ audience: 'PERSON', text: t('district.whoSees') }}
        required
        options={districts.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  );
}
