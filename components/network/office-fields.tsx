import { getTranslations } from 'next-intl/server';
import { Select } from '@/components/form/select';
import { TextArea } from '@/components/form/text-area';
import { TextField } from '@/components/form/text-field';
import { PARTNER_KINDS } from '@/lib/network/rules';
import type { PartnerCase } from '@/lib/network/types';
import { ProfileFields } from './profile-fields';

type OfficeFieldsProps = { locale: string; partner?: PartnerCase | undefined };

/** Everything the office keeps about a partner: name and kind, the public part, and what stays here. */
export async function OfficeFields({ locale, partner }: OfficeFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'network' });
  return (
    <>
      <TextField
        name="name"
        label={t('field.name')}
        whoSees={{ audience: 'PUBLIC', text: t('seen.everybody') }}
        required
        defaultValue={partner?.name}
      />
      <Select
        whoSees={{ audience: 'INTERNAL', text: t('seen.office') }}
        name="kind"
        label={t('field.kind')}
        placeholder={t('choose')}
        required
        defaultValue={partner?.kind ?? ''}
        options={PARTNER_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <ProfileFields locale={locale} profile={partner} asks="office" />
      <TextArea
        name="contactPerson"
        label={t('field.contactPerson')}
        hint={t('hint.contactPerson')}
        whoSees={{ audience: 'INTERNAL', text: t('seen.office') }}
        rows={2}
        defaultValue={partner?.contactPerson}
      />
      <TextField
        name="agreedResponseDays"
        label={t('field.agreedResponseDays')}
        hint={t('hint.agreedResponseDays')}
        whoSees="nobody"
        inputMode="numeric"
        width="short"
        defaultValue={partner?.agreedResponseDays ? String(partner.agreedResponseDays) : undefined}
      />
    </>
  );
}
