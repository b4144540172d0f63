import { getTranslations } from 'next-intl/server';
import type { Audience } from '@/lib/core/audience';
import type { Seen } from './field-parts';

/** The usual words for who reads what is typed. */
export async function whoSees(locale: string): Promise<Record<Audience, Seen>> {
  const t = await getTranslations({ locale, namespace: 'form.whoSees' });
  return {
    PUBLIC: { audience: 'PUBLIC', text: t('PUBLIC') },
    PERSON: { audience: 'PERSON', text: t('PERSON') },
    INTERNAL: { audience: 'INTERNAL', text: t('INTERNAL') },
  };
}
