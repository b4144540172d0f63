import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { now } from '@/lib/core/clock';
import { officeToday } from '@/lib/core/office-time';
import { localized } from '@/lib/core/paths';
import { outreachPaths } from '@/lib/outreach/paths';
import type { RoundCase } from '@/lib/outreach/rounds/types';
import { hourWords } from '../words';

/** Where a round with several stops goes, each with what can be done there. */
export async function RoundStops({ locale, round }: { locale: string; round: RoundCase }) {
  const { id, stops, state, date, announced, endsAt } = round;
  if (stops.length === 1) return null;
  const t = await getTranslations({ locale, namespace: 'outreach-rounds.case' });
  const hasNotice = state === 'PLANNED' && announced && endsAt > now();
  const isEntered = state !== 'CANCELLED' && date <= officeToday();
  return (
    <Section title={t('stops')}>
      <ol className="stack">
        {stops.map(({ place, from, until }, index) => {
          const there = <VisuallyHidden> – {place}</VisuallyHidden>;
          const stop = index + 1;
          return (
            <li key={from}>
              <p className="wrap-anywhere">
                {t('stop', {
                  ...{ from: hourWords(from, locale), until: hourWords(until, locale), place },
                })}
              </p>
              <p className="cluster" hidden={!isEntered && !hasNotice}>
                {isEntered ? (
                  <a href={localized(locale, outreachPaths.teamContactOfRoundNext(id, stop))}>
                    {t('enter')}
                    {there}
                  </a>
                ) : null}
                {hasNotice ? (
                  <>
                    <a href={outreachPaths.roundNotice(id, 'de', stop)}>
                      {t('poster')}
                      {there}
                    </a>
                    <a href={outreachPaths.roundNotice(id, 'de-LS', stop)}>
                      {t('posterEasy')}
                      {there}
                    </a>
                  </>
                ) : null}
              </p>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
