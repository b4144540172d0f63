import { getTranslations } from 'next-intl/server';
import { TextField } from '@/components/form/text-field';

/** The receipt as it stands on the slip; case and hyphens do not matter. */
export async function ReceiptFields({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  return (
    <TextField
      name="receipt"
      whoSees="nobody"
      label={t('receipt.code')}
      hint={t('receipt.codeHint')}
      required
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
    />
  );
}
