import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { Progress } from '@/components/ui/progress';
import { localized } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';
import { longDateTime } from '@/lib/i18n/dates';
import type { ComingSession } from '@/lib/office/types';

type NextSessionProps = { locale: string; session: ComingSession };

/** How far the next session is prepared: minutes of the agenda, seats taken. */
export async function NextSession({ locale, session }: NextSessionProps) {
  const t = await getTranslations({ locale, namespace: 'office.today' });
  const { number, title, inDays, startsAt, place, agendaMinutes, lengthMinutes } = session;
  const { persons, waitingPersons, capacity } = session;
  const isFull = agendaMinutes > lengthMinutes;
  return (
    <Card
      title={title}
      titleLang="de"
      href={localized(locale, forumPaths.teamForumSession(number))}
      overline={t('sessionIn', { days: inDays })}
      meta={`${longDateTime(startsAt, locale)} · ${place}`}
    >
      <div className="stack">
        <Progress
          label={t('agenda')}
          value={agendaMinutes}
          max={lengthMinutes}
          text={t(isFull ? 'agendaTooLong' : 'agendaMinutes', {
            used: agendaMinutes,
            all: lengthMinutes,
          })}
        />
        {capacity === null ? (
          <p>{t('signedUp', { persons })}</p>
        ) : (
          <Progress
            label={t('seats')}
            value={persons}
            max={capacity}
            text={t('seatsTaken', { persons, capacity, waiting: waitingPersons })}
          />
        )}
      </div>
    </Card>
  );
}
