/** The first thing in which a recount differs, as the page says it. */
export type Difference =
  | { key: 'load' | 'insecure' | 'unreadable' | 'otherPoll' | 'frame' | 'head' }
  | { key: 'step'; step: string }
  | { key: 'ballot'; ballot: number; yours: string; ours: string }
  | { key: 'ballotCount'; yours: number; ours: number }
  | { key: 'votes'; option: string; found: number; published: number }
  | { key: 'round'; round: number; option: string; found: string; published: string }
  | { key: 'winners'; found: string[]; published: string[] };
