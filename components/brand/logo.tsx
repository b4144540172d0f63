import { Flame } from './flame';

/* Where a candle stands on the arch: x, and the height of its foot. */
const CANDLES = [
  [12.5, 36],
  [20, 26],
  [32, 22],
  [44, 26],
  [51.5, 36],
] as const;

type LogoProps = { title?: string | undefined; className?: string | undefined };

/** The mark: a candle arch over the roofs of three districts. Without a title it is decoration. */
export function Logo({ title, className }: LogoProps) {
  return (
    <svg
      width="52"
      height="52"
      viewBox="0 0 64 64"
      className={className ? `logo ${className}` : 'logo'}
      role={title ? 'img' : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
      focusable="false"
    >
      {CANDLES.map(([x, foot]) => (
        <Flame key={x} x={x} y={foot - 11} scale={0.82} />
      ))}
      <path className="logo-candle" d={CANDLES.map(([x, foot]) => `M${x} ${foot}v-6`).join('')} />
      <path className="logo-line" d="M12 58V42a20 20 0 0 1 40 0v16M4 58h56" />
      <path className="logo-roof" d="M19 57v-9h8v9M27 57V43l5-5 5 5v14M37 57v-6l8-5v11" />
    </svg>
  );
}
