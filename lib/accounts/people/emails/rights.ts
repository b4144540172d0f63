import { localized } from '@/lib/core/paths';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';
import { accountsPaths } from '../../paths';
import type { Role } from '../../types';

interface Change {
  given: readonly Role[];
  taken: readonly Role[];
  /** Name of the partner somebody acts for from now on; empty when that stays as it was. */
  actsFor: string;
}

/** Tells somebody which rights an admin gave or took; a right nobody hears of can be misused unseen. */
export function rightsMail({ given, taken, actsFor }: Change, phone: string, locale: string) {
  return mailOf('rights', phone, locale, async (say) => [
    ...(given.length > 0 ? [await say('given', { rights: await named(given, locale) })] : []),
    ...(taken.length > 0 ? [await say('taken', { rights: await named(taken, locale) })] : []),
    ...(actsFor !== '' ? [await say('actsFor', { partner: actsFor })] : []),
  ]);
}

/** Tells somebody that an admin took the second step off their account. */
export function factorResetMail(phone: string, locale: string) {
  return mailOf('factorReset', phone, locale, async (say) => [await say('what')]);
}

type Say = (key: string, params?: Record<string, string>) => Promise<string>;

async function mailOf(
  kind: 'rights' | 'factorReset',
  phone: string,
  locale: string,
  what: (say: Say) => Promise<string[]>,
): Promise<MailContent> {
  const say: Say = (key, params = {}) =>
    sentence(locale, `accounts.mail.${kind}.${key}`, { ...params, phone });
  return {
    subject: await say('subject'),
    paragraphs: [await say('greeting'), ...(await what(say)), await say('otherwise')],
    link: { label: await say('link'), path: localized(locale, accountsPaths.account()) },
  };
}

async function named(roles: readonly Role[], locale: string): Promise<string> {
  const names = roles.map((role) => sentence(locale, `people.role.${role}.name`));
  return new Intl.ListFormat(locale).format(await Promise.all(names));
}
