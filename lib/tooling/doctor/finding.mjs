/**
 * What the doctor says of one thing: it is good, somebody should look at it, or it does not work. A
 * sentence that is not good says what to do.
 *
 * @typedef {'good' | 'look' | 'bad'} Level
 * @typedef {{ level: Level, part: string, sentence: string }} Finding
 * @typedef {(level: Level, sentence: string) => Finding} Say
 */

/** @param {string} part @returns {Say} */
export const sayer = (part) => (level, sentence) => ({ level, part, sentence });

const MARKS = { good: 'gut    ', look: 'ansehen', bad: 'FEHLER ' };

/** @param {Finding} finding */
export const lineOf = ({ level, part, sentence }) => `${MARKS[level]} ${part}: ${sentence}`;

/** @param {unknown} error */
export const textOf = (error) => (error instanceof Error ? error.message : String(error));

/** What the system calls it, also where the network wraps it. @param {unknown} error @returns {string} */
export function codeOf(error) {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error.cause);
}
