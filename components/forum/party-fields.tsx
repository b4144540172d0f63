import { getTranslations } from 'next-intl/server';
import { CheckboxGroup } from '@/components/form/checkbox-group';
import { TextArea } from '@/components/form/text-area';
import { NumberField } from '@/components/form/text-field';
import { MOST_PERSONS } from '@/lib/forum/registrations/schema';
import { NEEDS } from '@/lib/forum/registrations/types';

/** How many come and what they need: the part of a sign-up that can be changed later. */
export async function PartyFields({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'forum' });
  const form = await getTranslations({ locale, namespace: 'form' });
  return (
    <>
      <NumberField
        name="persons"
        label={t('party.persons')}
        hint={t('party.personsHint', { max: MOST_PERSONS })}
        required
      />
      <CheckboxGroup
        name="needs"
        label={t('party.needs')}
        hint={t('party.needsHint')}
        whoSees={form('whoSees.office')}
        options={NEEDS.map((need) => ({ value: need, label: t(`need.${need}`) }))}
      />
      <TextArea
        name="needsNote"
        label={t('party.note')}
        hint={t('party.noteHint')}
        whoSees={form('whoSees.office')}
        rows={2}
        maxLength={300}
      />
    </>
  );
}
