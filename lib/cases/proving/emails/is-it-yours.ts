import { localized } from '@/lib/core/paths';
import { Secret } from '@/lib/core/secret';
import { longDateTime } from '@/lib/i18n/dates';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';
import { casesPaths } from '../../paths';

interface Asked {
  number: number;
  token: string;
  endsAt: Date;
  phone: string;
}

/**
 * Asks whoever reads it whether the address is theirs. It may lie in a stranger's inbox: it names a number, which
 * tells no more than how a case stands, and nothing anybody typed.
 */
export async function isItYoursMail(locale: string, data: Asked): Promise<MailContent> {
  const { number, token, endsAt, phone } = data;
  const say = (key: string, params: Record<string, string | number> = {}) =>
    sentence(locale, `cases.proof.mail.${key}`, params);
  return {
    subject: await say('subject', { number }),
    hello: await say('hello'),
    paragraphs: [
      await say('why', { number }),
      await say('yes', { until: longDateTime(endsAt, locale) }),
      await say('no'),
    ],
    ask: await say('ask', { phone }),
    link: {
      label: await say('link'),
      path: new Secret(localized(locale, casesPaths.proveAddress(token))),
    },
  };
}
