import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { PageHeader } from '@/components/layout/page-header';
import { AnswersCheck } from '@/components/proposals/answers-check';
import { ProposalFields } from '@/components/proposals/proposal-fields';
import { PhoneLink } from '@/components/ui/phone-link';
import { currentVisitor } from '@/lib/accounts/actor';
import { ownerOf } from '@/lib/accounts/policy';
import { localized } from '@/lib/core/paths';
import { proposalsPaths } from '@/lib/proposals/paths';
import { getOffice } from '@/lib/settings/queries';
import { submitProposalAction } from './actions';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return pageTitle(locale, 'proposals-intake.form.pageTitle');
}

/** A new proposal: fields, a last look with similar ones, then the receipt. */
export default async function NewProposalPage({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'proposals-intake.form' });
  const check = await getTranslations({ locale, namespace: 'proposals-intake.check' });
  const { districts, categories, phone } = await getOffice({ locale });
  const labels = {
    title: check('heading'),
    intro: check('intro'),
    similarTitle: check('similarTitle'),
    similarIntro: check('similarIntro'),
    similarOther: check('similarOther'),
    support: check('support'),
    read: check('read'),
    number: check('number'),
  };
  return (
    <ActShell holdsText locale={locale} path={proposalsPaths.proposalForm()} current="proposals">
      <PageHeader
        back={{ href: localized(locale, proposalsPaths.proposalDoor()), label: t('back') }}
        title={t('pageTitle')}
        lead={t('lead')}
      />
      <Form
        locale={locale}
        action={submitProposalAction}
        submitLabel={t('next')}
        lastLook={{
          content: <AnswersCheck locale={locale} labels={labels} />,
          sendLabel: check('send'),
          changeLabel: check('change'),
        }}
      >
        <ProposalFields {...{ locale, districts, categories }} tied={await isTied()} />
      </Form>
      {phone === '' ? null : (
        <p className="mt-8">
          {t('byPhone')} <PhoneLink number={phone} />
        </p>
      )}
    </ActShell>
  );
}

/** Whether what is sent belongs to an account. */
async function isTied(): Promise<boolean> {
  const visitor = await currentVisitor().catch(() => null);
  return visitor !== null && ownerOf(visitor) !== null;
}
