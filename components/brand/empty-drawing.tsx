type EmptyDrawingProps = { className?: string | undefined };

/** An empty bench in the snow under a spruce: nobody here yet. */
export function EmptyDrawing({ className }: EmptyDrawingProps) {
  return (
    <svg
      width="120"
      height="72"
      viewBox="0 0 160 96"
      className={className ? `drawing ${className}` : 'drawing'}
      aria-hidden="true"
      focusable="false"
    >
      <circle className="drawing-glow" cx="50" cy="26" r="15" />
      <path className="drawing-leaf" d="M122 8l14 22h-7l12 19h-8l13 21h-48l13-21h-8l12-19h-7z" />
      <path d="M122 70v14" />
      <path className="drawing-body" d="M26 56h60v7H26zM24 68h64v6H24z" />
      <path d="M32 56v-8h48v8M34 74v10M78 74v10" />
      <path d="M6 84c18-4 34 3 52 0s34 2 50-1 30 2 46 0" />
      <path d="M26 20v.1M80 12v.1M92 34v.1M14 40v.1M70 36v.1M152 24v.1" />
    </svg>
  );
}
