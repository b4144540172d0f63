import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { BarChart } from '@/components/ui/bar-chart';
import { turnoutOf } from '@/lib/elections/explained/turnout';
import type { BallotChannel, PollResult } from '@/lib/elections/results/types';

const WAYS = ['WEB', 'KIOSK', 'PHONE', 'PAPER', 'HANDS'] as const satisfies BallotChannel[];

/** How many took part, and on which way; nothing about what came on which. */
export async function PollResultTurnout({
  locale,
  result,
}: {
  locale: string;
  result: PollResult;
}) {
  const t = await getTranslations({ locale, namespace: 'voting-result' });
  const { ballots, channels } = result;
  const ways = WAYS.filter((way) => channels[way] !== undefined);
  return (
    <Section title={t('turnout.title')} level={3}>
      <div className="prose">
        {turnoutOf(result).map(({ key, params }) => (
          // messages: voting-result.turnout.*
          <p key={key}>{t(`turnout.${key}`, params)}</p>
        ))}
      </div>
      {ways.length > 1 ? (
        <>
          <BarChart
            caption={t('turnout.caption')}
            head={{ label: t('turnout.channel'), value: t('turnout.number') }}
            max={Math.max(1, ballots)}
            items={ways.map((way) => ({
              id: way,
              // messages: voting-result.turnout.WEB voting-result.turnout.KIOSK voting-result.turnout.PHONE voting-result.turnout.PAPER voting-result.turnout.HANDS
              label: t(`turnout.${way}`),
              value: channels[way] ?? 0,
              text: t('turnout.amount', { n: channels[way] ?? 0 }),
            }))}
          />
          <p className="measure">{t('turnout.contentHidden')}</p>
        </>
      ) : null}
    </Section>
  );
}
