/** What stands in braces is known only in the browser. */
export const filledIn = (sentence: string, values: Readonly<Record<string, string | number>>) =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

/** `9.12.2026`; what was entered is German. @param day `YYYY-MM-DD` */
export const shortDay = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${date}.${month}.${year}`;
};
