import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Details } from '@/components/ui/details';
import { longDate } from '@/lib/i18n/dates';
import type { FailedMail } from '@/lib/mail/failed/types';

type FailedMailsProps = {
  locale: string;
  mails: FailedMail[];
  /** The form that tries again or takes the mail off; nothing while the program itself still tries. */
  handle?: ((mail: FailedMail) => ReactNode) | undefined;
};

/** Mails that did not arrive, with their text, so that people can be told otherwise. */
export async function FailedMails({ locale, mails, handle }: FailedMailsProps) {
  const t = await getTranslations({ locale, namespace: 'office.mails' });
  return (
    <ul>
      {mails.map((mail) => (
        <li key={mail.id} className="stack border-b border-rule py-5">
          <h3 lang="de">{mail.subject}</h3>
          <p className="small">
            {t(handle ? 'to' : 'underWayTo', {
              recipient: mail.recipient,
              date: longDate(mail.createdAt, locale),
              attempts: mail.attempts,
            })}
          </p>
          {mail.text === '' ? null : (
            <Details summary={t('text')}>
              <p className="whitespace-pre-line" lang="de">
                {mail.text}
              </p>
            </Details>
          )}
          {handle?.(mail)}
        </li>
      ))}
    </ul>
  );
}
