import { getTranslations } from 'next-intl/server';
import { FieldRow } from '@/components/form/fieldset';
import { NumberField } from '@/components/form/text-field';
import { AGE_BANDS } from '@/lib/outreach/contacts/rules';
import type { ContactView } from '@/lib/outreach/contacts/types';

interface NumberFieldsProps {
  locale: string;
  /** Where everything is to be put right: what was entered. */
  contact?: ContactView | undefined;
}

/** How many, exactly, and how old. Empty fields mean nobody. */
export async function NumberFields({ locale, contact }: NumberFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'outreach-contacts' });
  const fields = [
    ['contacts', t('field.contacts'), contact?.contacts],
    ['firstContacts', t('field.firstContacts'), contact?.firstContacts],
    // messages: outreach-contacts.age.*
    ...AGE_BANDS.map(
      (band) =>
        [band, t('field.ageOf', { age: t(`age.${band}`) }), contact?.[band] || undefined] as const,
    ),
  ] as const;
  return (
    <>
      <FieldRow>
        {fields.map(([name, label, value]) => (
          <NumberField
            key={name}
            name={name}
            label={label}
            whoSees="nobody"
            optionalText=""
            defaultValue={value}
          />
        ))}
      </FieldRow>
      <NumberField
        name="notMet"
        label={t('field.notMet')}
        hint={t('field.notMetHint')}
        whoSees="nobody"
        optionalText=""
        defaultValue={contact?.notMet || undefined}
      />
    </>
  );
}
