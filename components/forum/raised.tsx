import { getTranslations } from 'next-intl/server';
import { contentLang } from '@/lib/core/paths';
import { isBeyondConfirmed } from '@/lib/forum/minutes/rules';
import { longDate } from '@/lib/i18n/dates';

type RaisedProps = {
  locale: string;
  raised: boolean;
  late?: { at: Date; why: string } | null;
};

/** That an item was not announced, and, where minutes were public already, when and why it was added to them. */
export async function Raised({ locale, raised, late = null }: RaisedProps) {
  if (!raised) return null;
  const t = await getTranslations({ locale, namespace: 'forum-raised' });
  return (
    <>
      <p className="small text-ink-soft">{t('mark')}</p>
      {late === null ? null : (
        <p className="small text-ink-soft">
          {t.rich('late', {
            date: longDate(late.at, locale),
            why: (label) => (
              <>
                {label} <span lang={contentLang(locale)}>{late.why}</span>
              </>
            ),
          })}
        </p>
      )}
    </>
  );
}

type BeyondProps = {
  locale: string;
  items: Parameters<typeof isBeyondConfirmed>[0];
  /** When the minutes were confirmed; null: they are not. */
  since: Date | null;
};

/** That not all of confirmed minutes is what was confirmed. */
export async function BeyondConfirmed({ locale, items, since }: BeyondProps) {
  if (!isBeyondConfirmed(items, since)) return null;
  const t = await getTranslations({ locale, namespace: 'forum-raised' });
  return <p>{t('beyondConfirmed')}</p>;
}
