import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { FormActions } from '@/components/form/form-actions';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PrintButton } from '@/components/ui/print-button';
import { DeskReceipt } from '@/components/voting/desk-receipt';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { localized, numberInPath } from '@/lib/core/paths';
import { votingPaths } from '@/lib/voting/paths';
import { getPoll } from '@/lib/voting/queries';
import { openReceipt, placeOfCall } from '@/lib/voting/vote/desk/queries';

type Props = { params: Promise<{ locale: string; number: string; receipt: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'voting-desk.phone.title');
}

/** The receipt, to be read out; gone after a few minutes. */
export default async function PhoneReceiptPage({ params }: Props) {
  const { locale, number: segment, receipt: sealed } = await params;
  const number = numberInPath(segment);
  const { poll, receipt } = await guarded(locale, votingPaths.teamPollPhone(number), async () => {
    const actor = await requireCoordinator();
    return {
      poll: await getPoll(number),
      receipt: openReceipt(actor, placeOfCall(actor, number), sealed),
    };
  });
  if (!receipt) redirect(localized(locale, votingPaths.teamPollPhone(number)));
  const t = await getTranslations({ locale, namespace: 'voting-desk' });
  return (
    <TeamShell
      locale={locale}
      path={votingPaths.teamPollPhoneReceipt(number, sealed)}
      current="polls"
    >
      <DeskReceipt locale={locale} poll={poll} receipt={receipt} title={t('phone.done')} />
      <Notice tone="info">{t('phone.readReceipt')}</Notice>
      <FormActions>
        <ButtonLink href={localized(locale, votingPaths.teamPollPhone(number))}>
          {t('phone.next')}
        </ButtonLink>
        <PrintButton label={t('kiosk.print')} />
      </FormActions>
    </TeamShell>
  );
}
