import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { CallNote } from '@/components/office/call-note';
import { clockTime } from '@/lib/i18n/dates';
import type { CallItem } from '@/lib/mail/calls/types';

type DoneCallsProps = {
  locale: string;
  /** What was done with one press stands together. */
  presses: CallItem[][];
  /** The form that puts back what one press did. */
  putBack: (items: CallItem[]) => ReactNode;
};

/** What was done since yesterday, each press with the way back. */
export async function DoneCalls({ locale, presses, putBack }: DoneCallsProps) {
  const t = await getTranslations({ locale, namespace: 'office.calls' });
  return (
    <ul>
      {presses.map((items) => (
        <li
          key={items[0]?.id}
          className="flex flex-wrap items-center justify-between gap-4 border-b border-rule py-3"
        >
          <div className="min-w-0">
            <p>
              <strong lang="de">{items[0]?.person || t('nameless')}</strong>{' '}
              {t(items[0]?.kind === 'LETTER' ? 'wasSent' : 'wasCalled', {
                time: items[0]?.doneAt ? clockTime(items[0].doneAt, locale) : '',
              })}
            </p>
            {items.map((item) => (
              <div key={item.id}>
                <p className="small text-ink-soft" lang="de">
                  {item.subject}
                </p>
                <CallNote locale={locale} item={item} />
              </div>
            ))}
          </div>
          {putBack(items)}
        </li>
      ))}
    </ul>
  );
}
