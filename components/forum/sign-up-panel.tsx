import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { PhoneLine } from '@/components/ui/phone-link';
import { localized } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';
import type { SeatCount, SignUpStatus } from '@/lib/forum/sessions/types';
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
  const isFull = freeSeats(seats) === 0;
  return (
    <div className="stack">
      <SeatsText locale={locale} seats={seats} status={status} />
      {status === 'open' ? (
        <div className="cluster no-print">
          <ButtonLink href={localized(locale, forumPaths.forumSignUp(number))} arrow>
            {isFull ? t('session.waitAction') : t('session.signUpAction')}
          </ButtonLink>
        </div>
      ) : (
        <p>{status === 'running' ? t('session.runningNow') : t('session.deadlineOver')}</p>
      )}
      {status === 'open' && deadline !== null ? (
        <p className="small">{t('session.signUpUntil', { date: longDate(deadline, locale) })}</p>
      ) : null}
      <PhoneLine number={phone} className="small">
        {t('session.orCall')}
      </PhoneLine>
      <p className="small">{t('session.walkIn')}</p>
      <p className="small">
        <a href={localized(locale, forumPaths.registrationLookup())}>{t('find.title')}</a>
      </p>
    </div>
  );
}
