import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { contentLang, localized } from '@/lib/core/paths';
import { votingPaths } from '@/lib/voting/paths';
import type { OfficePollView } from '@/lib/voting/prepare/types';
import type { PollView } from '@/lib/voting/types';
import { PollNotes } from './poll-notes';
import { PollResultSection } from './poll-result';
import { PollState } from './poll-state';
import { RuleSummary } from './rule-summary';
import { TrialMark } from './trial-mark';

type OfficePollProps = {
  locale: string;
  view: OfficePollView;
  /** What comes next with it. */
  children?: ReactNode;
};

/** A poll as the office sees it; of the votes nothing before the close, to nobody. */
export async function OfficePoll({ locale, view, children }: OfficePollProps) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  const { poll } = view;
  return (
    <>
      <PageHeader
        title={poll.rule.question}
        titleLang={contentLang(locale)}
        overline={t('poll.overline', { number: poll.number })}
        back={{ href: localized(locale, votingPaths.teamPolls()), label: t('poll.back') }}
        state={<PollState locale={locale} poll={poll} />}
      />
      {poll.isTest ? <TrialMark locale={locale} /> : null}
      {poll.isArchived ? <Archived locale={locale} /> : null}
      <WhatIsNext locale={locale} view={view} />
      {children}
      {poll.result ? (
        <>
          <PollResultSection locale={locale} rule={poll.rule} result={poll.result} />
          <p>
            <a href={localized(locale, votingPaths.teamPollRecord(poll.number))}>
              {t('poll.record')}
            </a>
          </p>
        </>
      ) : null}
      <PollNotes locale={locale} poll={poll} />
      <Section title={poll.phase === 'draft' ? t('poll.check') : t('poll.rule')}>
        <RuleSummary locale={locale} poll={poll} />
      </Section>
    </>
  );
}

/** What everybody finds elsewhere now. */
async function Archived({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  return <Notice tone="info">{t('archive.lies')}</Notice>;
}

async function WhatIsNext({ locale, view }: { locale: string; view: OfficePollView }) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  const { poll, countDisputed } = view;
  if (view.isRunning) return <Notice tone="info">{t('counting.running')}</Notice>;
  if (countDisputed || poll.phase === 'counting') {
    return <Counting locale={locale} number={poll.number} isDisputed={countDisputed} />;
  }
  // What to do with a draft stands on its page; a try-out has no public page.
  if (poll.phase === 'draft' || poll.isTest) return null;
  const link = (
    <p>
      <a href={localized(locale, votingPaths.poll(poll.number))}>{t('poll.public')}</a>
    </p>
  );
  if (poll.phase === 'cancelled' || poll.phase === 'annulled') {
    return (
      <>
        <Ended locale={locale} poll={poll} phase={poll.phase} />
        {link}
      </>
    );
  }
  if (poll.phase !== 'open') return link;
  return (
    <>
      <Notice tone="info">{t('poll.openNote')}</Notice>
      {link}
    </>
  );
}

type EndedProps = { locale: string; poll: PollView; phase: 'cancelled' | 'annulled' };

/** Why it came to nothing, in the words everybody reads. */
async function Ended({ locale, poll, phase }: EndedProps) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  const office = await getTranslations({ locale, namespace: 'voting-office' });
  return (
    <Notice tone="problem" title={t(`page.${phase}`)}>
      <p lang={contentLang(locale)}>{poll.cancelReason}</p>
      <p>{t(`page.${phase}Box`)}</p>
      <p>
        <a href={localized(locale, votingPaths.teamPollLater(poll.number))}>
          {office('stop.correct')}
        </a>
      </p>
    </Notice>
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
        <ButtonLink href={localized(locale, votingPaths.counting(number))} variant="secondary">
          {isDisputed ? t('counting.look') : t('counting.link')}
        </ButtonLink>
      </p>
    </Notice>
  );
}
