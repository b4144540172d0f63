import type { ReactNode } from 'react';
import { Flame } from './flame';

export type ArcStep = {
  label: string;
  lit: boolean;
  current?: boolean | undefined;
  note?: ReactNode;
};

/** Read out before each step, because the light itself cannot be heard. */
export type ArcWords = { lit: string; current: string; open: string };

type CandleArcProps = { label: string; steps: ArcStep[]; words: ArcWords };

/* The three districts under the arch: a block, houses on the slope, the old estate. */
const ROOFS =
  'v-24h40v24m0-14l14-7v21v-26l24-18 24 18v26m0-12l14-10 14 10v12m0-8l14-12 18 0 14 12v8';

const WIDTH = 640;
const BASE = 118;
const RISE = 66;

/** Height of the arch at `x`: a flat ellipse that stands on both ends of the beam. */
function archAt(x: number): number {
  const fromMiddle = (x - WIDTH / 2) / (WIDTH / 2 - 12);
  return BASE - RISE * Math.sqrt(Math.max(0, 1 - fromMiddle * fromMiddle));
}

function Candle({ x, lit, current }: { x: number; lit: boolean; current: boolean }) {
  const foot = archAt(x) - 3;
  return (
    <g>
      {lit ? <circle className="arc-halo" cx={x} cy={foot - 26} r={current ? 20 : 13} /> : null}
      <rect className="arc-candle" x={x - 4} y={foot - 17} width="8" height="17" rx="1" />
      {lit ? (
        <Flame x={x} y={foot - 25} scale={current ? 1.3 : 1} />
      ) : (
        <path className="arc-wick" d={`M${x} ${foot - 18}v-5`} />
      )}
    </g>
  );
}

type Light = { lit: boolean; current?: boolean | undefined };

function Arch({ lights, className }: { lights: Light[]; className: string }) {
  const middle = (index: number) => Math.round(((index + 0.5) * WIDTH) / lights.length);
  return (
    <svg
      className={className}
      width={WIDTH}
      height={BASE + 6}
      viewBox={`0 0 ${WIDTH} ${BASE + 6}`}
      aria-hidden="true"
      focusable="false"
    >
      <path
        className="arc-wood"
        d={`M12 ${BASE}A${WIDTH / 2 - 12} ${RISE} 0 0 1 ${WIDTH - 12} ${BASE}`}
      />
      <path className="arc-beam" d={`M2 ${BASE + 2}H${WIDTH - 2}`} />
      <path className="arc-roofs" d={`M224 ${BASE}${ROOFS}`} />
      {lights.map((light, index) => (
        <Candle
          key={middle(index)}
          x={middle(index)}
          lit={light.lit}
          current={light.current === true}
        />
      ))}
    </svg>
  );
}

function stepClass(step: ArcStep): string {
  if (step.current) return 'arc-step arc-step-lit arc-step-current';
  return step.lit ? 'arc-step arc-step-lit' : 'arc-step';
}

function wordFor(step: ArcStep, words: ArcWords): string {
  if (step.current) return words.current;
  return step.lit ? words.lit : words.open;
}

/** The way of a thing as a candle arch: lights go on from left to right, below 640 px downwards. */
export function CandleArc({ label, steps, words }: CandleArcProps) {
  return (
    <div className="arc">
      <Arch lights={steps} className="arc-drawing" />
      <ol className="arc-steps" aria-label={label}>
        {steps.map((step) => (
          <li
            key={step.label}
            className={stepClass(step)}
            aria-current={step.current ? 'step' : undefined}
          >
            <span className="arc-label">
              <span className="visually-hidden">{wordFor(step, words)} </span>
              {step.label}
            </span>
            {step.note ? <span className="arc-note">{step.note}</span> : null}
          </li>
        ))}
      </ol>
    </div>
  );
}
