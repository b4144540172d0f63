import { getTranslations } from 'next-intl/server';
import { officeToday } from '@/lib/core/office-time';
import { isOfClosedQuarter } from '@/lib/outreach/rules';

/** What is entered of a quarter that is closed changes no figure; nobody should find that out by themselves. */
export async function CountsNoMore({ locale, day }: { locale: string; day: string }) {
  if (!isOfClosedQuarter(day, officeToday())) return null;
  const t = await getTranslations({ locale, namespace: 'outreach-contacts' });
  return <p>{t('late')}</p>;
}
