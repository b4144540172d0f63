import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { CallNote } from '@/components/office/call-note';
import { clockTime } from '@/lib/i18n/dates';
import type { CallItem } from '@/lib/mail/calls/types';

type DoneCallsProps = {
  locale: string;
  items: CallItem[];
  /** The form that puts an item back. */
  putBack: (item: CallItem) => ReactNode;
};

/** What was done since yesterday, each with the way back. */
export async function DoneCalls({ locale, items, putBack }: DoneCallsProps) {
  const t = await getTranslations({ locale, namespace: 'office.calls' });
  return (
    <ul>
      {items.map((item) => (
        <li
          key={item.id}
          className="flex flex-wrap items-center justify-between gap-4 border-b border-rule py-3"
        >
          <div>
            <p>
              <strong lang="de">{item.person || t('nameless')}</strong>{' '}
              {t(item.kind === 'PHONE' ? 'wasCalled' : 'wasSent', {
                time: item.doneAt ? clockTime(item.doneAt, locale) : '',
              })}
            </p>
            <p className="small text-ink-soft" lang="de">
              {item.subject}
            </p>
            <CallNote locale={locale} item={item} />
          </div>
          {putBack(item)}
        </li>
      ))}
    </ul>
  );
}
