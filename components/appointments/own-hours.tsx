import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
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
            submitLabel={
              <>
                {t('hours.closeButton')}
                <VisuallyHidden>
                  {': '}
                  <HoursName locale={locale} hours={one} />
                </VisuallyHidden>
              </>
            }
            submitVariant="quiet"
          >
            <HiddenFields values={{ id: one.id }} />
          </Form>
        </li>
      ))}
    </ul>
  );
}

type HoursProps = { locale: string; hours: DeskHours };

async function HoursName({ locale, hours: { weekday, starts, ends } }: HoursProps) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk' });
  const weekdays = await getTranslations({ locale, namespace: 'common.weekday' });
  // messages: common.weekday.*
  const name = weekdays(`${weekday as 1}`);
  return t('hours.line', { weekday: name, from: starts, until: ends });
}

async function HoursLine({ locale, hours }: HoursProps) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk' });
  const kind = await getTranslations({ locale, namespace: 'appointments' });
  const { minutes, place, languages, fromDay, untilDay, stepFree } = hours;
  const day = (local: string) => longDay(dayColumn(local), locale);
  const hasPlace = hours.kind === 'PERSONAL' || hours.kind === 'WALK_IN';
  const parts = [
    // messages: appointments.kind.*
    kind(`kind.${hours.kind}`),
    // Nobody climbs steps to a telephone.
    ...(hasPlace ? [place] : []),
    ...(hasPlace && stepFree ? [kind('stepFree')] : []),
    ...(hours.kind === 'WALK_IN' ? [] : [t('hours.each', { minutes })]),
    languages.map((code) => languageName(code, locale)).join(', '),
    t('hours.since', { day: day(fromDay) }),
    ...(untilDay ? [t('hours.until', { day: day(untilDay) })] : []),
  ];
  return (
    <>
      <strong>
        <HoursName locale={locale} hours={hours} />
      </strong>
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
          {daysOf({ fromDay, untilDay }, locale)}
          {byOffice ? ` – ${t('byOffice')}` : null}
          <Form
            locale={locale}
            action={again}
            submitLabel={
              <>
                {t('again')}
                <VisuallyHidden>{`: ${daysOf({ fromDay, untilDay }, locale)}`}</VisuallyHidden>
              </>
            }
            submitVariant="quiet"
          >
            <HiddenFields values={{ id }} />
          </Form>
        </li>
      ))}
    </ul>
  );
}

function daysOf({ fromDay, untilDay }: Omit<DayOff, 'id' | 'byOffice'>, locale: string): string {
  const days = fromDay === untilDay ? [fromDay] : [fromDay, untilDay];
  return days.map((day) => longDay(dayColumn(day), locale)).join(' – ');
}
