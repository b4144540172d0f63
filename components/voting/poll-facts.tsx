import { getTranslations } from 'next-intl/server';
import { Facts } from '@/components/ui/facts';
import { usesLot } from '@/lib/elections/explained/counting-words';
import { longDateTime } from '@/lib/i18n/dates';
import type { PollView } from '@/lib/voting/types';
import { HowItCounts, HowToFill } from './method-explanation';
import { WhatIsPublished } from './what-is-published';

/** Until when, who, how to fill in the ballot, how it is counted, who decides afterwards. */
export async function PollFacts({ locale, poll }: { locale: string; poll: PollView }) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  const methods = await getTranslations({ locale, namespace: 'voting-methods' });
  const drafts = await getTranslations({ locale, namespace: 'voting-drafts' });
  const office = await getTranslations({ locale, namespace: 'voting-office' });
  const { rule } = poll;
  const byHand = rule.channels.includes('HANDS');
  return (
    <Facts
      items={[
        ...(poll.phase === 'draft' || poll.phase === 'coming'
          ? [{ label: t('facts.fromLabel'), value: longDateTime(poll.opensAt, locale) }]
          : []),
        { label: t('facts.untilLabel'), value: longDateTime(poll.closesAt, locale) },
        { label: t('facts.whoLabel'), value: <Voters locale={locale} rule={rule} /> },
        byHand
          ? { label: t('facts.waysLabel'), value: <p className="measure">{t('facts.hands')}</p> }
          : { label: methods('fillTitle'), value: <HowToFill locale={locale} rule={rule} /> },
        ...(poll.checkedAlone
          ? [{ label: drafts('check.aloneLabel'), value: drafts('check.alonePublic') }]
          : []),
        ...poll.stoppedAlone.map((option) => ({
          label:
            option === null ? office('stop.aloneLabel') : office('stop.aloneWithdrawn', { option }),
          value: office('stop.alonePublic'),
        })),
        { label: methods('countTitle'), value: <HowItCounts locale={locale} rule={rule} /> },
        ...(hasLot(poll)
          ? [
              {
                label: t('facts.lotLabel'),
                value: <p className="measure">{t('facts.lot', { order: lotOf(rule) })}</p>,
              },
            ]
          : []),
        ...(byHand || hasResult(poll)
          ? []
          : [
              {
                label: t('facts.publicLabel'),
                value: (
                  <p className="measure">
                    <WhatIsPublished locale={locale} rule={rule} />
                  </p>
                ),
              },
            ]),
        {
          label: t('facts.deciderLabel'),
          value: t('facts.decider', { who: rule.decidedBy }),
        },
      ]}
    />
  );
}

/** Who may vote, with everything that narrows it. */
async function Voters({ locale, rule }: { locale: string; rule: PollView['rule'] }) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  const { districtName, minAge, needsForumRight, cardBatch } = rule;
  return (
    <p className="measure">
      {districtName
        ? t('facts.who', { age: minAge, district: districtName })
        : t('facts.whoEverywhere', { age: minAge })}
      {needsForumRight ? ` ${t('facts.whoForum')}` : null}
      {cardBatch ? ` ${t('facts.whoCards')}` : null}
    </p>
  );
}

/** Then it stands below what has been published. */
const hasResult = ({ result }: PollView) => result !== null;

/** A lot is drawn at the approval, and told only where the rule can need it. */
const hasLot = ({ phase, rule }: PollView) => phase !== 'draft' && usesLot(rule);

/** Options in the order in which equals go first. */
export const lotOf = ({ options }: PollView['rule']): string =>
  [...options]
    .sort((a, b) => a.lot - b.lot)
    .map(({ label }) => label)
    .join(', ');
