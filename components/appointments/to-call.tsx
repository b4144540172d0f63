import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { Section } from '@/components/layout/section';
import { PhoneLink } from '@/components/ui/phone-link';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { appointmentsPaths } from '@/lib/appointments/paths';
import type { DeskBooking, DeskSlot } from '@/lib/appointments/types';
import { now } from '@/lib/core/clock';
import type { FormAction } from '@/lib/core/form-state';
import { localized } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';

type ToCallProps = {
  locale: string;
  slots: readonly DeskSlot[];
  /** Takes somebody off the list: they have been told. */
  tell: FormAction;
};

type Taken = DeskSlot & { booking: DeskBooking };

/** Who does not know yet that their appointment is off: to ring, one after the other; and who cannot be reached. */
export async function ToCall({ locale, slots, tell }: ToCallProps) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk.calls' });
  const off = slots.filter((slot): slot is Taken => slot.booking?.state === 'CANCELLED_BY_OFFICE');
  const waiting = off.filter(({ booking }) => booking.toCall);
  // Whoever was told is forgotten, their name too.
  const unreachable = off.filter(({ booking, endsAt }) => isUnreachable(booking) && endsAt > now());
  return (
    <>
      {waiting.length > 0 ? (
        <Section title={t('title')} intro={<p>{t('text')}</p>}>
          <ul className="stack">
            {waiting.map((slot) => (
              <li key={slot.id}>
                <CallLine locale={locale} slot={slot} />
                <Form
                  locale={locale}
                  action={tell}
                  submitLabel={
                    <>
                      {t('toldButton', { name: slot.booking.name })}
                      <VisuallyHidden>{` (${whenOf(slot, locale)})`}</VisuallyHidden>
                    </>
                  }
                  submitVariant="secondary"
                >
                  <HiddenFields values={{ id: slot.booking.id, slot: slot.id, to: 'TOLD' }} />
                </Form>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {unreachable.length > 0 ? (
        <Section title={t('unreachable')} intro={<p>{t('unreachableText')}</p>}>
          <ul className="stack">
            {unreachable.map((slot) => (
              <li key={slot.id}>
                <CallLine locale={locale} slot={slot} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

const whenOf = ({ startsAt, timeZone }: DeskSlot, locale: string) =>
  longDateTime(startsAt, locale, timeZone);

const isUnreachable = ({ toCall, name }: DeskBooking) => !toCall && name !== '';

function CallLine({ locale, slot }: { locale: string; slot: Taken }) {
  const { id, booking } = slot;
  return (
    <>
      <a href={localized(locale, appointmentsPaths.deskBooking(id))}>{booking.name}</a>
      {`, ${whenOf(slot, locale)}`}
      {booking.phone ? (
        <>
          {', '}
          <PhoneLink number={booking.phone} />
        </>
      ) : null}
    </>
  );
}
