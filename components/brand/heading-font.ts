import localFont from 'next/font/local';

/**
 * Bitter (© The Bitter Project Authors, SIL Open Font License 1.1), one weight, Latin: 19 kB.
 * Not preloaded: text is readable at once in the system's serif, the face follows.
 */
export const headingFont = localFont({
  src: '../../node_modules/@fontsource/bitter/files/bitter-latin-700-normal.woff2',
  weight: '700',
  style: 'normal',
  display: 'swap',
  preload: false,
  variable: '--font-bitter',
  adjustFontFallback: 'Times New Roman',
});
