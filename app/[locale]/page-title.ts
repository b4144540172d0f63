import type { Metadata } from 'next';
import { answerOfForm } from '@/lib/core/answered-form';
import { isAppError } from '@/lib/core/errors';
import { sentence } from '@/lib/i18n/sentence';
import { getOffice } from '@/lib/settings/queries';

/** Title of a page. @param key full catalogue key */
export async function pageTitle(
  locale: string,
  key: string,
  params: Readonly<Record<string, string | number>> = {},
): Promise<Metadata> {
  return titled(locale, await sentence(locale, key, params));
}

/**
 * Title that is not in the catalogue, such as a proposal's; the site bears the Forum's name. Whoever hears it first
 * of all hears that a form was not sent, or is to be looked at once more.
 */
export async function titled(locale: string, title: string): Promise<Metadata> {
  const { forumName } = await getOffice({ locale });
  const whole = title === forumName ? title : `${title} – ${forumName}`;
  const answer = answerOfForm();
  // messages: form.title.*
  const before = answer === '' ? '' : `${await sentence(locale, `form.title.${answer}`)} `;
  return { title: `${before}${whole}` };
}

/**
 * Title of the page of one thing of many, so that two of them are told apart before anything of them is read.
 * @param read its name
 * @param otherwise full catalogue key, for whoever may not read it: the page then says why
 */
export async function titledAs(
  locale: string,
  read: () => Promise<string>,
  otherwise: string,
): Promise<Metadata> {
  try {
    return titled(locale, await read());
  } catch (error) {
    if (!isAppError(error)) throw error;
    return pageTitle(locale, otherwise);
  }
}
