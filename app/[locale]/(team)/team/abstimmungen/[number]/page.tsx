import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Form } from '@/app/[locale]/form';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextArea } from '@/components/form/text-area';
import { Section } from '@/components/layout/section';
import { DraftFields } from '@/components/voting/draft-fields';
import { OfficePoll } from '@/components/voting/office-poll';
import { PollWays } from '@/components/voting/poll-ways';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { localized, routes } from '@/lib/core/routes';
import { getOffice } from '@/lib/settings/queries';
import { getPollForOffice } from '@/lib/voting/drafts/queries';
import { findWaitingProposal } from '@/lib/voting/outcomes/queries';
import type { WaitingProposal } from '@/lib/voting/outcomes/types';
import { numberInPath } from '@/lib/voting/rules';
import type { OfficePollView } from '@/lib/voting/types';
import {
  cancelPollAction,
  discardPollDraftAction,
  savePollDraftAction,
  schedulePollAction,
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
  const { view, waiting } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    return {
      view: await getPollForOffice(actor, numberInPath(number)),
      waiting: await findWaitingProposal(actor, numberInPath(number)),
    };
  });
  const { phase } = view.poll;
  return (
    <TeamShell locale={locale} path={path} current="polls">
      <OfficePoll locale={locale} view={view} />
      <PollWays locale={locale} poll={view.poll} />
      {waiting ? <Decide locale={locale} proposal={waiting} /> : null}
      {phase === 'draft' ? <DraftForms locale={locale} view={view} /> : null}
      {phase === 'coming' || phase === 'open' ? <Cancel locale={locale} view={view} /> : null}
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

async function DraftForms({ locale, view }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  const { districts } = await getOffice({ locale });
  const number = String(view.poll.number);
  return (
    <>
      <Form
        locale={locale}
        action={schedulePollAction}
        submitLabel={t('schedule.submit')}
        warnOnLeave={false}
      >
        <HiddenFields values={{ number }} />
        <p className="measure">{t('schedule.note')}</p>
      </Form>
      <Section title={t('change.title')}>
        <Form locale={locale} action={savePollDraftAction} submitLabel={t('change.save')}>
          <DraftFields
            locale={locale}
            draft={view.draft}
            number={number}
            proposal=""
            districts={districts}
          />
        </Form>
      </Section>
      <Section title={t('discard.title')}>
        <Form
          locale={locale}
          action={discardPollDraftAction}
          submitLabel={t('discard.submit')}
          submitVariant="danger"
          warnOnLeave={false}
        >
          <HiddenFields values={{ number }} />
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
