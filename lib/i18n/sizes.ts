const STEPS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
const STEP = 1024;

/** A number of bytes as people read it: `512 byte`, `96 MB`, `1,2 GB`. */
export function byteSize(bytes: number, locale: string): string {
  const step = Math.min(
    STEPS.length - 1,
    Math.max(0, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(STEP))),
  );
  return new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'de-DE', {
    style: 'unit',
    unit: STEPS[step],
    maximumFractionDigits: step >= 3 ? 1 : 0,
  }).format(bytes / STEP ** step);
}
