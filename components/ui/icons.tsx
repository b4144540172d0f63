/** Own line drawings on a 24-unit square; one stroke, so they follow the text in size and colour. */
const DRAWINGS = {
  phone:
    'M6 3h3l2 5-2.5 1.8a12 12 0 0 0 5.7 5.7L16 13l5 2v3a3 3 0 0 1-3.3 3A16.5 16.5 0 0 1 3 6.3 3 3 0 0 1 6 3z',
  eye: 'M2 12c2.6-4.4 6-6.5 10-6.5s7.4 2.1 10 6.5c-2.6 4.4-6 6.5-10 6.5S4.6 16.4 2 12zM12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6z',
  arrow: 'M4 12h15M13 6l6 6-6 6',
  back: 'M20 12H5M11 6l-6 6 6 6',
  check: 'M4 13l5 5L20 6',
  clock: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 7v5.5l3.5 2',
  alert: 'M12 3l10 18H2zM12 10v5M12 18v.1',
  info: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 11v6M12 7.5v.1',
  print: 'M7 8V3h10v5M7 17H3V8h18v9h-4M7 14h10v7H7z',
  calendar: 'M3 6h18v15H3zM3 11h18M8 3v5M16 3v5',
  place:
    'M12 21c-5-5-7-8.5-7-11.5a7 7 0 0 1 14 0c0 3-2 6.5-7 11.5zM12 7a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z',
  people:
    'M8 4.5a3.3 3.3 0 1 1 0 6.6 3.3 3.3 0 0 1 0-6.6zM2 20c0-4 2.5-6 6-6s6 2 6 6M16 5.5a2.8 2.8 0 0 1 0 5.5M17.5 14.5c2.8.5 4.5 2.4 4.5 5.5',
  mail: 'M3 5h18v14H3zM3 6l9 7 9-7',
  download: 'M12 3v12M6 10l6 6 6-6M4 21h16',
  menu: 'M4 7h16M4 12h16M4 17h16',
} as const;

export type IconName = keyof typeof DRAWINGS;

/** Decoration beside words, never instead of them. */
export function Icon({ name, className }: { name: IconName; className?: string | undefined }) {
  return (
    <svg
      width="24"
      height="24"
      viewBox="0 0 24 24"
      className={className ? `icon ${className}` : 'icon'}
      aria-hidden="true"
      focusable="false"
    >
      <path d={DRAWINGS[name]} />
    </svg>
  );
}
