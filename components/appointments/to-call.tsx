import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { appointmentsPaths } from '@/lib/appointments/paths';
import type { DeskBooking, DeskSlot, LeftToRing } from '@/lib/appointments/types';
import { now } from '@/lib/core/clock';
import type { FormAction } from '@/lib/core/form-state';
import { localized } from '@/lib/core/paths';
import { CallLine, CallList, type ToHear } from './call-list';

type ToCallProps = {
  locale: string;
  slots: readonly DeskSlot[];
  /** Of whom somebody left behind who counsels no more. */
  left: readonly LeftToRing[];
  /** Takes somebody off the list: they have been told. */
  tell: FormAction;
};

type Taken = DeskSlot & { booking: DeskBooking };

/** Who does not know yet that their appointment is off: to ring, one after the other; and who cannot be reached. */
export async function ToCall({ locale, slots, left, tell }: ToCallProps) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk.calls' });
  const off = slots.filter((slot): slot is Taken => slot.booking?.state === 'CANCELLED_BY_OFFICE');
  const ring = off.filter(({ booking }) => booking.toCall);
  // Whoever was told is forgotten, their name too.
  const unreachable = off.filter(({ booking, endsAt }) => isUnreachable(booking) && endsAt > now());
  return (
    <>
      <CallList
        {...{ locale, tell, title: t('title'), text: t('text') }}
        people={ring.map((slot) => ownOf(slot, locale))}
      />
      <Known
        {...{ locale, title: t('unreachable'), text: t('unreachableText') }}
        people={unreachable.map((slot) => ownOf(slot, locale))}
      />
      <CallList
        {...{ locale, tell, title: t('left'), text: t('leftText') }}
        people={left.filter(({ phone }) => phone !== '').map(leftOf)}
      />
      <Known
        {...{ locale, title: t('leftUnreachable'), text: t('leftUnreachableText') }}
        people={left.filter(({ phone }) => phone === '').map(leftOf)}
      />
    </>
  );
}

const isUnreachable = ({ toCall, name }: DeskBooking) => !toCall && name !== '';

const ownOf = ({ booking, ...slot }: Taken, locale: string): ToHear => ({
  ...{ booking: booking.id, slot: slot.id, name: booking.name, phone: booking.phone },
  ...{ startsAt: slot.startsAt, timeZone: slot.timeZone, place: '', language: null },
  href: localized(locale, appointmentsPaths.deskBooking(slot.id)),
});

/** Whoever rings does not know the appointment: where it was and in which language they speak. */
const leftOf = ({ kind, place, ...rest }: LeftToRing): ToHear => ({
  ...rest,
  place: kind === 'PERSONAL' ? place : '',
  href: null,
});

type KnownProps = { locale: string; title: string; text: string; people: readonly ToHear[] };

/** Nobody can ring them. */
function Known({ locale, title, text, people }: KnownProps) {
  if (people.length === 0) return null;
  return (
    <Section title={title} intro={<p>{text}</p>}>
      <ul className="stack">
        {people.map((one) => (
          <li key={one.booking}>
            <CallLine locale={locale} one={one} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
