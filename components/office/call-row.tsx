import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { CallNote } from '@/components/office/call-note';
import { PhoneLink } from '@/components/ui/phone-link';
import { StateLabel, type StateTone } from '@/components/ui/state-label';
import { localized } from '@/lib/core/paths';
import { longDateTime, shortDate } from '@/lib/i18n/dates';
import type { CallItem, CallPerson } from '@/lib/mail/calls/types';

type CallRowProps = {
  locale: string;
  person: CallPerson;
  at: Date;
  /** For each thing, e.g. the way to print its letter. */
  each?: ((item: CallItem) => ReactNode) | undefined;
  /** The form of this row: reached, not reached. */
  children: ReactNode;
};

function toneOf(dueAt: Date, at: Date): StateTone {
  return dueAt < at ? 'late' : 'waiting';
}

type CallNumberProps = { number: string; missing: string; unproven: string };

function CallNumber({ number, missing, unproven }: CallNumberProps) {
  if (number === '') return <p className="soft">{missing}</p>;
  if (number.includes('@')) {
    return (
      <>
        <p className="text-xl font-semibold" translate="no">
          {number}
        </p>
        <p className="soft">{unproven}</p>
      </>
    );
  }
  return (
    <p className="text-xl font-semibold">
      <PhoneLink number={number} />
    </p>
  );
}

/** Somebody who is owed calls or letters: who, until when, and all there is to say. */
export async function CallRow({ locale, person, at, each, children }: CallRowProps) {
  const t = await getTranslations({ locale, namespace: 'office.calls' });
  const { kind, names, contact, dueAt, items } = person;
  const due = t('due', { when: longDateTime(dueAt, locale) });
  return (
    <li className="stack border-b border-rule py-5">
      <h3 lang="de">{names.join(', ') || t('nameless')}</h3>
      {kind === 'PHONE' ? (
        <CallNumber number={contact} missing={t('noNumber')} unproven={t('unproven')} />
      ) : (
        <p className="whitespace-pre-line" lang="de">
          {contact}
        </p>
      )}
      <p className="small">
        <StateLabel tone={toneOf(dueAt, at)}>{due}</StateLabel>
      </p>
      {items.map((item) => (
        <CallText key={item.id} locale={locale} item={item} isNamed={names.length > 1}>
          {each?.(item)}
        </CallText>
      ))}
      <div className="cluster">{children}</div>
    </li>
  );
}

type TextProps = { locale: string; item: CallItem; isNamed: boolean; children: ReactNode };

/** One thing to say. */
async function CallText({ locale, item, isNamed, children }: TextProps) {
  const t = await getTranslations({ locale, namespace: 'office.calls' });
  const { person, subject, message, link, createdAt } = item;
  return (
    <div className="stack measure">
      <p lang="de">
        <strong>{subject}</strong>
      </p>
      <p className="whitespace-pre-line" lang="de">
        {message}
      </p>
      <p className="small flex flex-wrap gap-x-4 text-ink-soft">
        {isNamed && person !== '' ? <span>{t('for', { person })}</span> : null}
        <span>{t('since', { date: shortDate(createdAt, locale) })}</span>
        {link === '' ? null : (
          <a href={link.startsWith('/team') ? localized(locale, link) : link}>{t('toCase')}</a>
        )}
        {children}
      </p>
      <CallNote locale={locale} item={item} />
    </div>
  );
}
