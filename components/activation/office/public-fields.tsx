import { getTranslations } from 'next-intl/server';
import { TextArea } from '@/components/form/text-area';
import { TextField } from '@/components/form/text-field';
import { LENGTHS } from '@/lib/activation/formats/rules';
import type { PublicWording } from '@/lib/activation/formats/types';

interface PublicFieldsProps {
  locale: string;
  format: PublicWording & { name: string };
}

/** The words for everybody; the office's own texts are never filled in here. */
export async function PublicFields({ locale, format }: PublicFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'activation-formats.field' });
  const seen = { audience: 'PUBLIC', text: t('publicSeen') } as const;
  return (
    <>
      <TextField
        name="publicName"
        label={t('publicName')}
        whoSees={seen}
        required
        maxLength={LENGTHS.publicName}
        defaultValue={format.publicName || format.name}
      />
      <TextArea
        name="publicText"
        minLength={10}
        label={t('publicText')}
        whoSees={seen}
        required
        rows={4}
        maxLength={LENGTHS.publicText}
        defaultValue={format.publicText}
      />
      <TextArea
        name="publicLearnt"
        label={t('publicLearnt')}
        whoSees={seen}
        rows={4}
        maxLength={LENGTHS.publicLearnt}
        defaultValue={format.publicLearnt}
      />
    </>
  );
}
