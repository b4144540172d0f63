const FLAME = 'M0-7.5c3.4 3.9 4.3 6 4.3 8a4.3 4.3 0 0 1-8.6 0C-4.3-1.5-3.4-3.6 0-7.5z';

/** A candle flame around the given point. */
export function Flame({ x, y, scale = 1 }: { x: number; y: number; scale?: number | undefined }) {
  return <path className="flame" d={FLAME} transform={`translate(${x} ${y}) scale(${scale})`} />;
}
