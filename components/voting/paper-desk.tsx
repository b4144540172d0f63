import { getTranslations } from 'next-intl/server';
import { Checkbox } from '@/components/form/checkbox';
import { HiddenFields } from '@/components/form/hidden-fields';
import { Select } from '@/components/form/select';
import { TextField } from '@/components/form/text-field';
import type { PaperDeskView } from '@/lib/voting/vote/papers/types';

type GivePaperFieldsProps = {
  locale: string;
  desk: PaperDeskView;
  districts: readonly { id: string; name: string }[];
  /** Others would learn who has an account. */
  mayNameAddress: boolean;
};

/** Who gets a paper: a card's number, its code or an address, and what they have to say. */
export async function GivePaperFields(props: GivePaperFieldsProps) {
  const { locale, desk, districts, mayNameAddress } = props;
  const t = await getTranslations({ locale, namespace: 'voting-desk' });
  return (
    <>
      <HiddenFields values={{ poll: String(desk.poll.number) }} />
      <TextField
        name="who"
        whoSees="nobody"
        label={mayNameAddress ? t('papers.who') : t('papers.whoCard')}
        hint={t('papers.whoHint')}
        autoComplete="off"
        spellCheck={false}
        width="medium"
        required
      />
      {desk.asksDistrict ? (
        <Select
          whoSees="nobody"
          name="district"
          label={t('papers.district')}
          hint={t('papers.districtHint', { district: desk.poll.rule.districtName })}
          placeholder={t('papers.districtNone')}
          options={districts.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <Checkbox name="age" label={t('papers.age', { age: desk.poll.rule.minAge })} required />
    </>
  );
}
