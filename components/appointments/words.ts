/** What a language is called in the language of the page: `de` → „Deutsch“. */
export function languageName(code: string, locale: string): string {
  const names = new Intl.DisplayNames([locale === 'en' ? 'en' : 'de'], { type: 'language' });
  return names.of(code) ?? code;
}
