import { getTranslations } from 'next-intl/server';
import { localized } from '@/lib/core/paths';
import type { CallItem } from '@/lib/mail/calls/types';
import { mailPaths } from '@/lib/mail/paths';

/** What the office noted about a call, and the way to put it right. */
export async function CallNote({ locale, item }: { locale: string; item: CallItem }) {
  if (item.note === '') return null;
  const t = await getTranslations({ locale, namespace: 'office.calls' });
  return (
    <p className="small text-ink-soft">
      <span className="whitespace-pre-line" lang="de">
        {item.note}
      </span>{' '}
      <a href={localized(locale, mailPaths.teamCallNote(item.id))}>{t('correctNote')}</a>
    </p>
  );
}
