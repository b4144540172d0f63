import { getTranslations } from 'next-intl/server';
import { languagesFor } from '@/lib/appointments/rules';
import type { FreeSlot } from '@/lib/appointments/types';
import { longDateTime } from '@/lib/i18n/dates';

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

/** Times to choose from in one field. */
export const slotOptions = (slots: readonly FreeSlot[], locale: string) =>
  Promise.all(slots.map(async (slot) => ({ value: slot.id, label: await lineOf(slot, locale) })));

/** Begins with the day, so that typing it finds it. */
async function lineOf(slot: FreeSlot, locale: string): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'appointments' });
  const { startsAt, timeZone, kind, place, stepFree, languages } = slot;
  const parts = [
    longDateTime(startsAt, locale, timeZone),
    // messages: appointments.kind.*
    t(`kind.${kind}`),
    ...(kind === 'PERSONAL' ? [place, stepFree ? t('stepFree') : t('steps')] : []),
    languages.map((code) => languageName(code, locale)).join(', '),
  ];
  return parts.join(' · ');
}
