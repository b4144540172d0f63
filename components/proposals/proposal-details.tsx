import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Corrections } from '@/components/audit/corrections';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { Notice } from '@/components/ui/notice';
import { PhoneLine } from '@/components/ui/phone-link';
import { localized } from '@/lib/core/paths';
import { longDate } from '@/lib/i18n/dates';
import { proposalsPaths } from '@/lib/proposals/paths';
import type { ProposalDetails as Proposal } from '@/lib/proposals/reading/types';
import { History } from './history';
import { Outcome } from './outcome';
import { ProgressArc } from './progress-arc';
import { ProposalBody } from './proposal-body';
import { StateSentence } from './state-sentence';
import { Paragraphs, Statements } from './statements';

type ProposalDetailsProps = {
  locale: string;
  proposal: Proposal;
  phone: string;
  /** What other parts of the house know about it: its polls. */
  children?: ReactNode;
};

/** A public proposal: what, how it stands, what was said, what happened. */
export async function ProposalDetails(props: ProposalDetailsProps) {
  const { locale, proposal, phone, children } = props;
  const t = await getTranslations({ locale, namespace: 'proposals' });
  const author = proposal.author ?? t('neighbour');
  return (
    <>
      <Head locale={locale} proposal={proposal} />
      {proposal.lead ? <MergedInto locale={locale} lead={proposal.lead} /> : null}
      <ProgressArc
        locale={locale}
        state={proposal.state}
        history={proposal.history}
        bodyName={proposal.standing.bodyName}
        isAsked={proposal.standing.isAsked}
      />
      <Outcome locale={locale} outcome={proposal} />
      <Statements locale={locale} statements={proposal.statements} />
      <WhatItSays locale={locale} proposal={proposal} author={author} />
      <Support locale={locale} proposal={proposal} />
      <PaperCorrected locale={locale} proposal={proposal} />
      {children}
      <MergedHere locale={locale} merged={proposal.merged} />
      <Section title={t('history.title')}>
        <Details summary={t('history.show', { count: proposal.history.length })} open>
          <History locale={locale} history={proposal.history} author={author} />
        </Details>
      </Section>
      <PhoneLine number={phone} className="mt-8">
        {t('ask')}
      </PhoneLine>
      <p className="small soft no-print">{t('printHint')}</p>
    </>
  );
}

async function Head({ locale, proposal }: Pick<ProposalDetailsProps, 'locale' | 'proposal'>) {
  const t = await getTranslations({ locale, namespace: 'proposals' });
  const { number, title, districtName, place, supporters, paperSignatures, standing } = proposal;
  const supportText = [
    t('supporters', { count: supporters }),
    paperSignatures > 0 ? t('onPaper', { count: paperSignatures }) : '',
  ]
    .filter(Boolean)
    .join(', ');
  const facts = [districtName, place, supporters > 0 ? supportText : ''];
  return (
    <PageHeader
      back={{ href: localized(locale, proposalsPaths.proposals()), label: t('list.title.all') }}
      overline={t('numbered', { number })}
      title={title}
      titleLang="de"
      state={<StateSentence locale={locale} standing={standing} />}
      meta={facts.filter(Boolean).join(' · ')}
    />
  );
}

type Link = { number: number; title: string };
type Merged = { number: number; title: string | null };

async function MergedInto({ locale, lead }: { locale: string; lead: Link }) {
  const t = await getTranslations({ locale, namespace: 'proposals' });
  return (
    <Notice tone="info" title={t('merged.title')}>
      <p>
        {t('merged.text')}{' '}
        <a href={localized(locale, proposalsPaths.proposal(lead.number))} lang="de">
          {t('numberAndTitle', { number: lead.number, title: lead.title })}
        </a>
      </p>
    </Notice>
  );
}

async function WhatItSays({
  locale,
  proposal,
  author,
}: Pick<ProposalDetailsProps, 'locale' | 'proposal'> & { author: string }) {
  const t = await getTranslations({ locale, namespace: 'proposals' });
  const { easyText, submittedAt, intakeChannel, onBehalf, categoryLabel, categorySlug } = proposal;
  return (
    <Section title={t('body.title')}>
      <div className="stack measure">
        <ProposalBody words={proposal} removed={t('body.removed')} />
        <Corrections locale={locale} corrections={proposal.corrections} />
        {easyText ? (
          <Notice tone="info" title={t('body.easy')} level={3}>
            <Paragraphs text={easyText} />
          </Notice>
        ) : null}
        <p className="small soft">
          {t(onBehalf ? 'body.fromOnBehalf' : 'body.from', {
            author,
            date: longDate(submittedAt, locale),
            channel: t(`channel.${intakeChannel}`),
          })}
          {categorySlug ? (
            <>
              {' '}
              {t('body.category')}{' '}
              <a href={localized(locale, proposalsPaths.proposalsOfCategory(categorySlug))}>
                {categoryLabel}
              </a>
            </>
          ) : null}
        </p>
      </div>
    </Section>
  );
}

async function Support({ locale, proposal }: Pick<ProposalDetailsProps, 'locale' | 'proposal'>) {
  if (!proposal.isSupportable) return null;
  const t = await getTranslations({ locale, namespace: 'proposals' });
  return (
    <div className="no-print stack mt-8">
      <ButtonLink href={localized(locale, proposalsPaths.proposalSupport(proposal.number))}>
        {t('support.button')}
      </ButtonLink>
      <p className="small soft">{t('support.hint')}</p>
    </div>
  );
}

/** The number of signatures changed for another reason than that somebody signed. */
async function PaperCorrected({
  locale,
  proposal,
}: Pick<ProposalDetailsProps, 'locale' | 'proposal'>) {
  const t = await getTranslations({ locale, namespace: 'proposals' });
  return proposal.paperCorrections.map(({ at, reason }) => (
    <p key={at.toISOString()} className="small soft mt-4">
      {t('paperCorrected', { date: longDate(at, locale), reason })}
    </p>
  ));
}

async function MergedHere({ locale, merged }: { locale: string; merged: Merged[] }) {
  if (merged.length === 0) return null;
  const t = await getTranslations({ locale, namespace: 'proposals' });
  return (
    <Section title={t('merged.here')} intro={t('merged.hereIntro')}>
      <ul className="stack">
        {merged.map(({ number, title }) => (
          <li key={number}>
            {title === null ? (
              t('merged.unchecked', { number })
            ) : (
              <a href={localized(locale, proposalsPaths.proposal(number))} lang="de">
                {t('numberAndTitle', { number, title })}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
