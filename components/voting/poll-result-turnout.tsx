import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { BarChart } from '@/components/ui/bar-chart';
import type { BallotChannel, PollResult } from '@/lib/voting/types';

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
  const { ballots, abstentions, spoiled, usedRights, channels } = result;
  const ways = WAYS.filter((way) => channels[way] !== undefined);
  if (channels.HANDS !== undefined) return <Hands locale={locale} result={result} />;
  const notReturned = usedRights - ballots - spoiled;
  return (
    <Section title={t('turnout.title')} level={3}>
      <div className="prose">
        <p>
          {t(spoiled > 0 ? 'turnout.ballotsValid' : 'turnout.ballots', { ballots })}
          {ballots === usedRights ? ` ${t('turnout.agrees', { rights: usedRights })}` : null}
        </p>
        {abstentions > 0 ? <p>{t('turnout.abstentions', { n: abstentions })}</p> : null}
        {spoiled > 0 ? <p>{t('turnout.spoiled', { n: spoiled })}</p> : null}
        {notReturned > 0 ? <p>{t('turnout.notReturned', { n: notReturned })}</p> : null}
        {ballots === usedRights ? null : (
          <p>
            {t(notReturned < 0 ? 'turnout.rights' : 'turnout.agreesTogether', {
              rights: usedRights,
            })}
          </p>
        )}
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

/** Where hands were counted there are no ballots, no roll and no receipts to speak of. */
async function Hands({ locale, result }: { locale: string; result: PollResult }) {
  const t = await getTranslations({ locale, namespace: 'voting-result' });
  const { ballots, abstentions } = result;
  return (
    <Section title={t('turnout.title')} level={3}>
      <div className="prose">
        <p>{t('turnout.hands', { ballots })}</p>
        {abstentions > 0 ? <p>{t('turnout.handsAbstained', { n: abstentions })}</p> : null}
      </div>
    </Section>
  );
}
