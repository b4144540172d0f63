import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { Columns } from '@/components/layout/columns';
import { Section } from '@/components/layout/section';
import { PersonSaved } from '@/components/office/person-saved';
import { CardPart } from '@/components/proposals/card-part';
import { CaseFacts } from '@/components/proposals/case-facts';
import { CaseHead } from '@/components/proposals/case-head';
import { CaseText } from '@/components/proposals/case-text';
import { ComparedText } from '@/components/proposals/compared-text';
import { History } from '@/components/proposals/history';
import { PersonPart } from '@/components/proposals/person-part';
import { SavedNotice } from '@/components/proposals/saved-notice';
import { SimilarProposals } from '@/components/proposals/similar-proposals';
import { StepFields } from '@/components/proposals/step-fields';
import { ThingTasks } from '@/components/tasks/thing-tasks';
import { FilterLinks } from '@/components/ui/filter-links';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import type { Actor } from '@/lib/accounts/types';
import { hearsOfUs } from '@/lib/cases/rules';
import type { SessionChoice } from '@/lib/cases/sessions/types';
import { AppError } from '@/lib/core/errors';
import { believed } from '@/lib/core/page-cache';
import { localized, numberInPath } from '@/lib/core/paths';
import { proposalsPaths } from '@/lib/proposals/paths';
import { listResponsibleBodies, listSessionsFor } from '@/lib/proposals/review/asking/queries';
import { getProposalCase } from '@/lib/proposals/review/queries';
import {
  isForumDecision,
  isOfficeStep,
  namesSession,
  pathOf,
  readSaved,
  stepsFrom,
  UNPUBLISH_HOURS,
} from '@/lib/proposals/review/rules';
import type { BodyChoice, ProposalCase } from '@/lib/proposals/review/types';
import type { OfficeStep } from '@/lib/proposals/way/rules';
import { getOffice } from '@/lib/settings/queries';
import { listTasksOf } from '@/lib/tasks/queries';
import type { TaskLine } from '@/lib/tasks/types';
import { votingPaths } from '@/lib/voting/paths';
import { findPollOutcome } from '@/lib/voting/tell/proposals/queries';
import type { PollOutcome } from '@/lib/voting/tell/proposals/types';
import {
  correctCardAction,
  correctPersonAction,
  decideProposalAction,
  erasePersonAction,
} from './actions';

