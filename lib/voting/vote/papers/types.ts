import type { PollView } from '../../types';

/** The desk where papers are handed out: how many, never to whom. */
export interface PaperDeskView {
  poll: PollView;
  given: number;
  /** The poll is for one district, so the desk may have to ask where somebody lives. */
  asksDistrict: boolean;
}
