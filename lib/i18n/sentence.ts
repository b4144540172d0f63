import 'server-only';
import { createTranslator } from 'use-intl/core';
import { isLocale, type Locale } from '@/lib/core/paths';
import { Secret } from '@/lib/core/secret';
import { catalogue } from './catalogue';

type Messages = Awaited<ReturnType<typeof catalogue>>;
const translators = new WeakMap<Messages, ReturnType<typeof createTranslator>>();

/** One for each catalogue: it keeps the sentences it has taken apart, and many people are told the same. */
async function translatorOf(locale: Locale) {
  const messages = await catalogue(locale);
  const translator = translators.get(messages) ?? createTranslator({ locale, messages });
  translators.set(messages, translator);
  return translator;
}

/** One sentence outside of a page: in answers to forms, in mails. @param key full key, e.g. `form.failed` */
export async function sentence(
  locale: string,
  key: string,
  params: Readonly<Record<string, string | number>> = {},
): Promise<string> {
  const translate = await translatorOf(isLocale(locale) ? locale : 'de');
  // messages: given
  return translate(key as never, params as never);
}

/** A sentence with something in it that only its reader may see: it stays apart from all others. */
export async function secretSentence(
  locale: string,
  key: string,
  params: Readonly<Record<string, string | number | Secret>>,
): Promise<Secret> {
  const revealed = Object.entries(params).map(
    ([name, value]) => [name, value instanceof Secret ? value.reveal() : value] as const,
  );
  return new Secret(await sentence(locale, key, Object.fromEntries(revealed)));
}
