import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import type { FormAction } from '@/lib/core/form-state';
import { freshForm } from '@/lib/core/fresh-form';
import type { Office } from '@/lib/settings/types';
import type { BallotPageView } from '@/lib/voting/types';
import { Ballot } from './ballot';
import { DistrictFields } from './district-fields';
import { NoBallotReason } from './no-ballot';

type DeskBallotProps = {
  locale: string;
  page: BallotPageView;
  /** Whose turn it is: stands for the card that was shown or read out. */
  ticket: string;
  place: 'kiosk' | 'phone';
  office: Pick<Office, 'phone' | 'districts'>;
  cast: FormAction;
  declareDistrict: FormAction;
};

/** The ballot of somebody who votes in the office or by telephone, or why there is none. */
export async function DeskBallot(props: DeskBallotProps) {
  const { locale, page, ticket, place, office, cast, declareDistrict } = props;
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
