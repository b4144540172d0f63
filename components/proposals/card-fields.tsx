import { getTranslations } from 'next-intl/server';
import { RadioGroup } from '@/components/form/radio-group';
import { TextArea } from '@/components/form/text-area';
import { TextField } from '@/components/form/text-field';
import { whoSees } from '@/components/form/who-sees';
import { DistrictChoice } from '@/components/settings/district-choice';
import { BODY_MAX, CARD_CHANNELS, PLACE_MAX, TITLE_MAX } from '@/lib/proposals/intake/rules';
import { PersonFields } from './person-fields';

type CardFieldsProps = {
  locale: string;
  districts: { id: string; name: string; places: string[] }[];
  /** As it was with the card before: mostly a whole pile comes from one place. */
  remembered: { districtId: string; channel: string };
  /** Where the words come from, if not from a card or a call. */
  titleHint?: string;
};

/** An idea card in the order it is read; what stays the same for a pile is already chosen. */
export async function CardFields({ locale, districts, remembered, titleHint }: CardFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'proposals-office.card' });
  // messages: proposals.channel.*
  const seen = { audience: 'PUBLIC', text: t('seen') } as const;
  const { INTERNAL } = await whoSees(locale);
  const channel = await getTranslations({ locale, namespace: 'proposals.channel' });
  return (
    <>
      <TextField
        name="title"
        label={t('title')}
        hint={titleHint ?? t('titleHint')}
        whoSees={seen}
        required
        maxLength={TITLE_MAX}
      />
      <TextArea
        name="body"
        label={t('body')}
        hint={t('bodyHint')}
        whoSees={seen}
        rows={3}
        maxLength={BODY_MAX}
      />
      <TextField
        name="place"
        label={t('place')}
        whoSees={seen}
        maxLength={PLACE_MAX}
        suggestions={districts.flatMap(({ places }) => places)}
      />
      <DistrictChoice
        label={t('district')}
        districts={districts}
        defaultValue={remembered.districtId}
        inline
      />
      <RadioGroup
        name="channel"
        label={t('channel')}
        required
        inline
        defaultValue={remembered.channel}
        options={CARD_CHANNELS.map((value) => ({ value, label: channel(value) }))}
      />
      <PersonFields locale={locale} defaults={{ nameChoice: 'NEIGHBOUR' }} brief />
      <TextField
        name="officeNote"
        label={t('officeNote')}
        hint={t('officeNoteHint')}
        whoSees={INTERNAL}
        maxLength={1000}
      />
    </>
  );
}
