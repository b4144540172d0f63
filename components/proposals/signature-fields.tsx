import { getTranslations } from 'next-intl/server';
import { DateField } from '@/components/form/date-fields';
import { TextField } from '@/components/form/text-field';
import { whoSees } from '@/components/form/who-sees';
import type { SignatureListView } from '@/lib/proposals/signatures/types';

type SignatureFieldsProps = { locale: string; list?: SignatureListView | undefined };

/** How many, when and where; with a list's values when it is corrected. */
export async function SignatureFields({ locale, list }: SignatureFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'proposals-signatures.field' });
  const seen = await whoSees(locale);
  // Several of these forms stand on one page.
  const id = (name: string) => (list ? `${name}-${list.id}` : name);
  return (
    <>
      <TextField
        id={id('signatures')}
        name="signatures"
        label={t('signatures')}
        hint={t('signaturesHint')}
        whoSees="nobody"
        inputMode="numeric"
        width="short"
        required
        defaultValue={list ? String(list.signatures) : undefined}
      />
      <DateField
        whoSees={seen.INTERNAL}
        id={id('collectedOn')}
        name="collectedOn"
        label={t('collectedOn')}
        required
        defaultValue={list?.collectedOn}
      />
      <TextField
        id={id('place')}
        name="place"
        label={t('place')}
        hint={t('placeHint')}
        whoSees={seen.INTERNAL}
        required
        defaultValue={list?.place}
      />
    </>
  );
}