interface Props {
  params: Promise<{ locale: string; number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params;
  // messages: proposals-office.case.title
  return pageTitle(locale, 'proposals-office.case.title', {
    number: numberInPath(number) || '',
  });
}

interface Desk {
  proposal: ProposalCase;
  other: ProposalCase | null;
  bodies: BodyChoice[];
  sessions: SessionChoice[];
  step: OfficeStep | undefined;
  /** The last poll about it, when the Forum's decision is written down. */
  outcome: PollOutcome | null;
  tasks: TaskLine[];
}

/** Reads what the chosen step needs, for somebody of the office only. */
async function readDesk(number: number, asked: string, compared: number): Promise<Desk> {
  const actor = await requireCoordinator();
  const proposal = await getProposalCase(actor, number);
  if (!proposal) throw new AppError('NOT_FOUND');
  const possible = stepsFrom(proposal.state, proposal);
  const step = isOfficeStep(asked) && possible.includes(asked) ? asked : possible[0];
  return {
    proposal,
    step,
    tasks: await listTasksOf(actor, [proposal.id]),
    ...(await readChoices(actor, number, step)),
    outcome: step && isForumDecision(step) ? await findPollOutcome(actor, number) : null,
    other: step === 'merge' && compared > 0 ? await getProposalCase(actor, compared) : null,
  };
}

/** What there is to choose from with a step. */
async function readChoices(actor: Actor, number: number, step: OfficeStep | undefined) {
  const asksBody = step === 'handOver' || step === 'passOn';
  return {
    bodies: asksBody ? await listResponsibleBodies(actor) : [],
    sessions: step && namesSession(step) ? await listSessionsFor(actor, number, step) : [],
  };
}

/** One proposal on the desk: what it says, what can be done about it, what reads alike. */
export default async function CasePage({ params, searchParams }: Props) {
  const { locale, number: typed } = await params;
  const query = await believed(searchParams);
  const asked = String(query.step ?? '');
  const compared = numberInPath(String(query.with ?? ''));
  const number = numberInPath(typed);
  const path = proposalsPaths.teamProposal(number);
  const desk = await guarded(locale, path, () => readDesk(number, asked, compared));
  const { proposal, other, step, tasks } = desk;
  const t = await getTranslations({ locale, namespace: 'proposals-office' });
  const publicT = await getTranslations({ locale, namespace: 'proposals' });
  const saved = readSaved(query);
  const isCorrecting = query.card === 'open';
  const isOpen = (isCorrecting && proposal.cardStays !== 'ownWords') || query.person === 'open';
  return (
    <TeamShell holdsText locale={locale} path={path} current="proposals">
      {saved ? <SavedNotice locale={locale} saved={saved} /> : null}
      <PersonSaved locale={locale} words="proposals-person" what={query.saved} />
      <CaseHead {...{ locale, proposal }} pollPath={votingPaths.teamPollNew(proposal.number)} />
      <Columns layout="aside">
        <div className="stack">
          {other ? (
            <ComparedText locale={locale} proposal={proposal} other={other} />
          ) : (
            <CaseText locale={locale} proposal={proposal} />
          )}
          <CardPart {...{ locale, proposal }} open={isCorrecting} action={correctCardAction} />
          <CaseFacts locale={locale} proposal={proposal} />
          <PersonPart
            {...{ locale, proposal }}
            open={query.person === 'open'}
            correctAction={correctPersonAction}
            eraseAction={erasePersonAction}
          />
          <ThingTasks {...{ locale, tasks }} kind="proposal" id={proposal.id} />
          {step && !isOpen ? <Deciding {...{ locale, desk, step, compared }} /> : null}
        </div>
        <div>
          <SimilarProposals
            locale={locale}
            number={proposal.number}
            similar={proposal.similar}
            canMerge={pathOf('merge', proposal.state).length > 0}
          />
          <Section title={t('case.history')}>
            <History
              locale={locale}
              history={proposal.history}
              author={proposal.name || proposal.author || publicT('neighbour')}
            />
          </Section>
        </div>
      </Columns>
    </TeamShell>
  );
}

interface DecidingProps {
  locale: string;
  desk: Desk;
  step: OfficeStep;
  compared: number;
}

async function Deciding({ locale, desk, step, compared }: DecidingProps) {
  const { proposal, bodies, sessions, outcome } = desk;
  const t = await getTranslations({ locale, namespace: 'proposals-office' });
  const { categories } = await getOffice({ locale });
  return (
    <Section title={t('case.what')} id="step">
      <FilterLinks
        label={t('case.steps')}
        items={stepsFrom(proposal.state, proposal).map((possible) => ({
          href: localized(locale, proposalsPaths.teamProposal(proposal.number, possible)),
          label: t(`step.${possible}`),
          current: possible === step,
        }))}
      />
      <h3>{t(`step.${step}`)}</h3>
      <p className="measure">
        {t(`about.${step}`, {
          hours: UNPUBLISH_HOURS,
          hears: hearsOfUs(proposal) ? 'yes' : 'no',
        })}
      </p>
      <Form
        key={step}
        locale={locale}
        action={decideProposalAction}
        submitLabel={t(`button.${step}`)}
        submitVariant={step === 'notPublish' || step === 'withdraw' ? 'danger' : 'primary'}
      >
        <HiddenFields
          values={{ number: String(proposal.number), step, seen: String(proposal.version) }}
        />
        <StepFields
          locale={locale}
          step={step}
          proposal={proposal}
          categories={categories}
          bodies={bodies}
          sessions={sessions}
          compared={compared > 0 ? String(compared) : ''}
          pollNumbers={outcome ? await pollNumbers(outcome) : ''}
        />
      </Form>
    </Section>
  );
}

/** History is written in German, whatever language the office reads in. */
async function pollNumbers({ number, ballots, numbers }: PollOutcome): Promise<string> {
  const t = await getTranslations({ locale: 'de', namespace: 'proposals-office' });
  if (!numbers) return t('poll.few', { number, ballots });
  const votes = numbers.counts.map((count) => t('poll.votes', count)).join(', ');
  return t('poll.numbers', { number, ballots, abstentions: numbers.abstentions, votes });
}
