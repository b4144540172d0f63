import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Ballot } from '@/components/voting/ballot';
import { TrialMark } from '@/components/voting/trial-mark';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { now } from '@/lib/core/clock';
import { AppError } from '@/lib/core/errors';
import type { FormState } from '@/lib/core/form-state';
import { localized, numberInPath } from '@/lib/core/paths';
import { newFormToken } from '@/lib/core/tokens';
import { votingPaths } from '@/lib/voting/paths';
import { getPollForOffice } from '@/lib/voting/prepare/queries';
import { trialBallotAction } from '../../actions';

type Props = { params: Promise<{ locale: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params;
  // messages: voting-drafts.trial.ballotTitle
  return pageTitle(locale, 'voting-drafts.trial.ballotTitle', { number: numberInPath(number) });
}

/** The ballot as voters will see it, to be filled in by the office as often as it likes. */
export default async function TrialBallotPage({ params }: Props) {
  const { locale, number: typed } = await params;
  const number = numberInPath(typed);
  const path = votingPaths.teamPollTrial(number);
  const { poll } = await guarded(locale, path, async () => {
    const view = await getPollForOffice(await requireCoordinator(), number);
    if (!view.poll.isTest || view.poll.phase !== 'open') throw new AppError('NOT_FOUND');
    return view;
  });
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  const token = newFormToken(now());
  const fresh: FormState = { status: 'fresh', values: {}, errors: [], token };
  return (
    <TeamShell holdsText locale={locale} path={path} current="polls">
      <TrialMark locale={locale} />
      <Ballot
        locale={locale}
        page={{ poll, withdrawn: [] }}
        place="own"
        action={trialBallotAction}
        initialState={fresh}
      />
      <p>
        <a href={localized(locale, votingPaths.teamPoll(number))}>{t('trial.back')}</a>
      </p>
    </TeamShell>
  );
}
