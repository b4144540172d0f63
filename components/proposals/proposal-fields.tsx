import { getTranslations } from 'next-intl/server';
import { Select } from '@/components/form/select';
import { TextArea } from '@/components/form/text-area';
import { TextField } from '@/components/form/text-field';
import { DistrictChoice } from '@/components/settings/district-choice';
import { BODY_MAX, PLACE_MAX, TITLE_MAX } from '@/lib/proposals/intake/rules';
import { PersonFields } from './person-fields';

type ProposalFieldsProps = {
  locale: string;
  districts: { id: string; name: string; places: string[] }[];
  categories: { id: string; label: string }[];
  /** It belongs to the account of whoever sends it. */
  tied: boolean;
};

/** The questions of a new proposal, in the order people think: what, where, who. */
export async function ProposalFields({ locale, districts, categories, tied }: ProposalFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'proposals-intake.form' });
  const seen = { audience: 'PUBLIC', text: t('seen') } as const;
  return (
    <>
      <TextField
        name="title"
        minLength={5}
        label={t('title')}
        hint={t('titleHint')}
        whoSees={seen}
        required
        maxLength={TITLE_MAX}
      />
      <TextArea
        name="body"
        minLength={20}
        label={t('body')}
        hint={t('bodyHint')}
        whoSees={seen}
        required
        rows={8}
        maxLength={BODY_MAX}
        counter={{ left: t('bodyLeft'), over: t('bodyOver') }}
      />
      <DistrictChoice label={t('district')} districts={districts} />
      <TextField
        name="place"
        label={t('place')}
        hint={t('placeHint')}
        whoSees={seen}
        maxLength={PLACE_MAX}
        suggestions={districts.flatMap(({ places }) => places)}
      />
      {categories.length === 0 ? null : (
        <Select
          whoSees={seen}
          name="categoryId"
          label={t('category')}
          placeholder={t('categoryOpen')}
          options={categories.map(({ id, label }) => ({ value: id, label }))}
        />
      )}
      <PersonFields locale={locale} tied={tied} />
    </>
  );
}
