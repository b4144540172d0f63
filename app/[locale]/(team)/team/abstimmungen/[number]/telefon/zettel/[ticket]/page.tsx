import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Form, freshForm } from '@/app/[locale]/form';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { HiddenFields } from '@/components/form/hidden-fields';
import { Ballot } from '@/components/voting/ballot';
import { DistrictFields } from '@/components/voting/district-fields';
import { NoBallotReason } from '@/components/voting/no-ballot';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { localized, routes } from '@/lib/core/routes';
import { getOffice } from '@/lib/settings/queries';
import { getDeskPage, placeOfCall } from '@/lib/voting/desk/queries';
import { numberInPath } from '@/lib/voting/rules';
import type { BallotPageView } from '@/lib/voting/types';
import { phoneBallotAction, phoneDistrictAction } from '../../actions';

type Props = { params: Promise<{ locale: string; number: string; ticket: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'voting-desk.phone.title');
}

/** The ballot of a caller, filled in by whoever took the call. */
export default async function PhoneBallotPage({ params }: Props) {
  const { locale, number: segment, ticket } = await params;
  const number = numberInPath(segment);
  const path = routes.teamPollPhoneBallot(number, ticket);
  const page = await guarded(locale, routes.teamPollPhone(number), async () => {
    const actor = await requireCoordinator();
    return getDeskPage(actor, placeOfCall(actor, number), ticket);
  });
  if (!page || page.kind === 'voted' || page.kind === 'on-paper') {
    redirect(localized(locale, routes.teamPollPhone(number, 'over')));
  }
  const t = await getTranslations({ locale, namespace: 'voting-desk' });
  return (
    <TeamShell locale={locale} path={path} current="polls">
      <Content locale={locale} page={page} ticket={ticket} />
      <p className="mt-8">
        <a href={localized(locale, routes.teamPollPhone(number))}>{t('phone.leave')}</a>
      </p>
    </TeamShell>
  );
}

type ContentProps = { locale: string; page: BallotPageView; ticket: string };

async function Content({ locale, page, ticket }: ContentProps) {
  const office = await getOffice({ locale });
  if (page.kind === 'ballot') {
    return (
      <Ballot
        locale={locale}
        page={page}
        place="phone"
        action={phoneBallotAction}
        initialState={freshForm()}
        ticket={ticket}
      />
    );
  }
  if (page.kind !== 'district-unknown') {
    return <NoBallotReason locale={locale} page={page} phone={office.phone} />;
  }
  const t = await getTranslations({ locale, namespace: 'voting' });
  return (
    <Form
      locale={locale}
      action={phoneDistrictAction}
      submitLabel={t('district.save')}
      warnOnLeave={false}
    >
      <HiddenFields values={{ ticket }} />
      <DistrictFields
        locale={locale}
        pollNumber={page.poll.number}
        districtName={page.poll.rule.districtName}
        districts={office.districts}
      />
    </Form>
  );
}
