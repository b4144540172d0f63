import { getTranslations } from 'next-intl/server';
import { StateLabel } from '@/components/ui/state-label';
import { isOff } from '@/lib/calendar/rules';
import type { Occurrence } from '@/lib/calendar/types';
import { contentLang, localized } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';
import { hourText } from './words';

type OccurrenceRowProps = { locale: string; occurrence: Occurrence };

/** One date in a list: when, what, where; struck through and said in words when it is off. */
export async function OccurrenceRow({ locale, occurrence }: OccurrenceRowProps) {
  const t = await getTranslations({ locale, namespace: 'calendar' });
  const { title, path, kindName, place, organizer, startsAt, endsAt, state } = occurrence;
  const lang = contentLang(locale);
  const link = <a href={localized(locale, path)}>{title}</a>;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-x-6 border-t border-rule py-4 sm:grid-cols-[9rem_minmax(0,1fr)] print:py-1">
      <p className="tabular">
        <time dateTime={startsAt.toISOString()}>
          <strong>{t('at', { start: hourText(startsAt, locale) })}</strong>
        </time>{' '}
        <span className="nowrap text-ink-soft">
          {t('until', { end: hourText(endsAt, locale) })}
        </span>
      </p>
      <div>
        <h3 lang={lang}>{isOff(occurrence) ? <s>{link}</s> : link}</h3>
        {state === 'planned' ? null : (
          // No paragraph: a short bold one would pass for a heading.
          <div>
            <StateLabel tone={isOff(occurrence) ? 'late' : 'info'}>
              <OccurrenceState locale={locale} occurrence={occurrence} />
            </StateLabel>
          </div>
        )}
        <p className="small text-ink-soft">
          <span lang={lang}>{place}</span>
          <span className="print:hidden">
            {' · '}
            <span lang={lang}>{organizer}</span>
            {' · '}
            {kindName}
          </span>
        </p>
      </div>
    </li>
  );
}

type Stated = Pick<Occurrence, 'state' | 'note' | 'plannedStart'>;

/** What happened to a date, as a sentence; nothing when it takes place as planned. */
export async function OccurrenceState({
  locale,
  occurrence: { state, note, plannedStart },
}: {
  locale: string;
  occurrence: Stated;
}) {
  const t = await getTranslations({ locale, namespace: 'calendar' });
  if (state === 'cancelled') return note ? t('cancelledNote', { note }) : t('cancelled');
  if (state === 'postponed') return t('postponed');
  if (state === 'moved' && plannedStart) {
    const planned = longDateTime(plannedStart, locale);
    return note ? t('movedNote', { planned, note }) : t('moved', { planned });
  }
  return null;
}
