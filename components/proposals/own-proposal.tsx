import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { CodeDisplay } from '@/components/ui/code-display';
import { Notice } from '@/components/ui/notice';
import { Receipt } from '@/components/ui/receipt';
import { SummaryList } from '@/components/ui/summary-list';
import { localized } from '@/lib/core/paths';
import { longDate, longDay } from '@/lib/i18n/dates';
import type { OwnProposal as Own } from '@/lib/proposals/own/types';
import { proposalsPaths } from '@/lib/proposals/paths';
import { saysMore } from '@/lib/proposals/rules';
import { History } from './history';
import { Outcome } from './outcome';
import { StateSentence } from './state-sentence';

type OwnProposalProps = {
  locale: string;
  proposal: Own;
  /** The code of the receipt, in groups; null when the page was opened by the link of a mail. */
  code: string | null;
  phone: string;
};

/** The top of the author's page: a receipt at first, later what became of it. */
export async function OwnProposalHead({ locale, proposal, code, phone }: OwnProposalProps) {
  const words = await getTranslations({ locale, namespace: 'proposals-intake' });
  const proof = await getTranslations({ locale, namespace: 'cases.proof' });
  const { number, title, state, promisedFor } = proposal;
  const isNew = state === 'SUBMITTED';
  // Whoever left no way is told nothing; the answer waits here.
  // messages: proposals-intake.receipt.promised proposals-intake.receipt.promisedHere
  const promised = proposal.contactKind === 'NUMBER' ? 'receipt.promisedHere' : 'receipt.promised';
  return (
    <div className="stack">
      <Receipt
        title={words(isNew ? 'receipt.thanks' : 'receipt.yours')}
        numberLabel={words('receipt.number')}
        number={String(number)}
      >
        <p lang="de">{title}</p>
        <p>
          <StateSentence locale={locale} standing={proposal.standing} />
        </p>
        {promisedFor ? <p>{words(promised, { date: longDay(promisedFor, locale) })}</p> : null}
      </Receipt>
      {code === null ? null : (
        <div className="stack measure">
          <CodeDisplay label={words('receipt.code')} code={code.replaceAll('-', '')} size="large" />
          <p>{words('receipt.codeHint')}</p>
        </div>
      )}
      <p>
        {proposal.isUnproven
          ? proof('own')
          : words(`receipt.reach.${proposal.contactKind}`, {
              phone: phone.replaceAll(' ', '\u00a0'),
            })}
      </p>
      {isNew ? <WhatNext locale={locale} /> : null}
      <p className="no-print">{words('receipt.print')}</p>
    </div>
  );
}

async function WhatNext({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'proposals-intake.receipt' });
  return (
    <Section title={t('nextTitle')}>
      <div className="prose">
        <ol>
          <li>{t('nextRead')}</li>
          <li>{t('nextPublish')}</li>
          <li>{t('nextForum')}</li>
        </ol>
      </div>
    </Section>
  );
}

/** What was sent, what was decided, what happened. */
export async function OwnProposalBody({
  locale,
  proposal,
}: Pick<OwnProposalProps, 'locale' | 'proposal'>) {
  const t = await getTranslations({ locale, namespace: 'proposals' });
  const words = await getTranslations({ locale, namespace: 'proposals-intake' });
  const { state, reasonCode, reasonText, lead, isPublic, number } = proposal;
  const author = proposal.author ?? t('neighbour');
  const link = (path: string, label: string) => <a href={localized(locale, path)}>{label}</a>;
  const rows = [
    { label: words('check.title'), value: proposal.title },
    { label: words('check.body'), value: saysMore(proposal) ? proposal.body : '' },
    ...(proposal.wording
      ? [
          { label: words('receipt.asWrittenTitle'), value: proposal.wording.title },
          {
            label: words('receipt.asWritten'),
            value: saysMore(proposal.wording) ? proposal.wording.body : '',
          },
        ]
      : []),
    { label: words('check.district'), value: proposal.districtName },
    { label: words('check.place'), value: proposal.place },
    { label: words('check.name'), value: author },
    { label: words('receipt.sentOn'), value: longDate(proposal.submittedAt, locale) },
  ];
  return (
    <>
      {state === 'NOT_PUBLISHED' ? (
        <Notice tone="info" title={t('outcome.notPublished')}>
          <div className="stack">
            {reasonCode ? (
              <p>{t('outcome.reason', { reason: t(`moderation.${reasonCode}`) })}</p>
            ) : null}
            <p lang="de">{reasonText}</p>
          </div>
        </Notice>
      ) : null}
      <Outcome locale={locale} outcome={proposal} />
      {lead ? (
        <p>
          {t('merged.text')}{' '}
          {link(proposalsPaths.proposal(lead.number), t('numberAndTitle', { ...lead }))}
        </p>
      ) : null}
      {isPublic ? (
        <p>{link(proposalsPaths.proposal(number), words('receipt.publicPage'))}</p>
      ) : null}
      <Section title={words('receipt.sent')}>
        <SummaryList rows={rows.filter(({ value }) => value !== '')} />
      </Section>
      <Section title={t('history.title')}>
        <History locale={locale} history={proposal.history} author={author} />
      </Section>
    </>
  );
}
