import { getTranslations } from 'next-intl/server';
import { HiddenFields } from '@/components/form/hidden-fields';
import { Ballot } from '@/components/voting/ballot';
import { DistrictFields } from '@/components/voting/district-fields';
import { NoBallotReason } from '@/components/voting/no-ballot';
import type { FormAction } from '@/lib/core/form-state';
import { getOffice } from '@/lib/settings/queries';
import type { BallotPageView } from '@/lib/voting/types';
import { Form, freshForm } from './form';

type DeskBallotProps = {
  locale: string;
  page: BallotPageView;
  /** Whose turn it is: stands for the card that was shown or read out. */
  ticket: string;
  place: 'kiosk' | 'phone';
  cast: FormAction;
  declareDistrict: FormAction;
};

/** The ballot of somebody who votes in the office or by telephone, or why there is none. */
export async function DeskBallot(props: DeskBallotProps) {
  const { locale, page, ticket, place, cast, declareDistrict } = props;
  const office = await getOffice({ locale });
  if (page.kind === 'ballot') {
    const initialState = freshForm();
    return <Ballot {...{ locale, page, place, ticket, initialState }} action={cast} />;
  }
  if (page.kind !== 'district-unknown') {
    return <NoBallotReason locale={locale} page={page} phone={office.phone} />;
  }
  const t = await getTranslations({ locale, namespace: 'voting' });
  return (
    <Form
      locale={locale}
      action={declareDistrict}
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
