import 'server-only';
import { createTranslator } from 'use-intl/core';
import { isLocale } from '@/lib/core/routes';
import { catalogue } from './catalogue';

/** One sentence outside of a page: in answers to forms, in mails. @param key full key, e.g. `form.failed` */
export async function sentence(
  locale: string,
  key: string,
  params: Readonly<Record<string, string | number>> = {},
): Promise<string> {
  const known = isLocale(locale) ? locale : 'de';
  const translate = createTranslator({ locale: known, messages: await catalogue(known) });
  // messages: given
  return translate(key as never, params as never);
}
