type ProgressProps = {
  label: string;
  value: number;
  max: number;
  /** The same in words, shown beside the bar: „70 von 90 Minuten“. */
  text: string;
};

/** How much of something is used. The words carry the meaning, the bar only helps the eye. */
export function Progress({ label, value, max, text }: ProgressProps) {
  const over = value > max;
  return (
    <div className={over ? 'progress progress-over' : 'progress'}>
      <span className="progress-label">{label}</span>
      <span className="progress-text tabular">{text}</span>
      <svg
        className="progress-bar"
        width="320"
        height="12"
        viewBox="0 0 100 6"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <rect className="bar-ground" width="100" height="6" />
        <rect className="bar-fill" width={share(value, max)} height="6" />
      </svg>
    </div>
  );
}

/** Part of the whole in percent, kept between 0 and 100. */
export function share(value: number, max: number): number {
  if (!(max > 0)) return 0;
  return Math.round(Math.min(1, Math.max(0, value / max)) * 1000) / 10;
}
