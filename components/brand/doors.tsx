import type { ReactNode } from 'react';
import { Flame } from './flame';

type DrawingProps = { className?: string | undefined };

function Drawing({ className, children }: DrawingProps & { children: ReactNode }) {
  return (
    <svg
      width="120"
      height="96"
      viewBox="0 0 120 96"
      className={className ? `drawing ${className}` : 'drawing'}
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

/** An idea: something grows in the window box, under a light. */
export function DoorIdea({ className }: DrawingProps) {
  return (
    <Drawing className={className}>
      <circle className="drawing-glow" cx="60" cy="34" r="27" />
      <path d="M60 72V40" />
      <path className="drawing-leaf" d="M60 56c-2-12-10-16-21-16 0 12 8 18 21 16z" />
      <path className="drawing-leaf" d="M60 47c1-14 9-20 22-21 1 14-8 22-22 21z" />
      <path d="M60 56c-5-6-10-9-15-11M60 47c5-7 10-12 16-15" />
      <path className="drawing-body" d="M34 72h52l-5 18H39z" />
      <path d="M30 72h60M46 80h28" />
      <path d="M24 30l-7-3M28 16l-5-6M96 30l7-3M92 16l5-6" />
    </Drawing>
  );
}

/** Something is broken: the street lamp is out and hangs by its cable, the bin lies over. */
export function DoorBroken({ className }: DrawingProps) {
  return (
    <Drawing className={className}>
      <circle className="drawing-glow" cx="88" cy="22" r="13" />
      <path d="M38 90V24c0-9 5-14 14-14h8c6 0 9 3 9 8v6" />
      <path d="M69 24c0 5 4 5 4 10" />
      <path className="drawing-body" d="M62 37l19-6 6 17-31 10z" />
      <path className="drawing-leaf" d="M60 57c2 6 8 9 14 7s9-8 9-14z" />
      <path d="M32 90h12M34 78h8" />
      <path d="M52 72l-5 5M66 76v8M82 70l5 5" />
      <path d="M18 90h86" />
      <path d="M94 90l3-8-4-3 5-7" />
    </Drawing>
  );
}

/** A personal matter: two chairs, two cups, a candle between them. */
export function DoorPersonal({ className }: DrawingProps) {
  return (
    <Drawing className={className}>
      <circle className="drawing-glow" cx="60" cy="30" r="24" />
      <path className="drawing-body" d="M56 36h8v18h-8z" />
      <Flame x={60} y={27} scale={1.5} />
      <path d="M30 54h60M38 54l-3 36M82 54l3 36" />
      <path className="drawing-leaf" d="M37 44h11v10H37zM72 44h11v10H72z" />
      <path d="M48 46c5 0 5 6 0 6M83 46c5 0 5 6 0 6" />
      <path d="M14 34v56M14 66h15v24M106 34v56M106 66H91v24" />
    </Drawing>
  );
}
