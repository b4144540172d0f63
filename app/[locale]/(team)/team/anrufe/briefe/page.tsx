import type { Metadata } from 'next';
import { pageTitle } from '@/app/[locale]/page-title';
import { LetterPages } from '@/components/office/letter-pages';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { now } from '@/lib/core/clock';
import { readEnv } from '@/lib/core/env.mjs';
import { listLettersToPrint } from '@/lib/mail/calls/queries';
import { mailPaths } from '@/lib/mail/paths';
import { drawQr } from '@/lib/print/qr';
import { proposalsPaths } from '@/lib/proposals/paths';
import { getOffice } from '@/lib/settings/queries';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'office.letter.pageTitle');
}

/** All letters that are owed, one sheet each. */
export default async function LettersPage({ params }: Props) {
  const { locale } = await params;
  const letters = await guarded(locale, mailPaths.teamLetters(), async () =>
    listLettersToPrint(await requireCoordinator(), null),
  );
  const lookUp = new URL(proposalsPaths.numberLookup(), readEnv().APP_URL).href;
  return (
    <LetterPages
      locale={locale}
      letters={letters}
      office={await getOffice({ locale })}
      lookUp={lookUp}
      qr={drawQr(lookUp)}
      at={now()}
    />
  );
}
