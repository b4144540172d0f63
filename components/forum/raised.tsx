import { getTranslations } from 'next-intl/server';
import { contentLang } from '@/lib/core/paths';
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
