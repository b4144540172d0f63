/** Who reads what somebody typed: everybody, the person it is about, or the office alone. */
export type Audience = 'PUBLIC' | 'PERSON' | 'INTERNAL';

/** Who looks. The office reads everything anyway. */
type Reader = Exclude<Audience, 'INTERNAL'>;

/** Whether a reader outside the office may see a text. What is for everybody is for the person, too. */
export function isFor(reader: Reader, audience: Audience): boolean {
  return audience === 'PUBLIC' || audience === reader;
}

/** A text as a reader outside the office sees it: empty when it is not meant for them. */
export function textFor(reader: Reader, text: string, audience: Audience): string {
  return isFor(reader, audience) ? text : '';
}

/** A history for a reader outside the office: every step, but only the notes meant for them. */
export function historyFor<Step extends { note: string; audience: Audience }>(
  reader: Reader,
  steps: readonly Step[],
): (Omit<Step, 'audience'> & { audience?: never })[] {
  return steps.map(({ audience, ...step }) => ({
    ...step,
    note: textFor(reader, step.note, audience),
  }));
}
