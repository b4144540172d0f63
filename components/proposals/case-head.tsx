import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page-header';
import { localized } from '@/lib/core/paths';
import { longDay } from '@/lib/i18n/dates';
import { proposalsPaths } from '@/lib/proposals/paths';
import type { ProposalCase } from '@/lib/proposals/review/types';
import { canBePolled } from '@/lib/proposals/rules';
import { StateSentence } from './state-sentence';

interface CaseHeadProps {
  locale: string;
  proposal: ProposalCase;
  /** Where a poll about it is prepared. */
  pollPath: string;
}

/** Number, title, where it stands, until when an answer is promised, and what leads on. */
export async function CaseHead({ locale, proposal, pollPath }: CaseHeadProps) {
  const t = await getTranslations({ locale, namespace: 'proposals-office' });
  const { promisedFor, isLate, number } = proposal;
  const promise = promisedFor
    ? t(isLate ? 'inbox.late' : 'inbox.due', { date: longDay(promisedFor, locale) })
    : undefined;
  return (
    <PageHeader
      back={{ href: localized(locale, proposalsPaths.teamProposals()), label: t('inbox.title') }}
      overline={t('case.numbered', { number })}
      title={proposal.title}
      titleLang="de"
      state={<StateSentence locale={locale} standing={proposal.standing} />}
      meta={promise}
      actions={
        proposal.isPublic ? (
          <>
            <a href={localized(locale, proposalsPaths.proposal(number))}>{t('case.publicPage')}</a>
            {canBePolled(proposal.state) ? (
              <a href={localized(locale, pollPath)}>{t('case.preparePoll')}</a>
            ) : null}
          </>
        ) : undefined
      }
    />
  );
}
