import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { RadioGroup } from '@/components/form/radio-group';
import { TextArea } from '@/components/form/text-area';
import { whoSees } from '@/components/form/who-sees';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { FilterLinks } from '@/components/ui/filter-links';
import { Notice } from '@/components/ui/notice';
import { NotesToCorrect } from '@/components/voting/notes-to-correct';
import { PollNotes } from '@/components/voting/poll-notes';
import { PublishedLater } from '@/components/voting/published-later';
import { StopDecision } from '@/components/voting/stop-decision';
import { StopReasonToCorrect } from '@/components/voting/stop-reason';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { AppError } from '@/lib/core/errors';
import { believed } from '@/lib/core/page-cache';
import { contentLang, localized, numberInPath } from '@/lib/core/paths';
import { votingPaths } from '@/lib/voting/paths';
import { countOtherCheckers } from '@/lib/voting/prepare/checking/queries';
import { getPollForOffice } from '@/lib/voting/prepare/queries';
import type { OfficePollView } from '@/lib/voting/prepare/types';
import { findStop, findStopReason } from '@/lib/voting/stop/queries';
import { listNotesToCorrect } from '@/lib/voting/tell/queries';
import type { PollPhase, PollView } from '@/lib/voting/types';
import {
  agreeToStopAction,
  archivePollAction,
  cancelPollAction,
  correctPollNoteAction,
  correctStopAction,
  dropStopAction,
  publishNoteAction,
  stopAloneAction,
  unarchivePollAction,
  withdrawOptionAction,
} from '../../actions';

type Props = {
  params: Promise<{ locale: string; number: string }>;
  searchParams: Promise<{ change?: string | string[]; note?: string | string[] }>;
};
type PartProps = { locale: string; poll: PollView };

const HAS_LATER: readonly PollPhase[] = [
  ...(['coming', 'open', 'counting', 'published'] as const),
  ...(['cancelled', 'annulled'] as const),
];

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { locale, number } = await params;
  return pageTitle(locale, 'voting-drafts.later.title', { number: numberInPath(number) });
}

/** What can still be done to a poll everybody has seen: say something, never change it. */
export default async function LaterPollPage({ params, searchParams }: Props) {
  const { locale, number: typed } = await params;
  const number = numberInPath(typed);
  const path = votingPaths.teamPollLater(number);
  const { view, stop, others, notes, reason } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    const found = await getPollForOffice(actor, number);
    if (!HAS_LATER.includes(found.poll.phase)) throw new AppError('NOT_FOUND');
    const waiting = await findStop(actor, number);
    const corrected = await listNotesToCorrect(actor, number);
    return {
      ...{ view: found, stop: waiting, notes: corrected },
      others: await countOtherCheckers(actor),
      reason: await findStopReason(actor, number),
    };
  });
  const { poll } = view;
  if (reason)
    return (
      <TeamShell holdsText locale={locale} path={path} current="polls">
        <StopReasonToCorrect {...{ locale, poll, reason }} action={correctStopAction} />
      </TeamShell>
    );
  const { note: corrected } = await believed(searchParams);
  const isCorrecting = notes.some(({ id }) => id === corrected);
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  return (
    <TeamShell holdsText locale={locale} path={path} current="polls">
      <PageHeader
        title={t('later.title', { number })}
        overline={poll.rule.question}
        overlineLang={contentLang(locale)}
        lead={[t(poll.phase === 'published' ? 'later.published' : 'later.before')]
          .concat(notes.length > 0 ? t('later.notes') : [])
          .join(' ')}
        back={{ href: localized(locale, votingPaths.teamPoll(number)), label: t('later.back') }}
      />
      <PollNotes
        locale={locale}
        poll={{ notes: poll.notes.filter(({ id }) => notes.every((note) => note.id !== id)) }}
      />
      <NotesToCorrect
        {...{ locale, number, notes }}
        open={corrected}
        action={correctPollNoteAction}
      />
      {stop ? (
        <StopDecision
          locale={locale}
          number={number}
          stop={stop}
          agree={agreeToStopAction}
          drop={dropStopAction}
          alone={stopAloneAction}
        />
      ) : null}
      {poll.phase === 'published' && !isCorrecting ? (
        <PublishedLater
          {...{ locale, poll }}
          asked={(await believed(searchParams)).change}
          note={publishNoteAction}
          archive={view.canUnarchive ? unarchivePollAction : archivePollAction}
          canUnarchive={view.canUnarchive}
        />
      ) : null}
      {stop || isCorrecting || poll.phase === 'published' || poll.isTest ? null : (
        <Changes {...{ locale, view, others }} asked={(await believed(searchParams)).change} />
      )}
    </TeamShell>
  );
}

