import { getRequestConfig } from 'next-intl/server';
import { officeZone } from '@/lib/core/office-time';
import { isLocale } from '@/lib/core/paths';
import { catalogue } from './catalogue';

/** Tells next-intl where the sentences are; the zone is the office's, never the reader's machine's. */
const requestConfig = getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = asked && isLocale(asked) ? asked : 'de';
  return { locale, messages: await catalogue(locale), timeZone: officeZone() };
});

export default requestConfig;
