import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { daysBetween } from '@/lib/core/clock';
import { officeDate } from '@/lib/core/office-time';
import { contentLang, localized } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';
import type { NextSession as Session } from '@/lib/forum/sessions/types';
import { longDateTime, relativeDays } from '@/lib/i18n/dates';

type NextSessionProps = { locale: string; session: Session | null; today: string };

/** When neighbours meet next, and the way to sign up. */
export async function NextSession({ locale, session, today }: NextSessionProps) {
  const t = await getTranslations({ locale, namespace: 'home' });
  if (!session) return <p>{t('next.none')}</p>;
  // messages: home.next.way.* home.next.action.*
  const { wayIn } = session;
  const days = daysBetween(today, officeDate(session.startsAt));
  return (
    <Card
      title={session.title}
      titleLang={contentLang(locale)}
      href={localized(locale, forumPaths.forumSession(session.number))}
      overline={
        <time dateTime={session.startsAt.toISOString()}>
          {longDateTime(session.startsAt, locale)} ({relativeDays(days, locale)})
        </time>
      }
      meta={<span lang={contentLang(locale)}>{session.place}</span>}
      footer={
        wayIn === 'open' || wayIn === 'waitingList' ? (
          <a href={localized(locale, forumPaths.forumSignUp(session.number))}>
            {t(`next.action.${wayIn}`)}
          </a>
        ) : undefined
      }
    >
      <p>{t(`next.way.${wayIn}`)}</p>
    </Card>
  );
}
