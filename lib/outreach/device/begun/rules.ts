import type { DeviceStore, Draft } from '../types';

/** Something of this talk was entered. */
export const isBegun = (draft: Draft): boolean =>
  draft.contacts + draft.firstContacts + draft.notMet > 0 ||
  draft.age !== null ||
  draft.mood !== null ||
  draft.topicIds.length + draft.outcomes.length > 0 ||
  draft.note !== '' ||
  draft.asProposal ||
  draft.wantsCall;

type Begun = Pick<DeviceStore, 'draft' | 'later'>;

/** What is being entered in one window takes the first place; what another one has begun there stays behind it. */
export function withBegun({ draft: was, later }: Begun, draft: Draft): Begun {
  const others = later.filter(({ id }) => id !== draft.id);
  if (!was || was.id === draft.id || !isBegun(was)) return { draft, later: others };
  return { draft, later: [was, ...others.filter(({ id }) => id !== was.id)] };
}

/** A talk that is saved is begun no more; the next one comes in its place. */
export function withNext({ draft: was, later }: Begun, saved: string, next: Draft): Begun {
  const others = later.filter(({ id }) => id !== saved);
  return withBegun({ draft: was?.id === saved ? null : was, later: others }, next);
}

/** Other words for talks that are there; those another window has saved meanwhile do not come back. */
export function withChanged({ draft: was, later }: Begun, changed: readonly Draft[]): Begun {
  const now = (one: Draft) => changed.find(({ id }) => id === one.id) ?? one;
  return { draft: was && now(was), later: later.map(now) };
}
