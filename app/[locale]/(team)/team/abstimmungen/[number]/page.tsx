import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Form } from '@/app/[locale]/form';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { FormActions } from '@/components/form/form-actions';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextArea } from '@/components/form/text-area';
import { NumberField } from '@/components/form/text-field';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { CheckState } from '@/components/voting/draft-check';
import { OfficePoll } from '@/components/voting/office-poll';
import { PollWays } from '@/components/voting/poll-ways';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { localized, routes } from '@/lib/core/routes';
import { findCheck } from '@/lib/voting/checking/queries';
import type { CheckView } from '@/lib/voting/checking/types';
import { getPollForOffice } from '@/lib/voting/drafts/queries';
import type { OfficePollView } from '@/lib/voting/drafts/types';
import { findWaitingProposal } from '@/lib/voting/outcomes/queries';
import type { WaitingProposal } from '@/lib/voting/outcomes/types';
import { numberInPath } from '@/lib/voting/rules';
import { countTrialBallots } from '@/lib/voting/trials/queries';
import { MOST_AT_ONCE } from '@/lib/voting/trials/rules';
import {
  cancelPollAction,
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
  const path = routes.teamPoll(numberInPath(number));
  const { view, check, waiting, ballots } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    return {
      view: await getPollForOffice(actor, numberInPath(number)),
      check: await findCheck(actor, numberInPath(number)),
      ballots: await countTrialBallots(actor, numberInPath(number)),
      waiting: await findWaitingProposal(actor, numberInPath(number)),
    };
  });
  const { phase, isTest } = view.poll;
  const later = await getTranslations({ locale, namespace: 'voting-drafts.later' });
  return (
    <TeamShell locale={locale} path={path} current="polls">
      <OfficePoll locale={locale} view={view}>
        {check ? <Draft locale={locale} view={view} check={check} /> : null}
      </OfficePoll>
      <PollWays locale={locale} poll={view.poll} />
      {waiting ? <Decide locale={locale} proposal={waiting} /> : null}
      {isTest ? <Trial locale={locale} view={view} ballots={ballots} /> : null}
      {phase === 'draft' || phase === 'cancelled' || isTest ? null : (
        <p>
          <a href={localized(locale, routes.teamPollLater(view.poll.number))}>{later('go')}</a>
        </p>
      )}
      {(phase === 'coming' || phase === 'open') && !isTest ? (
        <Cancel locale={locale} view={view} />
      ) : null}
    </TeamShell>
  );
}

/** The poll decides nothing: the Forum does, and the office writes it down. */
async function Decide({ locale, proposal }: { locale: string; proposal: WaitingProposal }) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  const { number, title } = proposal;
  return (
    <Section title={t('decide.title')} intro={t('decide.intro')}>
      <p>
        <a href={localized(locale, routes.teamProposal(number, 'adopt'))}>
          {t('decide.link', { number, title })}
        </a>
      </p>
    </Section>
  );
}

/** Writing, checking, trying out: what comes next with a draft. */
async function Draft({ locale, view, check }: PartProps & { check: CheckView }) {
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  const office = await getTranslations({ locale, namespace: 'voting-office' });
  const { number } = view.poll;
  const values = { number: String(number) };
  return (
    <>
      <CheckState locale={locale} check={check} />
      <FormActions>
        {check.step === 'check' || check.others === 0 ? (
          <ButtonLink href={localized(locale, routes.teamPollCheck(number))}>
            {t('check.go')}
          </ButtonLink>
        ) : null}
        <ButtonLink href={localized(locale, routes.teamPollEdit(number))} variant="secondary">
          {t('edit.go')}
        </ButtonLink>
      </FormActions>
      {check.step === 'writing' && check.others > 0 ? (
        <Form
          locale={locale}
          action={giveToCheckAction}
          submitLabel={t('check.give')}
          warnOnLeave={false}
        >
          <HiddenFields values={values} />
          <p className="measure">{t('check.giveNote')}</p>
        </Form>
      ) : null}
      <Section title={t('trial.title')} intro={t('trial.intro')}>
        <Form
          locale={locale}
          action={startTrialAction}
          submitLabel={t('trial.start')}
          submitVariant="secondary"
          warnOnLeave={false}
        >
          <HiddenFields values={values} />
        </Form>
      </Section>
      <Section title={office('discard.title')}>
        <Form
          locale={locale}
          action={discardPollDraftAction}
          submitLabel={office('discard.submit')}
          submitVariant="danger"
          warnOnLeave={false}
        >
          <HiddenFields values={values} />
        </Form>
      </Section>
    </>
  );
}

/** A try-out: filling it, ending it, throwing it away. */
async function Trial({ locale, view, ballots }: PartProps & { ballots: number }) {
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  const { number, phase } = view.poll;
  const values = { number: String(number) };
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
                <ButtonLink href={localized(locale, routes.teamPollTrial(number))} variant="quiet">
                  {t('trial.cast')}
                </ButtonLink>
              }
            >
              <HiddenFields values={values} />
              <p>
                <strong>{t('trial.inBox', { ballots })}</strong>
              </p>
              <NumberField
                name="ballots"
                label={t('trial.ballots')}
                hint={t('trial.ballotsHint', { max: MOST_AT_ONCE })}
                defaultValue={40}
                required
              />
            </Form>
          </Section>
          <Section title={t('trial.endTitle')}>
            <Form
              locale={locale}
              action={endTrialAction}
              submitLabel={t('trial.end')}
              warnOnLeave={false}
            >
              <HiddenFields values={values} />
            </Form>
          </Section>
        </>
      ) : null}
      <Section title={t('trial.discardTitle')} intro={t('trial.discardNote')}>
        <Form
          locale={locale}
          action={discardTrialAction}
          submitLabel={t('trial.discard')}
          submitVariant="danger"
          warnOnLeave={false}
        >
          <HiddenFields values={values} />
        </Form>
      </Section>
    </>
  );
}

async function Cancel({ locale, view }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  return (
    <Section title={t('cancel.title')} intro={t('cancel.note')}>
      <Form
        locale={locale}
        action={cancelPollAction}
        submitLabel={t('cancel.submit')}
        submitVariant="danger"
      >
        <HiddenFields values={{ number: String(view.poll.number) }} />
        <TextArea
          name="reason"
          label={t('cancel.reason')}
          hint={t('cancel.reasonHint')}
          rows={3}
          required
        />
      </Form>
    </Section>
  );
}
