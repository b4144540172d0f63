import { getTranslations } from 'next-intl/server';
import type { SeatCount, SignUpStatus } from '@/lib/forum/sessions/types';
import { freeSeats } from '@/lib/forum/waiting-list/rules';

type SeatsTextProps = { locale: string; seats: SeatCount; status: SignUpStatus };

/** How many seats are free, in words; nothing where seats are not counted or it is over. */
export async function SeatsText({ locale, seats, status }: SeatsTextProps) {
  if (seats.capacity === null || (status !== 'open' && status !== 'deadlinePassed')) return null;
  const t = await getTranslations({ locale, namespace: 'forum' });
  const free = freeSeats(seats);
  const waiting = seats.waitingGroups;
  return (
    <p>
      {free === 0
        ? t('seats.full', { capacity: seats.capacity })
        : t('seats.free', { free, capacity: seats.capacity })}
      {waiting === 0 ? null : <> {t('seats.waiting', { waiting })}</>}
    </p>
  );
}
