import { getTranslations } from 'next-intl/server';
import { TextArea } from '@/components/form/text-area';
import { TextField } from '@/components/form/text-field';
import type { PartnerProfile } from '@/lib/network/types';

type ProfileFieldsProps = {
  locale: string;
  profile?: PartnerProfile | undefined;
  /** Who fills it in: the partner is asked about itself, the office about the partner. */
  asks: 'own' | 'office';
};

/** What everybody will read about a partner; the partner and the office fill in the same fields. */
export async function ProfileFields({ locale, profile, asks }: ProfileFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'network' });
  const seen = { audience: 'PUBLIC', text: t('seen.everybody') } as const;
  return (
    <>
      <TextArea
        name="roleInQuarter"
        label={t(`asks.${asks}.roleInQuarter`)}
        hint={t('hint.roleInQuarter')}
        whoSees={seen}
        rows={3}
        required
        defaultValue={profile?.roleInQuarter}
      />
      <TextArea
        name="responsibilities"
        label={t(`asks.${asks}.responsibilities`)}
        hint={t('hint.responsibilities')}
        whoSees={seen}
        rows={5}
        defaultValue={profile?.responsibilities.join('\n')}
      />
      <TextArea
        name="offers"
        label={t(`asks.${asks}.offers`)}
        hint={t('hint.offers')}
        whoSees={seen}
        rows={3}
        defaultValue={profile?.offers.join('\n')}
      />
      <ReachFields locale={locale} profile={profile} asks={asks} />
    </>
  );
}

/** How people reach a partner. */
async function ReachFields({ locale, profile, asks }: ProfileFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'network' });
  const seen = { audience: 'PUBLIC', text: t('seen.everybody') } as const;
  return (
    <>
      <TextField
        name="contactRole"
        label={t(`asks.${asks}.contactRole`)}
        hint={t('hint.contactRole')}
        whoSees={seen}
        defaultValue={profile?.contactRole}
      />
      <TextField
        name="phone"
        type="tel"
        label={t('field.phone')}
        whoSees={seen}
        width="medium"
        defaultValue={profile?.phone}
      />
      <TextField
        name="email"
        type="email"
        label={t('field.email')}
        whoSees={seen}
        defaultValue={profile?.email}
      />
      <TextArea
        name="openingHours"
        label={t('field.openingHours')}
        whoSees={seen}
        rows={2}
        defaultValue={profile?.openingHours}
      />
      <TextField
        name="accessibility"
        label={t('field.accessibility')}
        hint={t('hint.accessibility')}
        whoSees={seen}
        defaultValue={profile?.accessibility}
      />
      <TextField
        name="languages"
        label={t('field.languages')}
        whoSees={seen}
        defaultValue={profile?.languages}
      />
    </>
  );
}
