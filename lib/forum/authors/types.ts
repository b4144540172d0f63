import type { SessionChange } from '@/lib/forum/notices/types';

/** What became of a session with somebody's proposal on its agenda, or of their place on it. */
export type AgendaChange = SessionChange | 'off' | 'on';

/** One of somebody's proposals on an agenda. */
export interface AgendaProposalOf {
  number: number;
  /** Number of the proposal that stands on the agenda, where theirs is joined to it. */
  joinedTo: number | null;
}
