import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import type { DayOff, DeskHours } from '@/lib/appointments/types';
import { dayColumn } from '@/lib/core/day.mjs';
import type { FormAction } from '@/lib/core/form-state';
import { longDay } from '@/lib/i18n/dates';
import { languageName } from './words';

type OwnHoursProps = { locale: string; hours: readonly DeskHours[]; close: FormAction };

/** One's own hours, each with its end. */
export async function OwnHours({ locale, hours, close }: OwnHoursProps) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk' });
  if (hours.length === 0) return <p>{t('hours.none')}</p>;
  return (
    <ul className="stack">
      {hours.map((one) => (
        <li key={one.id}>
          <HoursLine locale={locale} hours={one} />
          <Form
            locale={locale}
            action={close}
            submitLabel={t('hours.closeButton')}
            submitVariant="quiet"
          >
            <HiddenFields values={{ id: one.id }} />
          </Form>
        </li>
      ))}
    </ul>
  );
}

async function HoursLine({ locale, hours }: { locale: string; hours: DeskHours }) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk' });
  const weekdays = await getTranslations({ locale, namespace: 'common.weekday' });
  const kind = await getTranslations({ locale, namespace: 'appointments' });
  const { weekday, starts, ends, minutes, place, languages, fromDay, untilDay, stepFree } = hours;
  const day = (local: string) => longDay(dayColumn(local), locale);
  const parts = [
    // messages: appointments.kind.*
    kind(`kind.${hours.kind}`),
    place,
    ...(stepFree ? [kind('stepFree')] : []),
    ...(hours.kind === 'WALK_IN' ? [] : [t('hours.each', { minutes })]),
    languages.map((code) => languageName(code, locale)).join(', '),
    t('hours.since', { day: day(fromDay) }),
    ...(untilDay ? [t('hours.until', { day: day(untilDay) })] : []),
  ];
  // messages: common.weekday.*
  const name = weekdays(`${weekday as 1}`);
  return (
    <>
      <strong>{t('hours.line', { weekday: name, from: starts, until: ends })}</strong>
      <br />
      {parts.join(' · ')}
    </>
  );
}

type DaysOffProps = { locale: string; daysOff: readonly DayOff[]; again: FormAction };

/** Days on which one does not counsel. */
export async function DaysOff({ locale, daysOff, again }: DaysOffProps) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk.off' });
  if (daysOff.length === 0) return <p>{t('none')}</p>;
  return (
    <ul className="stack">
      {daysOff.map(({ id, fromDay, untilDay, byOffice }) => (
        <li key={id}>
          {longDay(dayColumn(fromDay), locale)}
          {untilDay === fromDay ? null : ` – ${longDay(dayColumn(untilDay), locale)}`}
          {byOffice ? ` – ${t('byOffice')}` : null}
          <Form locale={locale} action={again} submitLabel={t('again')} submitVariant="quiet">
            <HiddenFields values={{ id }} />
          </Form>
        </li>
      ))}
    </ul>
  );
}
