import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { PhoneLine } from '@/components/ui/phone-link';
import { localized } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';
import { wayIn } from '@/lib/forum/sessions/rules';
import type { SeatCount, SignUpStatus, WayIn } from '@/lib/forum/sessions/types';
import { freeSeats } from '@/lib/forum/waiting-list/rules';
import { longDate } from '@/lib/i18n/dates';
import { SeatsText } from './seats-text';

type SignUpPanelProps = {
  locale: string;
  number: number;
  status: SignUpStatus;
  seats: SeatCount;
  deadline: Date | null;
  phone: string;
};

/** Seats, the one button, and the ways for those who do not press buttons. */
export async function SignUpPanel(props: SignUpPanelProps) {
  const { locale, number, status, seats, deadline, phone } = props;
  const t = await getTranslations({ locale, namespace: 'forum' });
  if (status === 'over' || status === 'cancelled' || status === 'postponed') return null;
  const way = wayIn(status, freeSeats(seats) === 0);
  return (
    <div className="stack">
      <SeatsText locale={locale} seats={seats} status={status} />
      <Way {...{ locale, number, deadline }} way={way} />
      <PhoneLine number={phone} className="small">
        {t('session.orCall')}
      </PhoneLine>
      {way === 'open' ? <p className="small">{t('session.walkIn')}</p> : null}
      <p className="small">
        <a href={localized(locale, forumPaths.registrationLookup())}>{t('find.title')}</a>
      </p>
    </div>
  );
}

type WayProps = Pick<SignUpPanelProps, 'locale' | 'number' | 'deadline'> & { way: WayIn };

/** The button while there is one to press; after that whether one can just come. */
async function Way({ locale, number, deadline, way }: WayProps) {
  const t = await getTranslations({ locale, namespace: 'forum' });
  const seats = await getTranslations({ locale, namespace: 'forum-seats' });
  if (way === 'full') return <p>{seats('closed')}</p>;
  if (way === 'running') return <p>{t('session.runningNow')}</p>;
  if (way === 'walkIn') return <p>{t('session.deadlineOver')}</p>;
  return (
    <>
      <div className="cluster no-print">
        <ButtonLink href={localized(locale, forumPaths.forumSignUp(number))} arrow>
          {way === 'waitingList' ? t('session.waitAction') : t('session.signUpAction')}
        </ButtonLink>
      </div>
      {deadline === null ? null : (
        <p className="small">{t('session.signUpUntil', { date: longDate(deadline, locale) })}</p>
      )}
    </>
  );
}
