import { getTranslations } from 'next-intl/server';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { StateLabel } from '@/components/ui/state-label';
import { plusDays } from '@/lib/core/day.mjs';
import { contentLang } from '@/lib/core/paths';
import type { PublicRound } from '@/lib/outreach/rounds/types';
import { hourWords, weekdayWords } from './words';

interface ComingRoundsProps {
  locale: string;
  rounds: readonly PublicRound[];
  /** Local date. */
  today: string;
  everyDistrict: readonly { id: string; name: string }[];
  /** Opening hours of the office stand at the foot of the page. */
  hasHours: boolean;
}

/** Where everybody can meet the office, day by day. */
export async function ComingRounds(props: ComingRoundsProps) {
  const { locale, rounds, today, everyDistrict, hasHours } = props;
  const t = await getTranslations({ locale, namespace: 'outreach.public' });
  if (rounds.length === 0) {
    return <EmptyState title={t('none')}>{hasHours ? <p>{t('noneText')}</p> : null}</EmptyState>;
  }
  const near: Record<string, string> = { [today]: t('today'), [plusDays(today, 1)]: t('tomorrow') };
  return [...new Set(rounds.map(({ date }) => date))].map((date) => (
    <section key={date} className="mt-10 break-inside-avoid" aria-labelledby={`d${date}`}>
      <h2 id={`d${date}`} className="mb-3">
        {near[date] ? `${near[date]}, ` : ''}
        <DateTime value={date}>{weekdayWords(date, locale)}</DateTime>
      </h2>
      <ul>
        {rounds
          .filter((round) => round.date === date)
          .map((round) => (
            <ComingRound
              key={round.id}
              locale={locale}
              round={round}
              district={everyDistrict.find(({ id }) => id === round.districtId)?.name ?? ''}
            />
          ))}
      </ul>
    </section>
  ));
}

interface ComingRoundProps {
  locale: string;
  round: PublicRound;
  district: string;
}

async function ComingRound({ locale, round, district }: ComingRoundProps) {
  const t = await getTranslations({ locale, namespace: 'outreach' });
  const { id, stops, from, until, setting, cancelled, reason } = round;
  const places = stops.map(({ place }) => place).join(', ');
  const lang = contentLang(locale);
  const hours = t('public.hours', {
    from: hourWords(from, locale),
    until: hourWords(until, locale),
  });
  return (
    <li
      id={`r${id}`}
      className="grid grid-cols-[minmax(0,1fr)] gap-x-6 border-t border-rule py-4 sm:grid-cols-[13rem_minmax(0,1fr)]"
    >
      <p className="tabular">
        <strong>{cancelled ? <s>{hours}</s> : hours}</strong>
      </p>
      <div className="min-w-0 wrap-anywhere">
        <h3 lang={lang}>{cancelled ? <s>{places}</s> : places}</h3>
        {cancelled ? (
          // No paragraph: a short bold one would pass for a heading.
          <div>
            <StateLabel tone="late">{t('public.off', { reason })}</StateLabel>
          </div>
        ) : null}
        {stops.length > 1 && !cancelled ? (
          <ol className="tabular">
            {stops.map((stop) => (
              <li key={stop.from}>
                {t('public.hours', {
                  from: hourWords(stop.from, locale),
                  until: hourWords(stop.until, locale),
                })}{' '}
                <span lang={lang}>{stop.place}</span>
              </li>
            ))}
          </ol>
        ) : null}
        <p className="small text-ink-soft">
          <span lang={lang}>{district}</span>
          {' · '}
          {t(`setting.${setting}`)}
        </p>
      </div>
    </li>
  );
}
