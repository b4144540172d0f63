import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Section } from '@/components/layout/section';
import { DataTable } from '@/components/ui/data-table';
import { type Part, StackedBars } from '@/components/ui/stacked-bars';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { recommendedOf } from '@/lib/elections/results/tally.mjs';
import type { PollRound, WholeResult } from '@/lib/elections/results/types';
import type { PollRule } from '@/lib/voting/types';
import { written } from './poll-result-words';

type CellOf = (round: PollRound, index: number) => ReactNode;
type RoundsProps = { locale: string; rule: PollRule; result: WholeResult; rounds: PollRound[] };

/** A count in rounds: a bar for each, and the table with the numbers. */
export async function PollResultRounds({ locale, rule, result, rounds }: RoundsProps) {
  const t = await getTranslations({ locale, namespace: 'voting-result' });
  const options = rule.options.filter(({ id }) => !result.withdrawn?.includes(id));
  const number = numbersIn(locale);
  const columns = rounds.map((_, index) => ({
    ...{ key: String(index), align: 'end' as const },
    label: t('chart.round', { round: index + 1 }),
    short: `${index + 1}.`,
  }));
  const row = (id: string, option: string, cellOf: CellOf) => ({
    id,
    cells: {
      option,
      ...Object.fromEntries(rounds.map((one, at) => [String(at), cellOf(one, at)])),
    },
  });
  const bars = rounds.map((round, index) => ({
    ...{ id: String(index), mark: `${index + 1}.` },
    parts: partsOf(options, round, recommendedOf(result)),
  }));
  return (
    <Section title={t('chart.rounds')} level={3}>
      <figure className="chart">
        <StackedBars
          id="durchgaenge"
          title={t('chart.rounds')}
          description={t('chart.roundsText')}
          max={Math.max(
            ...bars.map(({ parts }) => parts.reduce((sum, part) => sum + part.value, 0)),
          )}
          bars={bars}
        />
        <figcaption className="measure">
          {t('chart.roundsText')} {t('chart.goneText')}
        </figcaption>
        <DataTable
          caption={t('chart.rounds')}
          captionHidden
          columns={[{ key: 'option', label: t('chart.option'), rowHeader: true }, ...columns]}
          rows={[
            ...options.map(({ id, label }, index) =>
              row(id, t('chart.numbered', { number: index + 1, option: label }), (round, at) =>
                hasLeft(rounds, at, id) ? (
                  <Gone key={at} word={t('chart.gone')} />
                ) : (
                  number(round.votes[id] ?? '0')
                ),
              ),
            ),
            row('rest', t('chart.noMore'), ({ exhausted }) => number(exhausted)),
          ]}
        />
        {result.quota ? (
          <p className="measure">{t('chart.quota', { needed: number(result.quota) })}</p>
        ) : null}
      </figure>
    </Section>
  );
}

/** A dash to look at, the word to listen to. */
function Gone({ word }: { word: string }) {
  return (
    <>
      <span aria-hidden="true">–</span>
      <VisuallyHidden>{word}</VisuallyHidden>
    </>
  );
}

const numbersIn = (locale: string) => (votes: string) => written(Number(votes), locale);

const partsOf = (
  options: PollRule['options'],
  round: PollRound,
  recommended: readonly string[],
): Part[] => [
  ...options.map(({ id }, index) => ({
    mark: String(index + 1),
    value: Number(round.votes[id] ?? 0),
    tone: recommended.includes(id) ? ('strong' as const) : undefined,
  })),
  { mark: '', value: Number(round.exhausted), tone: 'rest' },
];

/** By this round; some rules name who leaves in the round that follows, with no votes left. */
const hasLeft = (rounds: readonly PollRound[], at: number, id: string): boolean =>
  rounds.slice(0, at + 1).some(({ excluded }) => excluded.includes(id)) &&
  Number(rounds[at]?.votes[id] ?? 0) === 0;
