import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { pageTitle } from '@/app/[locale]/page-title';
import { DeskBallot } from '@/components/voting/desk-ballot';
import { KioskFrame } from '@/components/voting/kiosk-frame';
import { currentVisitor } from '@/lib/accounts/actor';
import { localized } from '@/lib/core/paths';
import { signSaid } from '@/lib/core/said';
import { getOffice } from '@/lib/settings/queries';
import { votingPaths } from '@/lib/voting/paths';
import { getDeskPage } from '@/lib/voting/vote/desk/queries';
import { readKiosk } from '@/lib/voting/vote/kiosk/cookie';
import { placeOfKiosk } from '@/lib/voting/vote/kiosk/rules';
import { kioskBallotAction, kioskDistrictAction } from '../../actions';

type Props = { params: Promise<{ locale: string; ticket: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  // messages: voting-desk.kiosk.pageTitle
  return pageTitle((await params).locale, 'voting-desk.kiosk.pageTitle');
}

export default async function KioskBallotPage({ params }: Props) {
  const { locale, ticket } = await params;
  const kiosk = await readKiosk();
  const page = kiosk && (await getDeskPage(await currentVisitor(), placeOfKiosk(kiosk), ticket));
  if (!page || page.kind === 'voted' || page.kind === 'on-paper') {
    redirect(signSaid(localized(locale, votingPaths.kiosk('over'))));
  }
  const office = await getOffice({ locale });
  return (
    <KioskFrame locale={locale} officeName={office.officeName} canLeave>
      <DeskBallot
        locale={locale}
        page={page}
        ticket={ticket}
        place="kiosk"
        office={office}
        cast={kioskBallotAction}
        declareDistrict={kioskDistrictAction}
      />
    </KioskFrame>
  );
}
