import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { appointmentsPaths } from '@/lib/appointments/paths';
import type { FreeSlot } from '@/lib/appointments/types';
import { localized } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';

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

/** The door to appointments, where there are any. */
export async function NextAppointment({ locale, slot }: { locale: string; slot: FreeSlot | null }) {
  if (slot === null) return null;
  const t = await getTranslations({ locale, namespace: 'appointments' });
  return (
    <Notice tone="info">
      <p>
        <strong>{t('next', { when: longDateTime(slot.startsAt, locale, slot.timeZone) })}</strong>{' '}
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
