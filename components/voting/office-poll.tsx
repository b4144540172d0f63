import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page-header';
import { Prose, Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { SummaryList } from '@/components/ui/summary-list';
import { localized, routes } from '@/lib/core/routes';
import { longDateTime } from '@/lib/i18n/dates';
import type { OfficePollView, PollView } from '@/lib/voting/types';
import { PollResultSection } from './poll-result';
import { PollState } from './poll-state';

/** A poll as the office sees it; of the votes nothing before the close, to nobody. */
export async function OfficePoll({ locale, view }: { locale: string; view: OfficePollView }) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  const { poll } = view;
  return (
    <>
      <PageHeader
        title={poll.rule.question}
        overline={t('poll.overline', { number: poll.number })}
        back={{ href: localized(locale, routes.teamPolls()), label: t('poll.back') }}
        state={<PollState locale={locale} poll={poll} />}
      />
      <WhatIsNext locale={locale} view={view} />
      {poll.result ? (
        <>
          <PollResultSection locale={locale} rule={poll.rule} result={poll.result} />
          <p>
            <a href={localized(locale, routes.teamPollRecord(poll.number))}>{t('poll.record')}</a>
          </p>
        </>
      ) : null}
      <Section title={poll.phase === 'draft' ? t('poll.check') : t('poll.rule')}>
        <RuleSummary locale={locale} poll={poll} />
      </Section>
    </>
  );
}

async function WhatIsNext({ locale, view }: { locale: string; view: OfficePollView }) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  const { poll, countDisputed } = view;
  if (countDisputed || poll.phase === 'counting') {
    return <Counting locale={locale} number={poll.number} isDisputed={countDisputed} />;
  }
  if (poll.phase === 'draft') return <Notice tone="info">{t('poll.draftNote')}</Notice>;
  const link = (
    <p>
      <a href={localized(locale, routes.poll(poll.number))}>{t('poll.public')}</a>
    </p>
  );
  if (poll.phase !== 'open') return link;
  return (
    <>
      <Notice tone="info">{t('poll.openNote')}</Notice>
      {link}
    </>
  );
}

type CountingProps = { locale: string; number: number; isDisputed: boolean };

/** The way to the count, or to what does not agree in it. */
async function Counting({ locale, number, isDisputed }: CountingProps) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  return (
    <Notice tone={isDisputed ? 'problem' : 'warn'}>
      <p>{isDisputed ? t('disputed.poll') : t('counting.note')}</p>
      <p>
        <ButtonLink href={localized(locale, routes.counting(number))} variant="secondary">
          {isDisputed ? t('counting.look') : t('counting.link')}
        </ButtonLink>
      </p>
    </Notice>
  );
}

async function RuleSummary({ locale, poll }: { locale: string; poll: PollView }) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  const { rule } = poll;
  const options = (
    <ul>
      {rule.options.map((option) => (
        <li key={option.id}>{option.label}</li>
      ))}
    </ul>
  );
  const text = (value: string) => (value ? <Prose>{value}</Prose> : t('poll.none'));
  return (
    <SummaryList
      rows={[
        { label: t('field.question'), value: rule.question },
        { label: t('poll.options'), value: options },
        { label: t('field.maxChoices'), value: String(rule.maxChoices) },
        { label: t('field.description'), value: text(rule.description) },
        { label: t('field.easyText'), value: text(rule.easyText) },
        { label: t('field.decidedBy'), value: rule.decidedBy },
        { label: t('field.district'), value: rule.districtName || t('everywhere') },
        { label: t('field.minAge'), value: String(rule.minAge) },
        { label: t('field.opens'), value: longDateTime(poll.opensAt, locale) },
        { label: t('field.closes'), value: longDateTime(poll.closesAt, locale) },
        ...(poll.proposal
          ? [
              {
                label: t('poll.proposal'),
                value: <ProposalLink locale={locale} {...poll.proposal} />,
              },
            ]
          : []),
        ...(poll.cancelReason ? [{ label: t('cancel.reason'), value: poll.cancelReason }] : []),
      ]}
    />
  );
}

async function ProposalLink(props: { locale: string; number: number; title: string }) {
  const { locale, number, title } = props;
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  return (
    <a href={localized(locale, routes.teamProposal(number))}>
      {t('poll.proposalLink', { number, title })}
    </a>
  );
}
