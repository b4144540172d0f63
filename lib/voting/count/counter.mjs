import { parentPort, workerData } from 'node:worker_threads';
import { headOf } from '../../elections/published/chain.mjs';
import { publicationOf } from '../../elections/published/publication.mjs';
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
  const isPublished = papers.length >= PUBLISHED_FROM;
  const head = isPublished ? await headOf(publicationOf(poll, rule, papers, tallied)) : '';
  return { ...tallied, head };
}

parentPort?.postMessage(await counted(/** @type {CountOrder} */ (workerData)));
