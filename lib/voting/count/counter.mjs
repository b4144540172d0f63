import { randomBytes } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { headOf } from '../../elections/published/chain.mjs';
import { marksOf, publicationOf, publishesOf } from '../../elections/published/publication.mjs';
import { PUBLISHED_FROM, talliedOf } from '../../elections/results/tally.mjs';

/**
 * Counts one box in a thread of its own, so that nobody else waits for it. Started by `thread.ts`.
 *
 * @typedef {object} CountOrder
 * @property {number} poll its number
 * @property {import('../../elections/results/types').ElectionRule} rule
 * @property {string} box JSON: for each paper, in the random order of the box, `[choices, points]`
 * @property {readonly string[]} withdrawn ids of options
 *
 * @typedef {Omit<import('../../elections/results/types').PollResult, 'spoiled' | 'usedRights' | 'channels'>} Counted
 */

/** @param {CountOrder} order @returns {Promise<Counted>} */
async function counted({ poll, rule, box, withdrawn }) {
  /** @type {import('../../elections/results/types').BallotPaper[]} */
  const papers = JSON.parse(box).map(
    /** @param {[string[], number[]]} paper */ ([choices, points]) => ({ choices, points }),
  );
  const tallied = talliedOf(rule, papers, withdrawn);
  const publishes = publishesOf(rule);
  if (papers.length < PUBLISHED_FROM) return { ...tallied, publishes, head: '' };
  if (publishes === 'marks') {
    return { ...tallied, publishes, head: await headOf(marksOf(poll, rule, tallied)) };
  }
  // Nobody outside has these ballots: without a secret part few of them could be found by trying.
  const salt = randomBytes(32).toString('hex');
  return {
    ...{ ...tallied, publishes, salt },
    head: await headOf(publicationOf(poll, rule, papers, tallied, salt)),
  };
}

parentPort?.postMessage(await counted(/** @type {CountOrder} */ (workerData)));
