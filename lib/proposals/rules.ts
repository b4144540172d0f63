import type { CaseKeys } from '@/lib/cases/types';
import type { ProposalState } from './types';

/** The author's code, on the receipt, and what the key of their page in a mail is signed for. */
export const PROPOSAL_KEYS = {
  code: { purpose: 'proposal', characters: 8 },
  signedFor: 'proposal-own',
} as const satisfies CaseKeys;

/** What stands for the words of a proposal that nobody ever read, once they are gone. */
export const EMPTIED_TITLE = '–';

/** Whoever takes a proposal back may have what they wrote about it taken away: the title and where it belongs stay. */
export const WITHOUT_TEXT = { body: '', easyText: '', place: '' } as const;

/** Still on its way: can be merged or withdrawn. */
export const OPEN = [
  'SUBMITTED',
  'UNDER_REVIEW',
  'NEEDS_CLARIFICATION',
  'PUBLISHED',
  'IN_FORUM',
  'IN_VOTE',
  'ADOPTED',
  'ON_HOLD',
  'HANDED_OVER',
  'STATEMENT_RECEIVED',
  'IN_PROGRESS',
] as const satisfies readonly ProposalState[];

/** The Forum can still decide: a poll that opens takes it along. */
export const OPEN_FOR_VOTE = ['PUBLISHED', 'IN_FORUM'] as const satisfies readonly ProposalState[];

/** What only the Forum can have said: of these the history has to name the session that did. */
export const SAID_BY_FORUM = [
  'ADOPTED',
  'DECLINED',
  'ON_HOLD',
] as const satisfies readonly ProposalState[];

export type SaidByForum = (typeof SAID_BY_FORUM)[number];

/**
 * Whether a step or a state says what the Forum said, and all that is known is that the office entered it: it was
 * written down before such steps had to name a session on whose agenda the proposal stood.
 */
export function isOnlyEntered(
  state: ProposalState,
  steps: readonly { readonly to: ProposalState; readonly by: string }[],
): state is SaidByForum {
  return (
    (SAID_BY_FORUM as readonly ProposalState[]).includes(state) &&
    !steps.some(({ to, by }) => to === state && by === 'forum')
  );
}

/** Not read by the office yet: nobody else sees these. */
const IN_REVIEW = ['SUBMITTED', 'UNDER_REVIEW', 'NEEDS_CLARIFICATION'] as const;

function isOpen(state: ProposalState): boolean {
  return (OPEN as readonly ProposalState[]).includes(state);
}

/** An answer of the office was promised and is still owed. */
export function isAwaitingAnswer(state: ProposalState): boolean {
  return state === 'SUBMITTED' || state === 'UNDER_REVIEW';
}

/** Everybody may read it. What was taken back or merged is readable only if it was public before. */
export const PUBLIC_STATES = [
  'PUBLISHED',
  'MERGED',
  'IN_FORUM',
  'IN_VOTE',
  'ADOPTED',
  'DECLINED',
  'ON_HOLD',
  'HANDED_OVER',
  'STATEMENT_RECEIVED',
  'IN_PROGRESS',
  'DONE',
  'NOT_FEASIBLE',
  'WITHDRAWN',
] as const satisfies readonly ProposalState[];

/** Stand in lists; merged and withdrawn ones are only found through links. */
export const LISTED_STATES = PUBLIC_STATES.filter(
  (state) => state !== 'MERGED' && state !== 'WITHDRAWN',
);

export function isPublic(state: ProposalState, publishedAt: Date | null): boolean {
  return publishedAt !== null && (PUBLIC_STATES as readonly ProposalState[]).includes(state);
}

/** The office may ask the neighbours about it: while the Forum decides, and how, once it said yes. */
export function canBePolled(state: ProposalState): boolean {
  return ([...OPEN_FOR_VOTE, 'ADOPTED'] as readonly ProposalState[]).includes(state);
}

/** People may say "this matters to me too". */
export function isSupportable(state: ProposalState): boolean {
  return isOpen(state) && !(IN_REVIEW as readonly ProposalState[]).includes(state);
}

const lettersOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether a text says anything besides its title: a card often holds one line, which then is both. */
export const saysMore = ({ title, body }: { title: string; body: string }): boolean =>
  lettersOf(body) !== lettersOf(title);
