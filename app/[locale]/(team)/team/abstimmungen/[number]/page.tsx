import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { FormActions } from '@/components/form/form-actions';
import { HiddenFields } from '@/components/form/hidden-fields';
import { NumberField } from '@/components/form/text-field';
import { Section } from '@/components/layout/section';
import { ButtonLink, type ButtonVariant } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { DecideAfterPoll } from '@/components/voting/decide-after-poll';
import { CheckState } from '@/components/voting/draft-check';
import { NewVoters } from '@/components/voting/new-voters';
import { OfficePoll } from '@/components/voting/office-poll';
import { PollWays } from '@/components/voting/poll-ways';
import { StopNotices } from '@/components/voting/stop-decision';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { answerOfForm } from '@/lib/core/answered-form';
import type { FormAction } from '@/lib/core/form-state';
import { localized, numberInPath } from '@/lib/core/paths';
import { votingPaths } from '@/lib/voting/paths';
import { findCheck } from '@/lib/voting/prepare/checking/queries';
import type { CheckView } from '@/lib/voting/prepare/checking/types';
import { getPollForOffice } from '@/lib/voting/prepare/queries';
import { countTrialBallots } from '@/lib/voting/prepare/trials/queries';
import { MOST_AT_ONCE } from '@/lib/voting/prepare/trials/rules';
import type { OfficePollView } from '@/lib/voting/prepare/types';
import { isOpenToAddresses } from '@/lib/voting/rules';
import { findStops } from '@/lib/voting/stop/queries';
import { findWaitingProposal } from '@/lib/voting/tell/proposals/queries';
import { findNewVoters } from '@/lib/voting/vote/voters/queries';
import {
  discardPollDraftAction,
  discardTrialAction,
  endTrialAction,
  fillTrialAction,
  giveToCheckAction,
  startTrialAction,
} from '../actions';

type Props = { params: Promise<{ locale: string; number: string }> };
type PartProps = { locale: string; view: OfficePollView };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params;
  // messages: voting-office.poll.title
  return pageTitle(locale, 'voting-office.poll.title', { number: numberInPath(number) });
}

export default async function TeamPollPage({ params }: Props) {
  const { locale, number } = await params;
  const path = votingPaths.teamPoll(numberInPath(number));
  const { view, check, stops, waiting, ballots, fresh } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    return {
      view: await getPollForOffice(actor, numberInPath(number)),
      check: await findCheck(actor, numberInPath(number)),
      stops: await findStops(actor, numberInPath(number)),
      ballots: await countTrialBallots(actor, numberInPath(number)),
      waiting: await findWaitingProposal(actor, numberInPath(number)),
      fresh: await findNewVoters(actor, numberInPath(number)),
    };
  });
  const { phase, isTest } = view.poll;
  return (
    <TeamShell holdsText locale={locale} path={path} current="polls">
      <OfficePoll locale={locale} view={view}>
        <StopNotices locale={locale} number={view.poll.number} stops={stops} />
        {check ? <Draft locale={locale} view={view} check={check} /> : null}
        {isTest && phase === 'open' ? (
          <Trial locale={locale} view={view} ballots={ballots} />
        ) : null}
        <PollWays locale={locale} poll={view.poll} />
      </OfficePoll>
      {fresh && isOpenToAddresses(view.poll.rule) ? (
        <NewVoters locale={locale} fresh={fresh} />
      ) : null}
      {waiting ? <DecideAfterPoll locale={locale} proposal={waiting} /> : null}
      <End locale={locale} view={view} ballots={ballots} />
    </TeamShell>
  );
}

/** What can be done besides what comes next: below everything there is to read. */
async function End({ locale, view, ballots }: PartProps & { ballots: number }) {
  const { phase, isTest, number } = view.poll;
  if (phase === 'draft') return <DraftEnd locale={locale} view={view} />;
  if (isTest) {
    return phase === 'open' ? null : <Trial locale={locale} view={view} ballots={ballots} />;
  }
  if (phase === 'cancelled' || phase === 'annulled') return null;
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  return (
    <p>
      <a href={localized(locale, votingPaths.teamPollLater(number))}>{t('later.go')}</a>
    </p>
  );
}

