import { getTranslations } from 'next-intl/server';
import { TextArea } from '@/components/form/text-area';
import { whoSees } from '@/components/form/who-sees';

/** What the office says about a result; everybody reads it. @param id where another of them stands on the page */
export async function NoteField({ locale, id }: { locale: string; id?: string }) {
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  const seen = await whoSees(locale);
  return (
    <TextArea
      id={id}
      name="text"
      minLength={10}
      label={t('note.text')}
      hint={t('note.hint')}
      whoSees={seen.PUBLIC}
      rows={5}
      required
    />
  );
}
