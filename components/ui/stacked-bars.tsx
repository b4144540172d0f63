import { share } from './progress';

export type Part = {
  /** What the table beside the drawing calls it by. */
  mark: string;
  value: number;
  /** `strong`: what it is about; `rest`: what belongs to nobody. */
  tone?: 'strong' | 'rest' | undefined;
};

export type StackedBar = { id: string; mark: string; parts: Part[] };

type StackedBarsProps = {
  /** Unique on the page. */
  id: string;
  title: string;
  description: string;
  bars: StackedBar[];
  /** Full length of a bar. */
  max: number;
};

const HEIGHT = 36;
const GAP = 8;
/** Percent of the width before a bar for its mark, and below which a part is too narrow for its own. */
const INDENT = 8;
const NARROW = 5;

/**
 * Bars made of parts. Every part has an edge and its mark, so nothing depends on colour, and a table
 * beside it says the same. Drawn in percent of the width, so the writing keeps its size on a phone.
 */
export function StackedBars({ id, title, description, bars, max }: StackedBarsProps) {
  const indent = bars.some(({ mark }) => mark) ? INDENT : 0;
  return (
    <svg
      className="stacked-bars"
      width="100%"
      height={bars.length * (HEIGHT + GAP)}
      role="img"
      aria-labelledby={`${id}-title ${id}-text`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-text`}>{description}</desc>
      <defs>
        <pattern id={`${id}-rest`} width="8" height="8" patternUnits="userSpaceOnUse">
          <path d="M0 8L8 0" className="part-hatching" />
        </pattern>
      </defs>
      {bars.map((bar, index) => (
        <g key={bar.id} transform={`translate(0 ${index * (HEIGHT + GAP)})`}>
          {bar.mark ? (
            <text className="part-mark" x="0" y={HEIGHT * 0.68}>
              {bar.mark}
            </text>
          ) : null}
          {placed(bar.parts, max, indent).map(({ part, start, width }) => (
            <g key={`${part.tone}-${part.mark}`}>
              <rect
                className={`part part-${part.tone ?? 'plain'}`}
                x={`${start}%`}
                y="1"
                width={`${width}%`}
                height={HEIGHT - 2}
                {...(part.tone === 'rest' ? { fill: `url(#${id}-rest)` } : {})}
              />
              {width >= NARROW && part.tone !== 'rest' ? (
                <text
                  className={`part-mark part-mark-${part.tone ?? 'plain'}`}
                  x={`${start + width / 2}%`}
                  y={HEIGHT * 0.68}
                  textAnchor="middle"
                >
                  {part.mark}
                </text>
              ) : null}
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}

function placed(parts: readonly Part[], max: number, indent: number) {
  let start = indent;
  return parts
    .filter(({ value }) => value > 0)
    .map((part) => {
      const width = (share(part.value, max) * (100 - indent - 0.5)) / 100;
      const place = {
        part,
        start: Math.round(start * 100) / 100,
        width: Math.round(width * 100) / 100,
      };
      start += width;
      return place;
    });
}
