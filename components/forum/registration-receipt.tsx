import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page-header';
import { CodeDisplay } from '@/components/ui/code-display';
import { Receipt } from '@/components/ui/receipt';
import type { OwnRegistration } from '@/lib/forum/registrations/types';

type RegistrationReceiptProps = { locale: string; registration: OwnRegistration; code: string };

/** The state of one's own sign-up in one sentence, with number and code to write down. */
export async function RegistrationReceipt({
  locale,
  registration,
  code,
}: RegistrationReceiptProps) {
  const t = await getTranslations({ locale, namespace: 'forum' });
  const seats = await getTranslations({ locale, namespace: 'forum-seats' });
  const { state, seat, number, ended, open } = registration;
  if (state === 'CANCELLED') {
    return (
      <PageHeader
        title={t('own.cancelledTitle')}
        overline={t('own.number', { number })}
        lead={ended ? seats(`ended.${ended.by}.${ended.before}`) : t('numberState.cancelled')}
      />
    );
  }
  const isOff = seat === 'sessionCancelled' || seat === 'over';
  const title = state === 'CONFIRMED' ? t('own.confirmedTitle') : t('own.waitingTitle');
  return (
    <Receipt
      title={isOff ? t('own.title') : title}
      numberLabel={t('own.yourNumber')}
      number={String(number)}
    >
      <p>{await seatSentence(locale, registration)}</p>
      <CodeDisplay label={t('own.yourCode')} code={code} group={4} />
      <p className="small">{open ? t('own.keep') : seats('keepToLook')}</p>
    </Receipt>
  );
}

/** What is so of it now: a seat is only certain at a session that will be. */
async function seatSentence(
  locale: string,
  { seat, movedUp, position }: OwnRegistration,
): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'forum' });
  if (seat === 'CONFIRMED') return movedUp ? t('own.movedUpText') : t('own.confirmedText');
  if (seat === 'WAITLISTED') {
    return t('own.waitingText', { position: position ?? 1, before: (position ?? 1) - 1 });
  }
  // messages: forum.numberState.*
  return t(`numberState.${seat === 'CANCELLED' ? 'cancelled' : seat}`);
}
