import 'server-only';
import { command, type Given } from '@/lib/accounts/command';
import type { Visitor } from '@/lib/accounts/types';
import type { AuditEvent } from '@/lib/audit/types';
import { holdCase, moveCases } from '@/lib/cases/steps';
import { tellAll, wayTold } from '@/lib/cases/telling/steps';
import { now } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { ok, type Refused, refused } from '@/lib/core/result';
import { CHANGED_MEANWHILE, takeVersion } from '@/lib/core/version';
import { nameProblem } from '@/lib/outreach/traces/rules';
import { getOffice } from '@/lib/settings/queries';
import type { Office } from '@/lib/settings/types';
import { PROPOSAL_RIGHTS } from '../access';
import { isPublic } from '../rules';
import { PROPOSALS } from '../steps';
import { PROPOSALS_TAGS } from '../tags';
import type { ProposalState } from '../types';
import { type OfficeStep, STEP_EVENTS, STEPS } from '../way/rules';
import { applyStep, type StepEffect } from './effects/steps';
import type { LockedProposal } from './effects/types';
import { audienceOf, endsReview, INBOX_GROUPS, pathOf } from './rules';
import type { Decision } from './schema';
import { tellAuthor } from './telling/steps';
import type { Decided } from './types';
import { settledAt } from './undoing/rules';

/**
 * One step of the office, whatever it is: the table of steps says whether it is possible, the effects
 * say what it changes. The page's version comes along, so that of two people who decide at once the
 * second learns that the first was faster.
 */
export const decideProposal = command(
  {
    right: PROPOSAL_RIGHTS.review,
    audit: STEP_EVENTS,
    tags: [PROPOSALS_TAGS.lists],
    prepare: () => getOffice({ locale: 'de' }),
  },
  async ({ ready: office, ...asked }, { number, step, seen, given }: Decision) => {
    const { tx } = asked;
    const proposal = await holdCase(tx, PROPOSALS, { number });
    // Behind the lock: history is in the order in which it was decided.
    const acting = { ...asked, at: now() };
    const { at } = acting;
    const path = pathOf(step, proposal.state);
    const late = await takeVersion(tx.proposal, proposal.id, seen);
    if (late) return late;
    if (path.length === 0) return refused(CHANGED_MEANWHILE);
    const named = namedIn({ step, given }, proposal);
    if (named) return named;
    const effect = await applyStep(step, { tx, proposal, given, office, at });
    if ('ok' in effect) return effect;
    const way = effect.to === undefined ? path : [...path.slice(0, -1), effect.to];
    await move({ ...acting, office, proposal, step, path: way, effect });
    const told = STEPS[step].told ? await wayTold(tx, proposal) : 'NOBODY';
    const next = endsReview(step) ? await nextWaiting(tx, number) : null;
    return ok<Decided>({ number, step, told, next });
  },
);

/** What everybody will read of a step names nobody, also in the words of a body; those of the author are the author's. */
function namedIn(
  { step, given }: Pick<Decision, 'step' | 'given'>,
  { state, publishedAt }: LockedProposal,
): Refused | null {
  if (audienceOf(step, isPublic(state, publishedAt)) !== 'PUBLIC') return null;
  const { note, resultNote, reasonText, alternative, plainText, question, statementText } = given;
  const said = { note, resultNote, reasonText, alternative };
  return nameProblem({ ...said, plainText, question, statementText });
}

interface Move extends Given<Visitor, AuditEvent> {
  office: Office;
  proposal: LockedProposal;
  step: OfficeStep;
  /** The states passed, the last one is where it stands then. */
  path: readonly ProposalState[];
  effect: StepEffect;
}

/** Writes state, history and audit, tells people, drops the pages that show it. */
async function move(taken: Move): Promise<void> {
  const { tx, at, office, proposal, step, path, effect } = taken;
  const { audit, told, named: taker, by: takers } = STEPS[step];
  const audience = audienceOf(step, isPublic(proposal.state, proposal.publishedAt));
  const { by = taker, bodyName = '', sessionId, note, named, quotes } = effect;
  await moveCases(
    { tx, at },
    PROPOSALS,
    { ids: [proposal.id], state: proposal.state },
    {
      // Also where the office takes it for them: what they do themselves is no answer to them.
      ...{ office, path, by, byOwner: (takers as readonly string[]).includes('author') },
      ...{ told, note, audience },
      // A poll opening sets it; whatever the office does by hand has no poll's end.
      more: { voteClosesAt: null, ...effect.data },
      history: {
        step: effect.as ?? step,
        bodyName,
        ...(sessionId === undefined ? {} : { sessionId }),
      },
      versionTaken: true,
    },
  );
  await taken.note(audit, proposal.id);
  if (told) {
    const to = path.at(-1) ?? proposal.state;
    await tellAuthor(tx, { office, at }, proposal, { step, to, named, quotes });
  }
  // Each time for itself: of what was taken back and finished again they hear once, a day after the last.
  if (step === 'finish') {
    const told = { subjectId: proposal.id, detail: at.toISOString(), runAt: settledAt(at) };
    await tellAll(tx, 'tell-supporters', told);
  }
  taken.drop(
    ...[proposal.number, ...effect.touched].map((number) => PROPOSALS_TAGS.proposal(number)),
  );
}

async function nextWaiting(tx: Tx, after: number): Promise<number | null> {
  const next = await tx.proposal.findFirst({
    where: { state: { in: [...INBOX_GROUPS.waiting] }, number: { not: after } },
    select: { number: true },
    orderBy: [{ promisedFor: { sort: 'asc', nulls: 'last' } }, { stateSince: 'asc' }],
  });
  return next?.number ?? null;
}
