import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { CallNote } from '@/components/office/call-note';
import { PhoneLink } from '@/components/ui/phone-link';
import { StateLabel, type StateTone } from '@/components/ui/state-label';
import { localized } from '@/lib/core/paths';
import { longDateTime, shortDate } from '@/lib/i18n/dates';
import type { CallItem } from '@/lib/mail/calls/types';

type CallRowProps = {
  locale: string;
  item: CallItem;
  at: Date;
  /** The forms of this row: reached, not reached, print. */
  children: ReactNode;
};

function toneOf({ dueAt }: CallItem, at: Date): StateTone {
  if (dueAt === null) return 'neutral';
  return dueAt < at ? 'late' : 'waiting';
}

function CallNumber({ number, missing }: { number: string; missing: string }) {
  if (number === '') return <p className="soft">{missing}</p>;
  return (
    <p className="text-xl font-semibold">
      <PhoneLink number={number} />
    </p>
  );
}

/** Somebody who is owed a call or a letter: who, what to say, until when. */
export async function CallRow({ locale, item, at, children }: CallRowProps) {
  const t = await getTranslations({ locale, namespace: 'office.calls' });
  const { kind, person, contact, subject, message, dueAt, createdAt, link } = item;
  const due = dueAt === null ? t('noDate') : t('due', { when: longDateTime(dueAt, locale) });
  return (
    <li className="stack border-b border-rule py-5">
      <h3 lang="de">{person || t('nameless')}</h3>
      {kind === 'PHONE' ? (
        <CallNumber number={contact} missing={t('noNumber')} />
      ) : (
        <p className="whitespace-pre-line" lang="de">
          {contact}
        </p>
      )}
      <p className="small flex flex-wrap gap-x-4">
        <StateLabel tone={toneOf(item, at)}>{due}</StateLabel>{' '}
        <span className="text-ink-soft">{t('since', { date: shortDate(createdAt, locale) })}</span>
      </p>
      <div className="measure" lang="de">
        <p>
          <strong>{subject}</strong>
        </p>
        <p className="whitespace-pre-line">{message}</p>
      </div>
      <CallNote locale={locale} item={item} />
      {link === '' ? null : (
        <p className="small">
          <a href={link.startsWith('/team') ? localized(locale, link) : link}>{t('toCase')}</a>
        </p>
      )}
      <div className="cluster">{children}</div>
    </li>
  );
}
