/** A question with fewer answers is none. */
export const OPTIONS_AT_LEAST = 2;
/** More nobody reads before choosing. */
export const OPTIONS_AT_MOST = 12;

/** Lines of a text field → labels of options. */
export function optionLines(text: string): string[] {
  return text
    .split('\n')
    .map((label) => label.trim())
    .filter((label) => label !== '');
}

/** Whether two labels would look the same to a voter. */
export function hasDuplicates(labels: readonly string[]): boolean {
  const seen = labels.map((label) => label.trim().toLocaleLowerCase('de').replace(/\s+/g, ' '));
  return new Set(seen).size !== seen.length;
}
