import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { BarChart } from '@/components/ui/bar-chart';
import { turnoutOf } from '@/lib/elections/explained/turnout';
import { SMALLEST_GROUP } from '@/lib/elections/results/shown';
import type { ShownResult, ShownWays } from '@/lib/elections/results/types';
import type { ResultWords } from './poll-result-words';

type TurnoutProps = { locale: string; result: ShownResult };

/** How many took part, and on which way; nothing about what came on which. */
export async function PollResultTurnout({ locale, result }: TurnoutProps) {
  const t = await getTranslations({ locale, namespace: 'voting-result' });
  return (
    <Section title={t('turnout.title')} level={3}>
      <div className="prose">
        {turnoutOf(result).map(({ key, params }) => (
          // messages: voting-result.turnout.*
          <p key={key}>{t(`turnout.${key}`, params)}</p>
        ))}
      </div>
      <Ways t={t} result={result} />
    </Section>
  );
}

function Ways({ t, result: { ballots, ways } }: { t: ResultWords; result: ShownResult }) {
  // A single way says nothing the sum does not say.
  if (ways.flatMap((shown) => shown.ways).length < 2) return null;
  const isTogether = ways.some((shown) => shown.ways.length > 1);
  return (
    <>
      <BarChart
        caption={t('turnout.caption')}
        head={{ label: t('turnout.channel'), value: t('turnout.number') }}
        max={Math.max(1, ballots)}
        items={ways.map((shown) => ({
          id: shown.ways.join(),
          label: labelOf(t, shown),
          value: shown.ballots,
          text: t('turnout.amount', { n: shown.ballots }),
        }))}
      />
      {isTogether ? (
        <p className="measure">{t('turnout.togetherText', { from: SMALLEST_GROUP })}</p>
      ) : null}
      <p className="measure">{t('turnout.contentHidden')}</p>
    </>
  );
}

function labelOf(t: ResultWords, { ways }: ShownWays): string {
  // messages: voting-result.turnout.WEB voting-result.turnout.KIOSK voting-result.turnout.PHONE voting-result.turnout.PAPER voting-result.turnout.HANDS
  const labels = ways.map((way) => t(`turnout.${way}`));
  return labels.length === 1
    ? (labels[0] ?? '')
    : t('turnout.together', { ways: labels.join(', ') });
}
