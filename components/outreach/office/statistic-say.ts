import { getTranslations } from 'next-intl/server';

type Say = (key: string, values?: Record<string, string | number>) => string;

/** The words a statistic is told in, on the page, on paper and as a table. */
export async function statisticSay(
  locale: string,
): Promise<Record<'own' | 'contacts' | 'setting', Say>> {
  // messages: outreach-statistics.row.* outreach-statistics.section.* outreach-statistics.unit.*
  const own = await getTranslations({ locale, namespace: 'outreach-statistics' });
  // messages: outreach-contacts.age.* outreach-contacts.mood.* outreach-contacts.outcome.*
  const contacts = await getTranslations({ locale, namespace: 'outreach-contacts' });
  // messages: outreach.setting.*
  const setting = await getTranslations({ locale, namespace: 'outreach.setting' });
  return {
    own: own as unknown as Say,
    contacts: contacts as unknown as Say,
    setting: setting as unknown as Say,
  };
}
