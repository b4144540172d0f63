import { getTranslations } from 'next-intl/server';
import { Card, CardList } from '@/components/ui/card';
import { contentLang, localized } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';
import { signUpStatus } from '@/lib/forum/sessions/rules';
import type { SessionInList } from '@/lib/forum/sessions/types';
import { SessionTime } from './session-facts';
import { SessionStatus } from './session-state';

type SessionCardsProps = {
  locale: string;
  label: string;
  sessions: readonly SessionInList[];
  at: Date;
};

const MOST_SHOWN = 3;

/** Sessions as cards: when, where, where it stands, what came of it. */
export async function SessionCards({ locale, label, sessions, at }: SessionCardsProps) {
  const t = await getTranslations({ locale, namespace: 'forum' });
  return (
    <CardList columns={2} label={label}>
      {sessions.map((session) => (
        <Card
          key={session.id}
          title={session.title}
          titleLang={contentLang(locale)}
          href={localized(locale, forumPaths.forumSession(session.number))}
          overline={<SessionTime locale={locale} session={session} />}
          state={<SessionStatus locale={locale} status={signUpStatus(session, at)} />}
          meta={
            session.attended === null
              ? session.place
              : t('overview.attended', { place: session.place, attended: session.attended })
          }
        >
          <Recommended locale={locale} texts={session.recommended} />
        </Card>
      ))}
    </CardList>
  );
}

async function Recommended({ locale, texts }: { locale: string; texts: readonly string[] }) {
  if (texts.length === 0) return null;
  const t = await getTranslations({ locale, namespace: 'forum' });
  const more = texts.length - MOST_SHOWN;
  return (
    <>
      <p>{t('overview.recommended')}</p>
      <ul className="list-disc ps-5" lang={contentLang(locale)}>
        {texts.slice(0, MOST_SHOWN).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {more > 0 ? <p className="small mt-2">{t('overview.more', { more })}</p> : null}
    </>
  );
}
