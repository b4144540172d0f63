import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import type { PersonWords } from './person-of-case';

type PersonSavedProps = {
  locale: string;
  words: PersonWords;
  what: string | string[] | undefined;
};

/** What was just done with name and contact of whoever has a case. */
export async function PersonSaved({ locale, words, what }: PersonSavedProps) {
  if (what !== 'corrected' && what !== 'erased') return null;
  // messages: forum-person.saved.* initiatives-person.saved.* proposals-person.saved.*
  const t = await getTranslations({ locale, namespace: `${words}.saved` });
  return (
    <Notice tone="good" role="status">
      <p>{t(what)}</p>
    </Notice>
  );
}
