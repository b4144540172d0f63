import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { localized } from '@/lib/core/paths';
import { longDate, longDay } from '@/lib/i18n/dates';
import { proposalsPaths } from '@/lib/proposals/paths';
import type { ProposalCase } from '@/lib/proposals/review/types';
import { Outcome } from './outcome';
import { ProposalBody } from './proposal-body';
import { Paragraphs, Statements } from './statements';

type CaseTextProps = { locale: string; proposal: ProposalCase };

/** What was written and what came back, for reading before deciding. */
export async function CaseText({ locale, proposal }: CaseTextProps) {
  const t = await getTranslations({ locale, namespace: 'proposals-office.case' });
  // messages: proposals-office.wordingAgreed.*
  const words = await getTranslations({ locale, namespace: 'proposals-office' });
  const { easyText, state, question, answerBy, lead, wording } = proposal;
  return (
    <div className="stack measure">
      <ProposalBody words={proposal} removed={t('textRemoved')} />
      {wording ? (
        <Notice tone="info" title={t('asWritten')}>
          <p>
            <strong>{wording.title}</strong>
          </p>
          <ProposalBody words={wording} />
          <p className="text-small">
            {t('agreed', {
              how: words(`wordingAgreed.${wording.agreedHow}`),
              date: longDate(wording.agreedAt, locale),
            })}
          </p>
        </Notice>
      ) : null}
      {easyText ? (
        <Notice tone="info" title={t('easyText')}>
          <Paragraphs text={easyText} />
        </Notice>
      ) : null}
      {state === 'NEEDS_CLARIFICATION' && question ? (
        <Notice tone="warn" title={t('asked')}>
          <Paragraphs text={question} />
          {answerBy ? (
            <p className="text-small">{t('askedUntil', { date: longDay(answerBy, locale) })}</p>
          ) : null}
        </Notice>
      ) : null}
      {lead ? (
        <p>
          {t('mergedInto')}{' '}
          <a href={localized(locale, proposalsPaths.teamProposal(lead.number))} lang="de">
            {t('numberAndTitle', { number: lead.number, title: lead.title })}
          </a>
        </p>
      ) : null}
      <Outcome locale={locale} outcome={proposal} />
      <Statements locale={locale} statements={proposal.statements} />
      {proposal.hasNotes ? (
        <p>
          <a href={localized(locale, proposalsPaths.teamNotes(proposal.number))}>
            {t('correctNotes')}
          </a>
        </p>
      ) : null}
      {proposal.statements.length > 0 ? (
        <p>
          <a href={localized(locale, proposalsPaths.teamStatements(proposal.number))}>
            {t('correctStatements')}
          </a>
        </p>
      ) : null}
    </div>
  );
}
