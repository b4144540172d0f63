import { getTranslations } from 'next-intl/server';
import type { RuleWords } from '@/lib/calendar/dates/types';
import { longDate } from '@/lib/i18n/dates';

type Weekday = '1' | '2' | '3' | '4' | '5' | '6' | '7';

/** "Jeden Dienstag, bis Mi, 30. Juni 2027". @param endsOn last local date or `null` */
export async function rhythmText(
  locale: string,
  { repeat, weekday, ordinal }: RuleWords,
  endsOn: string | null,
): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'calendar' });
  const common = await getTranslations({ locale, namespace: 'common' });
  const rhythm = t(`rhythm.${repeat}`, {
    weekday: common(`weekday.${String(weekday) as Weekday}`),
    ordinal,
  });
  if (endsOn === null) return rhythm;
  const date = longDate(new Date(`${endsOn}T12:00:00Z`), locale);
  return t('rhythm.upTo', { rhythm, date });
}
