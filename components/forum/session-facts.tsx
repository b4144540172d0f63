import { getTranslations } from 'next-intl/server';
import { DateTime } from '@/components/ui/date-time';
import { Facts } from '@/components/ui/facts';
import { contentLang } from '@/lib/core/paths';
import type { SessionDetails } from '@/lib/forum/sessions/types';
import { clockTime, longDate } from '@/lib/i18n/dates';

type Span = { startsAt: Date; endsAt: Date };

/** „Mi, 20. Januar 2027, 17:30 Uhr bis 19:00 Uhr“. */
export async function SessionTime({ locale, session }: { locale: string; session: Span }) {
  const t = await getTranslations({ locale, namespace: 'forum' });
  return (
    <DateTime value={session.startsAt.toISOString()}>
      {t('session.time', {
        date: longDate(session.startsAt, locale),
        from: clockTime(session.startsAt, locale),
        to: clockTime(session.endsAt, locale),
      })}
    </DateTime>
  );
}

type Shown = Pick<
  SessionDetails,
  | 'startsAt'
  | 'endsAt'
  | 'place'
  | 'fallbackPlace'
  | 'access'
  | 'childCare'
  | 'liftService'
  | 'translation'
  | 'moderator'
>;

/** When, where, and what helps to be able to come; what is not known is left out. */
export async function SessionFacts({ locale, session }: { locale: string; session: Shown }) {
  const t = await getTranslations({ locale, namespace: 'forum' });
  const lang = contentLang(locale);
  const texts: [string, string][] = [
    [t('session.place'), session.place],
    [t('session.fallbackPlace'), session.fallbackPlace],
    [t('session.access'), session.access],
    [t('session.childCare'), session.childCare],
    [t('session.liftService'), session.liftService],
    [t('session.translation'), session.translation],
    [t('session.moderator'), session.moderator],
  ];
  const known = texts
    .filter(([, text]) => text !== '')
    .map(([label, text]) => ({ label, value: <span lang={lang}>{text}</span> }));
  const when = {
    label: t('session.when'),
    value: <SessionTime locale={locale} session={session} />,
  };
  return <Facts items={[when, ...known]} />;
}
