type QrCodeProps = {
  /** Drawn by `lib/print/qr`. */
  drawing: { size: number; path: string };
  /** What the code leads to; read out instead of the picture. */
  label: string;
  className?: string | undefined;
};

/** A QR code, black on white in every colour scheme so that phones can read it. */
export function QrCode({ drawing, label, className }: QrCodeProps) {
  return (
    <svg
      className={className ?? 'size-48 max-w-full'}
      width="192"
      height="192"
      viewBox={`0 0 ${drawing.size} ${drawing.size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={drawing.size} height={drawing.size} fill="#ffffff" />
      <path d={drawing.path} fill="#000000" />
    </svg>
  );
}
