import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { appointmentsPaths } from '@/lib/appointments/paths';
import type { FreeSlot } from '@/lib/appointments/types';
import { localized } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';

type NextAppointmentProps = { locale: string; free: { next: FreeSlot | null } | null };

type NextSlotProps = { locale: string; slot: FreeSlot };

/** The next one that is free, and the way to take it. */
export async function NextSlot({ locale, slot }: NextSlotProps) {
  const t = await getTranslations({ locale, namespace: 'appointments' });
  return (
    <Notice tone="info">
      <p>
        <strong>{t('next', { when: longDateTime(slot.startsAt, locale, slot.timeZone) })}</strong>
      </p>
      <p>
        <ButtonLink href={localized(locale, appointmentsPaths.book(slot.id))}>
          {t('nextAction')}
        </ButtonLink>
      </p>
    </Notice>
  );
}

/**
 * The door to appointments; behind it are open hours and the one somebody has, also where none is free.
 * @param free null where there are none at all
 */
export async function NextAppointment({ locale, free }: NextAppointmentProps) {
  if (free === null) return null;
  const t = await getTranslations({ locale, namespace: 'appointments' });
  const { next } = free;
  if (next === null) {
    return (
      <p>
        {`${t('door')} `}
        <a href={localized(locale, appointmentsPaths.appointments())}>{t('doorAction')}</a>
      </p>
    );
  }
  return (
    <Notice tone="info">
      <p>
        <strong>{t('next', { when: longDateTime(next.startsAt, locale, next.timeZone) })}</strong>{' '}
        {t('door')}
      </p>
      <p>
        <ButtonLink href={localized(locale, appointmentsPaths.appointments())} variant="secondary">
          {t('doorAction')}
        </ButtonLink>
      </p>
    </Notice>
  );
}
