import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';

type PersonSavedProps = { locale: string; what: string | string[] | undefined };

/** What was just done with name and contact. */
export async function PersonSaved({ locale, what }: PersonSavedProps) {
  if (what !== 'corrected' && what !== 'erased') return null;
  // messages: initiatives-person.saved.*
  const t = await getTranslations({ locale, namespace: 'initiatives-person.saved' });
  return (
    <Notice tone="good" role="status">
      <p>{t(what)}</p>
    </Notice>
  );
}
