import { getTranslations } from 'next-intl/server';
import { DataTable } from '@/components/ui/data-table';
import { Details } from '@/components/ui/details';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { byDay, needsInterpreter } from '@/lib/appointments/rules';
import type { DeskSlot } from '@/lib/appointments/types';
import { localDateOf, now } from '@/lib/core/clock';
import { dayColumn } from '@/lib/core/day.mjs';
import { localized } from '@/lib/core/paths';
import { timeSpan, weekdayDay } from '@/lib/i18n/dates';

type OwnSlotsProps = { locale: string; slots: readonly DeskSlot[] };

const DAYS_SHOWN = 6;

/**
 * One's own appointments, day by day: who has which, and which nobody has. Later ones that nobody has are folded
 * away.
 */
export async function OwnSlots({ locale, slots }: OwnSlotsProps) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk.list' });
  const days = byDay(slots, localDateOf);
  const near = new Set(days.slice(0, DAYS_SHOWN).flatMap((day) => day.slots));
  const isShown = (slot: DeskSlot) => near.has(slot) || slot.booking !== null;
  const folded = slots.filter((slot) => !isShown(slot));
  return (
    <>
      <Days locale={locale} slots={slots.filter(isShown)} />
      {folded.length > 0 ? (
        <Details summary={t('later')}>
          <Days locale={locale} slots={folded} />
        </Details>
      ) : null}
    </>
  );
}

async function Days({ locale, slots }: OwnSlotsProps) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk.list' });
  return byDay(slots, localDateOf).map(({ day, slots: those }) => (
    <DataTable
      key={day}
      caption={weekdayDay(dayColumn(day), locale)}
      columns={[
        { key: 'time', label: t('time'), rowHeader: true },
        { key: 'kind', label: t('kind') },
        { key: 'who', label: t('who') },
      ]}
      rows={those.map((slot) => ({
        id: slot.id,
        cells: {
          time: timeSpan(slot.startsAt, slot.endsAt, locale, slot.timeZone),
          kind: <KindOf locale={locale} slot={slot} />,
          who: <Who locale={locale} slot={slot} />,
        },
      }))}
    />
  ));
}

async function KindOf({ locale, slot }: { locale: string; slot: DeskSlot }) {
  const t = await getTranslations({ locale, namespace: 'appointments' });
  // messages: appointments.kind.*
  return slot.kind === 'PERSONAL' ? slot.place : t(`kind.${slot.kind}`);
}

async function Who({ locale, slot }: { locale: string; slot: DeskSlot }) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk' });
  const { booking, id, startsAt, isWithdrawn } = slot;
  if (booking) {
    return (
      <>
        <a href={localized(locale, appointmentsPaths.deskBooking(id))}>
          {booking.name || t('list.forgotten')}
        </a>
        {/* messages: appointments-desk.state.* */}
        {` – ${t(`state.${booking.state}`)}`}
        {booking.state === 'BOOKED' && needsInterpreter(slot.languages, booking)
          ? ` – ${t('list.unspoken')}`
          : null}
      </>
    );
  }
  if (isWithdrawn) {
    return (
      <>
        {`${t('list.withdrawn')} – `}
        <a href={localized(locale, appointmentsPaths.deskBooking(id))}>{t('list.againAction')}</a>
      </>
    );
  }
  if (startsAt <= now()) return t('list.free');
  return (
    <>
      {`${t('list.free')} – `}
      <a href={localized(locale, appointmentsPaths.deskBook(id))}>{t('list.bookAction')}</a>
      {' · '}
      <a href={localized(locale, appointmentsPaths.deskBooking(id))}>{t('list.withdrawAction')}</a>
    </>
  );
}
