import type { ReactNode } from 'react';

export type StateTone = 'neutral' | 'waiting' | 'good' | 'late' | 'info';

/* Each tone has its own shape, so the state is readable without colour. */
const SHAPES: Record<StateTone, ReactNode> = {
  neutral: <circle cx="8" cy="8" r="6" />,
  waiting: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path className="state-fill" d="M8 2a6 6 0 0 1 0 12z" />
    </>
  ),
  good: (
    <>
      <circle className="state-fill" cx="8" cy="8" r="7" />
      <path className="state-cut" d="M4.5 8.5l2.5 2.5 4.5-5.5" />
    </>
  ),
  late: (
    <>
      <path className="state-fill" d="M8 1l7.5 13.5H.5z" />
      <path className="state-cut" d="M8 6v4M8 12.2v.1" />
    </>
  ),
  info: (
    <>
      <rect className="state-fill" x="1" y="1" width="14" height="14" rx="2" />
      <path className="state-cut" d="M8 7.5V12M8 4.5v.1" />
    </>
  ),
};

/** Where something stands, as a sentence a neighbour would say, with a shape before it. */
export function StateLabel({ tone, children }: { tone: StateTone; children: ReactNode }) {
  return (
    <span className={`state state-${tone}`}>
      <svg width="17" height="17" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {SHAPES[tone]}
      </svg>
      <span>{children}</span>
    </span>
  );
}
