import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { FormActions } from '@/components/form/form-actions';
import { ButtonLink } from '@/components/ui/button';
import { PrintButton } from '@/components/ui/print-button';
import { DeskReceipt } from '@/components/voting/desk-receipt';
import { KioskFrame } from '@/components/voting/kiosk-frame';
import { currentVisitor } from '@/lib/accounts/actor';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { getOffice } from '@/lib/settings/queries';
import { votingPaths } from '@/lib/voting/paths';
import { getPoll } from '@/lib/voting/queries';
import { openReceipt } from '@/lib/voting/vote/desk/queries';
import { readKiosk } from '@/lib/voting/vote/kiosk/cookie';
import { KIOSK_IDLE_SECONDS, placeOfKiosk } from '@/lib/voting/vote/kiosk/rules';

type Props = {
  params: Promise<{ locale: string; receipt: string }>;
  searchParams: Promise<{ time?: string }>;
};

const SHOWN_SECONDS = 30;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  // messages: voting-desk.kiosk.pageTitle
  return pageTitle((await params).locale, 'voting-desk.kiosk.pageTitle');
}

/** Shown for half a minute, or for two minutes after the last touch when somebody asks for it, and never again. */
export default async function KioskReceiptPage({ params, searchParams }: Props) {
  const { locale, receipt: sealed } = await params;
  const more = (await believed(searchParams)).time === 'more';
  const visitor = await currentVisitor();
  const kiosk = await readKiosk();
  const receipt = kiosk && openReceipt(visitor, placeOfKiosk(kiosk), sealed);
  if (!kiosk || !receipt) redirect(localized(locale, votingPaths.kiosk()));
  const t = await getTranslations({ locale, namespace: 'voting-desk' });
  const { officeName } = await getOffice({ locale });
  const seconds = more ? KIOSK_IDLE_SECONDS : SHOWN_SECONDS;
  return (
    <KioskFrame locale={locale} officeName={officeName} seconds={seconds}>
      <DeskReceipt
        locale={locale}
        poll={await getPoll(kiosk.poll)}
        receipt={receipt}
        title={t('kiosk.done')}
      />
      <div className="stack no-print mt-8">
        <p>
          {more
            ? t('kiosk.backLater', { minutes: KIOSK_IDLE_SECONDS / 60 })
            : t('kiosk.back', { seconds })}
        </p>
        <FormActions>
          <ButtonLink href={votingPaths.kioskNext(locale)}>{t('kiosk.finish')}</ButtonLink>
          {more ? null : (
            <ButtonLink
              href={localized(locale, votingPaths.kioskReceipt(sealed, 'more'))}
              variant="secondary"
            >
              {t('kiosk.moreTime')}
            </ButtonLink>
          )}
          <PrintButton label={t('kiosk.print')} />
        </FormActions>
      </div>
    </KioskFrame>
  );
}
