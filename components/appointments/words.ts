import { getTranslations } from 'next-intl/server';
import { languagesFor } from '@/lib/appointments/rules';

/** What a language is called in the language of the page: `de` → „Deutsch“. */
export function languageName(code: string, locale: string): string {
  const names = new Intl.DisplayNames([locale === 'en' ? 'en' : 'de'], { type: 'language' });
  return names.of(code) ?? code;
}

/** All languages to choose from; of those nobody speaks there it is said before anybody takes the appointment. @param spoken there */
export async function languageOptions(
  spoken: readonly string[],
  locale: string,
): Promise<{ value: string; label: string }[]> {
  const t = await getTranslations({ locale, namespace: 'appointments.book' });
  return languagesFor(spoken).map((value) => {
    const name = languageName(value, locale);
    const label = spoken.includes(value) ? name : t('unspoken', { language: name });
    return { value, label };
  });
}
