import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { Details } from '@/components/ui/details';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { byDay } from '@/lib/appointments/rules';
import type { FreeSlot } from '@/lib/appointments/types';
import { localDateOf } from '@/lib/core/clock';
import { dayColumn } from '@/lib/core/day.mjs';
import { contentLang, localized } from '@/lib/core/paths';
import { timeSpan, weekdayDay } from '@/lib/i18n/dates';

type FreeDaysProps = { locale: string; slots: readonly FreeSlot[] };

const DAYS_SHOWN = 6;

/** What is free, day by day; each leads to where it is taken. */
export async function FreeDays({ locale, slots }: FreeDaysProps) {
  const t = await getTranslations({ locale, namespace: 'appointments' });
  const days = byDay(slots, localDateOf);
  const later = days.slice(DAYS_SHOWN);
  return (
    <>
      <Days locale={locale} days={days.slice(0, DAYS_SHOWN)} />
      {later.length > 0 ? (
        <Details summary={t('later')}>
          <Days locale={locale} days={later} />
        </Details>
      ) : null}
    </>
  );
}

type DaysProps = { locale: string; days: readonly { day: string; slots: FreeSlot[] }[] };

async function Days({ locale, days }: DaysProps) {
  const t = await getTranslations({ locale, namespace: 'appointments' });
  return days.map(({ day, slots: those }) => (
    <Section key={day} level={3} title={weekdayDay(dayColumn(day), locale)}>
      <ul className="stack">
        {those.map((slot) => (
          <li key={slot.id}>
            <a href={localized(locale, appointmentsPaths.book(slot.id))}>
              {timeSpan(slot.startsAt, slot.endsAt, locale, slot.timeZone)}
            </a>
            {/* messages: appointments.kind.* */}
            {`, ${t(`kind.${slot.kind}`)}`}
            {slot.kind === 'PERSONAL' ? (
              <>
                {', '}
                <span lang={contentLang(locale)}>{slot.place}</span>
                {slot.stepFree ? `, ${t('stepFree')}` : null}
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  ));
}
