import { getTranslations } from 'next-intl/server';
import { Prose } from '@/components/layout/section';
import { SummaryList } from '@/components/ui/summary-list';
import { localized } from '@/lib/core/paths';
import { usesLot } from '@/lib/elections/explained/counting-words';
import { longDateTime } from '@/lib/i18n/dates';
import { euros } from '@/lib/i18n/money';
import { proposalsPaths } from '@/lib/proposals/paths';
import type { PollView } from '@/lib/voting/types';
import { HowItCounts, HowToFill } from './method-explanation';
import { lotOf } from './poll-facts';

type PartProps = { locale: string; poll: PollView };

/** All that is, or will be, frozen and published: what is asked, who may answer, how it is counted. */
export async function RuleSummary({ locale, poll }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  const drafts = await getTranslations({ locale, namespace: 'voting-drafts' });
  const methods = await getTranslations({ locale, namespace: 'voting-methods' });
  const { rule } = poll;
  const text = (value: string) => (value ? <Prose>{value}</Prose> : t('poll.none'));
  const channels = rule.channels.map((channel) => drafts(`channel.${channel}`));
  return (
    <SummaryList
      rows={[
        { label: t('field.question'), value: rule.question },
        { label: drafts('summary.method'), value: methods(`name.${rule.method}`) },
        { label: t('poll.options'), value: <Options locale={locale} poll={poll} /> },
        { label: methods('fillTitle'), value: <HowToFill locale={locale} rule={rule} /> },
        { label: methods('countTitle'), value: <HowItCounts locale={locale} rule={rule} /> },
        { label: drafts('field.channels'), value: channels.join(' · ') },
        { label: t('field.district'), value: <Voters locale={locale} poll={poll} /> },
        { label: t('field.opens'), value: longDateTime(poll.opensAt, locale) },
        { label: t('field.closes'), value: longDateTime(poll.closesAt, locale) },
        { label: t('field.decidedBy'), value: rule.decidedBy },
        { label: t('field.description'), value: text(rule.description) },
        { label: t('field.easyText'), value: text(rule.easyText) },
        ...(poll.proposal
          ? [
              {
                label: t('poll.proposal'),
                value: <ProposalLink locale={locale} {...poll.proposal} />,
              },
            ]
          : []),
      ]}
    />
  );
}

/** With what they cost, and from the scheduling on in which order equals go first. */
async function Options({ locale, poll }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  const { rule, withdrawn, phase } = poll;
  return (
    <Prose>
      <ol>
        {rule.options.map(({ id, label, note, costCents }) => (
          <li key={id}>
            {withdrawn.includes(id) ? <s>{label}</s> : label}
            {note ? ` – ${note}` : null}
            {costCents === null ? null : ` – ${euros(costCents, locale)}`}
            {withdrawn.includes(id) ? ` (${t('summary.withdrawn')})` : null}
          </li>
        ))}
      </ol>
      {usesLot(rule) ? (
        <p>
          {phase === 'draft' ? t('summary.lotLater') : t('summary.lot', { order: lotOf(rule) })}
        </p>
      ) : null}
    </Prose>
  );
}

async function Voters({ locale, poll }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  const office = await getTranslations({ locale, namespace: 'voting-office' });
  const { districtName, minAge, needsForumRight, cardBatch } = poll.rule;
  return (
    <ul>
      <li>{districtName || office('everywhere')}</li>
      <li>{t('summary.age', { age: minAge })}</li>
      {needsForumRight ? <li>{t('field.needsForumRight')}</li> : null}
      {cardBatch ? <li>{t('summary.cards', { number: cardBatch.number })}</li> : null}
    </ul>
  );
}

async function ProposalLink(props: { locale: string; number: number; title: string }) {
  const { locale, number, title } = props;
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  return (
    <a href={localized(locale, proposalsPaths.teamProposal(number))}>
      {t('poll.proposalLink', { number, title })}
    </a>
  );
}
