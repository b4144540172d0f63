import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { Ballot } from '@/components/voting/ballot';
import { DistrictFields } from '@/components/voting/district-fields';
import { NoBallot } from '@/components/voting/no-ballot';
import { requireActor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { freshForm } from '@/lib/core/fresh-form';
import { numberInPath } from '@/lib/core/paths';
import { getOffice } from '@/lib/settings/queries';
import { votingPaths } from '@/lib/voting/paths';
import type { BallotPageView, PollView } from '@/lib/voting/types';
import { getBallotPage } from '@/lib/voting/vote/queries';
import { ballotAction, districtAction } from './actions';

type Props = { params: Promise<{ locale: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params;
  return pageTitle(locale, 'voting.ballot.title', { number: numberInPath(number) });
}

export default async function BallotPage({ params }: Props) {
  const { locale, number } = await params;
  const path = votingPaths.ballot(numberInPath(number));
  const page = await guarded(locale, path, async () => {
    const actor = await requireActor();
    return getBallotPage(actor, numberInPath(number));
  });
  return (
    <ActShell holdsText locale={locale} path={path} current="polls">
      <Content locale={locale} page={page} />
    </ActShell>
  );
}

async function Content({ locale, page }: { locale: string; page: BallotPageView }) {
  if (page.kind === 'district-unknown') return <District locale={locale} poll={page.poll} />;
  if (page.kind === 'ballot') {
    return (
      <Ballot
        locale={locale}
        page={page}
        place="own"
        action={ballotAction}
        initialState={freshForm()}
      />
    );
  }
  const { phone } = await getOffice({ locale });
  return <NoBallot locale={locale} page={page} phone={phone} />;
}

async function District({ locale, poll }: { locale: string; poll: PollView }) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  const { districts } = await getOffice({ locale });
  return (
    <Form locale={locale} action={districtAction} submitLabel={t('district.save')}>
      <DistrictFields
        locale={locale}
        pollNumber={poll.number}
        districtName={poll.rule.districtName}
        districts={districts}
      />
    </Form>
  );
}
