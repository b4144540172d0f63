import { getTranslations } from 'next-intl/server';
import { DateField } from '@/components/form/date-fields';
import { Select } from '@/components/form/select';
import { TextArea } from '@/components/form/text-area';
import { TextField } from '@/components/form/text-field';
import type { GroupCase } from '@/lib/initiatives/groups/types';

type GroupFieldsProps = {
  locale: string;
  districts: { id: string; name: string }[];
  group?: GroupCase | undefined;
};

/** What is known about a group: public first, then what stays in the office. */
export async function GroupFields({ locale, districts, group }: GroupFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'initiatives-groups' });
  const seen = { audience: 'PUBLIC', text: t('seen.everybody') } as const;
  return (
    <>
      <TextField
        name="name"
        label={t('field.name')}
        whoSees={seen}
        required
        defaultValue={group?.name}
      />
      <TextArea
        name="about"
        minLength={5}
        label={t('field.about')}
        hint={t('hint.about')}
        whoSees={seen}
        rows={4}
        required
        defaultValue={group?.about}
      />
      <Select
        whoSees={seen}
        name="district"
        label={t('field.district')}
        placeholder={t('everywhere')}
        defaultValue={group?.districtId}
        options={districts.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        name="members"
        label={t('field.members')}
        hint={t('hint.members')}
        whoSees={seen}
        inputMode="numeric"
        width="short"
        defaultValue={group?.members ? String(group.members) : undefined}
      />
      <DateField
        whoSees={seen}
        name="activeSince"
        label={t('field.activeSince')}
        defaultValue={group?.activeSince}
      />
      <TextArea
        name="contactPerson"
        label={t('field.contactPerson')}
        hint={t('hint.contactPerson')}
        whoSees={{ audience: 'INTERNAL', text: t('seen.office') }}
        rows={2}
        defaultValue={group?.contactPerson}
      />
    </>
  );
}
