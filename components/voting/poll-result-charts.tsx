import { getTranslations } from 'next-intl/server';
import { BarChart } from '@/components/ui/bar-chart';
import { DataTable } from '@/components/ui/data-table';
import { hasMoreVotes } from '@/lib/elections/explained/turnout';
import { recommendedOf } from '@/lib/elections/results/tally.mjs';
import type { WholeResult } from '@/lib/elections/results/types';
import type { PollRule } from '@/lib/voting/types';
import { PollResultRounds } from './poll-result-rounds';
import { amountIn, unitOf } from './poll-result-words';

type ChartProps = { locale: string; rule: PollRule; result: WholeResult };

// messages: voting-result.chart.points voting-result.chart.votesProjects voting-result.chart.votes
const CAPTIONS: Partial<Record<PollRule['method'], 'chart.points' | 'chart.votesProjects'>> = {
  POINTS: 'chart.points',
  BUDGET: 'chart.votesProjects',
};

/** The drawing that fits the rule, each with its table. */
export function PollResultChart(props: ChartProps) {
  if (props.result.rounds) return <PollResultRounds {...props} rounds={props.result.rounds} />;
  return props.result.duels ? <DuelsChart {...props} /> : <VotesChart {...props} />;
}

async function VotesChart({ locale, rule, result }: ChartProps) {
  const t = await getTranslations({ locale, namespace: 'voting-result' });
  const unit = unitOf(rule);
  const votesOf = (id: string) => result.counts.find(({ optionId }) => optionId === id)?.votes ?? 0;
  const most = Math.max(1, ...result.counts.map(({ votes }) => votes));
  const recommended = recommendedOf(result);
  return (
    <>
      <BarChart
        caption={t(CAPTIONS[rule.method] ?? 'chart.votes')}
        head={{
          label: t(rule.method === 'BUDGET' ? 'budget.project' : 'chart.option'),
          value: t(unit === 'points' ? 'chart.amountPoints' : 'chart.amountVotes'),
        }}
        max={unit === 'points' ? most : Math.max(1, result.ballots)}
        items={rule.options.map(({ id, label }) => ({
          ...{ id, label, value: votesOf(id) },
          text: amountIn(t, rule, votesOf(id), locale),
          strong: recommended.includes(id),
        }))}
      />
      {hasMoreVotes(rule, result) ? (
        <p className="measure">{t('chart.severalChoices', { max: rule.maxChoices })}</p>
      ) : null}
    </>
  );
}

async function DuelsChart({ locale, rule, result }: ChartProps) {
  const t = await getTranslations({ locale, namespace: 'voting-result' });
  const recommended = recommendedOf(result);
  const options = rule.options.filter(({ id }) => !result.withdrawn?.includes(id));
  const duelOf = (a: string, b: string): readonly [number, number] => {
    const duel = result.duels?.find((one) => one.options.includes(a) && one.options.includes(b));
    const [own = 0, other = 0] = duel?.votes ?? [];
    return duel?.options[0] === a ? [own, other] : [other, own];
  };
  const winsOf = (id: string) =>
    options.filter((other) => other.id !== id && duelOf(id, other.id)[0] > duelOf(id, other.id)[1])
      .length;
  return (
    <>
      <BarChart
        caption={t('chart.wins')}
        head={{ label: t('chart.option'), value: t('chart.amountWins') }}
        max={Math.max(1, options.length - 1)}
        items={options.map(({ id, label }) => ({
          ...{ id, label, value: winsOf(id), text: t('chart.won', { n: winsOf(id) }) },
          strong: recommended.includes(id),
        }))}
      />
      <DataTable
        caption={t('chart.duels')}
        columns={[
          { key: 'option', label: t('chart.option'), rowHeader: true },
          ...options.map(({ id, label }, index) => ({ key: id, label, short: `${index + 1}` })),
        ]}
        rows={options.map(({ id, label }, row) => ({
          id,
          cells: {
            option: t('chart.numbered', { number: row + 1, option: label }),
            ...Object.fromEntries(
              options.map((other) => {
                const [own, against] = duelOf(id, other.id);
                return [other.id, other.id === id ? '–' : t('chart.duel', { own, against })];
              }),
            ),
          },
        }))}
      />
      <p className="measure">{t('chart.duelsText')}</p>
    </>
  );
}
