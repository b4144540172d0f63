import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Checkbox } from '@/components/form/checkbox';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { guarded } from '@/lib/accounts/page-guard';
import { AppError } from '@/lib/core/errors';
import { localized } from '@/lib/core/paths';
import { findOwnProposal } from '@/lib/proposals/own/queries';
import { proposalsPaths } from '@/lib/proposals/paths';
import { withdrawProposalAction } from './actions';

interface Props {
  params: Promise<{ locale: string; code: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return {
    ...(await pageTitle(locale, 'proposals-intake.withdraw.title')),
    robots: { index: false },
  };
}

/** One question: take the proposal back? */
export default async function WithdrawPage({ params }: Props) {
  const { locale, code } = await params;
  const path = proposalsPaths.proposalWithdraw(code);
  const proposal = await guarded(locale, path, async () => {
    const found = await findOwnProposal({ locale }, decodeURIComponent(code));
    if (!found?.canWithdraw) throw new AppError('NOT_FOUND');
    return found;
  });
  const t = await getTranslations({ locale, namespace: 'proposals-intake.withdraw' });
  const back = localized(locale, proposalsPaths.proposalReceipt(code));
  return (
    <ActShell holdsText locale={locale} path={path} current="proposals">
      <PageHeader
        back={{ href: back, label: t('back') }}
        overline={t('which', { number: proposal.number, title: proposal.title })}
        title={t('title')}
        lead={t(proposal.isPublic ? 'leadPublic' : 'lead')}
      />
      <Form
        locale={locale}
        action={withdrawProposalAction}
        submitLabel={t('button')}
        submitVariant="danger"
        secondary={
          <ButtonLink href={back} variant="quiet">
            {t('keep')}
          </ButtonLink>
        }
      >
        <HiddenFields values={{ code }} />
        <Checkbox
          name="removeText"
          label={t('removeText')}
          hint={t(proposal.isPublic ? 'removeTextHint' : 'removeTextHintDraft')}
        />
      </Form>
    </ActShell>
  );
}