/** Writing and checking: what comes next with a draft. */
async function Draft({ locale, view, check }: PartProps & { check: CheckView }) {
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  const { number } = view.poll;
  const edit = (
    <ButtonLink href={localized(locale, votingPaths.teamPollEdit(number))} variant="secondary">
      {t('edit.go')}
    </ButtonLink>
  );
  return (
    <>
      <CheckState locale={locale} check={check} />
      {check.step === 'writing' && check.others > 0 ? (
        <Form
          locale={locale}
          action={giveToCheckAction}
          submitLabel={t('check.give')}
          warnOnLeave={false}
          secondary={edit}
        >
          <HiddenFields values={{ number: String(number) }} />
          <p className="measure">{t('check.giveNote')}</p>
        </Form>
      ) : (
        <FormActions>
          {check.step === 'waits' && check.others > 0 ? null : (
            <ButtonLink href={localized(locale, votingPaths.teamPollCheck(number))}>
              {t('check.go')}
            </ButtonLink>
          )}
          {edit}
        </FormActions>
      )}
    </>
  );
}

/** A copy to try out, or away with it: below everything the draft says. */
async function DraftEnd({ locale, view }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  const office = await getTranslations({ locale, namespace: 'voting-office' });
  return (
    <>
      <Section title={t('trial.title')} intro={t('trial.intro')}>
        <OneButton
          locale={locale}
          action={startTrialAction}
          number={view.poll.number}
          label={t('trial.start')}
          variant="secondary"
        />
      </Section>
      <Details summary={office('discard.title')} open={answerOfForm() !== ''}>
        <p className="measure">{office('discard.note')}</p>
        <OneButton
          locale={locale}
          action={discardPollDraftAction}
          number={view.poll.number}
          label={office('discard.submit')}
          variant="danger"
        />
      </Details>
    </>
  );
}

type OneButtonProps = {
  locale: string;
  action: FormAction;
  number: number;
  label: string;
  variant?: ButtonVariant;
};

/** Something to be done at once, with nothing to fill in. */
function OneButton({ locale, action, number, label, variant }: OneButtonProps) {
  return (
    <Form
      locale={locale}
      action={action}
      submitLabel={label}
      submitVariant={variant}
      warnOnLeave={false}
    >
      <HiddenFields values={{ number: String(number) }} />
    </Form>
  );
}

/** A try-out: filling it, ending it, throwing it away. */
async function Trial({ locale, view, ballots }: PartProps & { ballots: number }) {
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  const { number, phase } = view.poll;
  return (
    <>
      {phase === 'open' ? (
        <>
          <Section title={t('trial.fillTitle')} intro={t('trial.fillNote')}>
            <Form
              locale={locale}
              action={fillTrialAction}
              submitLabel={t('trial.fill')}
              submitVariant="secondary"
              warnOnLeave={false}
              secondary={
                <ButtonLink
                  href={localized(locale, votingPaths.teamPollTrial(number))}
                  variant="quiet"
                >
                  {t('trial.cast')}
                </ButtonLink>
              }
            >
              <HiddenFields values={{ number: String(number) }} />
              <p>
                <strong>{t('trial.inBox', { ballots })}</strong>
              </p>
              <NumberField
                whoSees="nobody"
                name="ballots"
                label={t('trial.ballots')}
                hint={t('trial.ballotsHint', { max: MOST_AT_ONCE })}
                defaultValue={40}
                required
              />
            </Form>
          </Section>
          <Section title={t('trial.endTitle')}>
            <OneButton
              locale={locale}
              action={endTrialAction}
              number={number}
              label={t('trial.end')}
            />
          </Section>
        </>
      ) : null}
      <Section title={t('trial.discardTitle')} intro={t('trial.discardNote')}>
        <OneButton
          locale={locale}
          action={discardTrialAction}
          number={number}
          label={t('trial.discard')}
          variant="danger"
        />
      </Section>
    </>
  );
}
