import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextArea } from '@/components/form/text-area';
import { whoSees } from '@/components/form/who-sees';
import { Section } from '@/components/layout/section';
import { OwnProposalBody, OwnProposalHead } from '@/components/proposals/own-proposal';
import { Paragraphs } from '@/components/proposals/statements';
import { ButtonLink } from '@/components/ui/button';
import { Quote } from '@/components/ui/quote';
import { guarded } from '@/lib/accounts/page-guard';
import { AppError } from '@/lib/core/errors';
import { localized } from '@/lib/core/paths';
import { groupCode, normalizeCode } from '@/lib/core/tokens';
import { longDay } from '@/lib/i18n/dates';
import { findOwnProposal } from '@/lib/proposals/own/queries';
import { proposalsPaths } from '@/lib/proposals/paths';
import { getOffice } from '@/lib/settings/queries';
import { answerQuestionAction } from './actions';

interface Props {
  params: Promise<{ locale: string; code: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  // messages: proposals-intake.receipt.pageTitle
  return {
    ...(await pageTitle(locale, 'proposals-intake.receipt.pageTitle')),
    robots: { index: false },
  };
}

/** The author's own page: opened by the code of the receipt or by the link of a mail. */
export default async function ReceiptPage({ params }: Props) {
  const { locale, code } = await params;
  const path = proposalsPaths.proposalReceipt(code);
  const proposal = await guarded(locale, path, async () => {
    const found = await findOwnProposal({ locale }, decodeURIComponent(code));
    if (!found) throw new AppError('NOT_FOUND');
    return found;
  });
  const t = await getTranslations({ locale, namespace: 'proposals-intake.receipt' });
  const seen = await whoSees(locale);
  const { phone } = await getOffice({ locale });
  const typed = normalizeCode(code);
  return (
    <ActShell holdsText locale={locale} path={path} current="proposals">
      <OwnProposalHead
        locale={locale}
        proposal={proposal}
        code={typed.length === 8 ? groupCode(typed) : null}
        phone={phone}
      />
      {proposal.state === 'NEEDS_CLARIFICATION' ? (
        <Section title={t('questionTitle')}>
          {/* Gone, where the person wanted to be forgotten. */}
          {proposal.question === '' ? null : (
            <Quote>
              <Paragraphs text={proposal.question} />
            </Quote>
          )}
          {proposal.answerBy ? (
            <p>{t('answerBy', { date: longDay(proposal.answerBy, locale) })}</p>
          ) : null}
          <Form locale={locale} action={answerQuestionAction} submitLabel={t('sendAnswer')}>
            <HiddenFields values={{ code, question: proposal.question }} />
            <TextArea
              name="answer"
              label={t('answer')}
              whoSees={seen.INTERNAL}
              required
              maxLength={2000}
            />
          </Form>
        </Section>
      ) : null}
      <OwnProposalBody locale={locale} proposal={proposal} />
      {proposal.canWithdraw ? (
        <p className="no-print">
          <ButtonLink
            href={localized(locale, proposalsPaths.proposalWithdraw(code))}
            variant="quiet"
          >
            {t('withdraw')}
          </ButtonLink>
        </p>
      ) : null}
    </ActShell>
  );
}