const CHANGES = ['withdraw', 'cancel', 'annul'] as const;
type Change = (typeof CHANGES)[number];

/** Before the close what was cast is destroyed unread, after it the box stays shut. */
function changesOf({ poll, isUncounted }: OfficePollView): Change[] {
  if (isUncounted) return ['withdraw', 'annul'];
  return poll.phase === 'coming' || poll.phase === 'open' ? ['withdraw', 'cancel'] : ['withdraw'];
}

type ChangesProps = { locale: string; view: OfficePollView; others: number; asked: unknown };

/** One at a time: a reason typed for one of them would be lost with the answer to the other. */
async function Changes({ locale, view, others, asked }: ChangesProps) {
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  const office = await getTranslations({ locale, namespace: 'voting-office' });
  const { poll } = view;
  const changes = changesOf(view);
  // The one that was asked for stays open also when it has become impossible: its answer stands in it.
  const open =
    CHANGES.find((change) => change === asked) ?? (changes.length === 1 ? changes[0] : null);
  const isOther = open && !changes.includes(open);
  return (
    <div id="change">
      {changes.length === 1 && !isOther ? null : (
        <FilterLinks
          label={t('later.choice')}
          items={changes.map((change) => ({
            href: localized(locale, votingPaths.teamPollLater(poll.number, change)),
            label: change === 'withdraw' ? t('withdraw.title') : office(`${change}.title`),
            current: change === open,
          }))}
        />
      )}
      {open === 'withdraw' ? <Withdraw {...{ locale, poll, others }} /> : null}
      {open === 'cancel' || open === 'annul' ? (
        <Cancel {...{ locale, poll, others }} kind={open} />
      ) : null}
    </div>
  );
}

/** What comes after the form is sent: somebody else, or nobody else. */
async function Second({ locale, others }: { locale: string; others: number }) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  return <p className="measure">{t(others > 0 ? 'stop.second' : 'stop.noSecond')}</p>;
}

async function Withdraw({ locale, poll, others }: PartProps & { others: number }) {
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  const seen = await whoSees(locale);
  const left = poll.rule.options.filter(({ id }) => !poll.withdrawn.includes(id));
  return (
    <Section title={t('withdraw.title')} intro={t('withdraw.intro')}>
      <Notice tone="warn">{t('withdraw.warning')}</Notice>
      <Form
        locale={locale}
        action={withdrawOptionAction}
        submitLabel={t('withdraw.submit')}
        submitVariant="danger"
      >
        <HiddenFields values={{ number: String(poll.number) }} />
        <RadioGroup
          name="option"
          label={t('withdraw.option')}
          required
          options={left.map(({ id, label }) => ({ value: id, label }))}
        />
        <TextArea
          name="why"
          minLength={10}
          label={t('withdraw.reason')}
          hint={t('withdraw.reasonHint')}
          whoSees={seen.PUBLIC}
          rows={3}
          required
        />
        <Second locale={locale} others={others} />
      </Form>
    </Section>
  );
}

type CancelProps = PartProps & { others: number; kind: 'cancel' | 'annul' };

/** With a reason everybody reads; once it is counted there is nothing to call off. */
async function Cancel({ locale, poll, others, kind }: CancelProps) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  const seen = await whoSees(locale);
  // messages: voting-office.annul.* voting-office.cancel.title voting-office.cancel.note voting-office.cancel.submit
  return (
    <Section title={t(`${kind}.title`)} intro={t(`${kind}.note`)}>
      <Form
        locale={locale}
        action={cancelPollAction}
        submitLabel={t(`${kind}.submit`)}
        submitVariant="danger"
      >
        <HiddenFields values={{ number: String(poll.number) }} />
        <TextArea
          name="reason"
          minLength={10}
          label={t('cancel.reason')}
          hint={t('cancel.reasonHint')}
          whoSees={seen.PUBLIC}
          rows={3}
          required
        />
        <p className="measure">{t('stop.told')}</p>
        <Second locale={locale} others={others} />
      </Form>
    </Section>
  );
}
