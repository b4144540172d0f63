import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { DeskBallot } from '@/components/voting/desk-ballot';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { localized, numberInPath } from '@/lib/core/paths';
import { signSaid } from '@/lib/core/said';
import { getOffice } from '@/lib/settings/queries';
import { votingPaths } from '@/lib/voting/paths';
import { getDeskPage, placeOfCall } from '@/lib/voting/vote/desk/queries';
import { phoneBallotAction, phoneDistrictAction } from '../../actions';

type Props = { params: Promise<{ locale: string; number: string; ticket: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'voting-desk.phone.title');
}

/** The ballot of a caller, filled in by whoever took the call. */
export default async function PhoneBallotPage({ params }: Props) {
  const { locale, number: segment, ticket } = await params;
  const number = numberInPath(segment);
  const path = votingPaths.teamPollPhoneBallot(number, ticket);
  const page = await guarded(locale, votingPaths.teamPollPhone(number), async () => {
    const actor = await requireCoordinator();
    return getDeskPage(actor, placeOfCall(actor, number), ticket);
  });
  if (!page || page.kind === 'voted' || page.kind === 'on-paper') {
    redirect(signSaid(localized(locale, votingPaths.teamPollPhone(number, 'over'))));
  }
  const office = await getOffice({ locale });
  const t = await getTranslations({ locale, namespace: 'voting-desk' });
  return (
    <TeamShell locale={locale} path={path} current="polls">
      <DeskBallot
        locale={locale}
        page={page}
        ticket={ticket}
        place="phone"
        office={office}
        cast={phoneBallotAction}
        declareDistrict={phoneDistrictAction}
      />
      <p className="mt-8">
        <a href={localized(locale, votingPaths.teamPollPhone(number))}>{t('phone.leave')}</a>
      </p>
    </TeamShell>
  );
}
