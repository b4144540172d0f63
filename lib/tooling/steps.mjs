import { performance } from 'node:perf_hooks';

/**
 * @typedef {object} Steps
 * @property {<T>(title: string, work: (say: (outcome: string) => void) => T | Promise<T>) => Promise<T>} step
 *   Announces `title`, runs `work`, then prints how long it took. `say` adds a word about the
 *   outcome ("schon da"). A failure is printed as such and thrown on.
 * @property {(line: string) => void} note Prints a line of its own, also in the middle of a step.
 */

/** @param {number} milliseconds */
export function formatSeconds(milliseconds) {
  const seconds = (Math.max(0, milliseconds) / 1000).toLocaleString('de-DE', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    useGrouping: false,
  });
  return `${seconds} s`;
}

/**
 * Tells what is being done and how long it took: "Datenbank starten … 0,6 s".
 * The title is written before the work begins, so a step that hangs can be named.
 *
 * @param {{ write?: (text: string) => void, now?: () => number }} [io]
 * @returns {Steps}
 */
export function createSteps({
  write = (text) => void process.stdout.write(text),
  now = () => performance.now(),
} = {}) {
  /** The title standing unfinished at the end of the output, if any. */
  let open = '';

  /** @param {string} line */
  const note = (line) => {
    write(`${open === '' ? '' : '\n'}${line}\n`);
    open = '';
  };

  /** @param {string} title @param {string} ending */
  const close = (title, ending) => {
    // A note has broken the line: the title is repeated so that the time has a name.
    write(open === title ? `${ending}\n` : `${title} … ${ending}\n`);
    open = '';
  };

  return {
    note,
    async step(title, work) {
      if (open !== '') write('\n');
      open = title;
      write(`${title} … `);
      const began = now();
      let outcome = '';
      try {
        const result = await work((said) => {
          outcome = said;
        });
        const took = formatSeconds(now() - began);
        close(title, outcome === '' ? took : `${outcome}, ${took}`);
        return result;
      } catch (error) {
        close(title, `fehlgeschlagen nach ${formatSeconds(now() - began)}`);
        throw error;
      }
    },
  };
}
