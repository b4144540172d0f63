/**
 * Which of those still in the race a ranked paper counts for now.
 * @import { Paper } from '../types'
 */

/**
 * How marks that are not plain are read. Papers made here never need it; papers filled in by hand do.
 * `share`: equal marks share the vote. `exhaust`: the paper ends at a rank with two marks. `skip`:
 * such a rank is passed over. `exhaust-if-several`: it ends there only while two of them are still in.
 * @typedef {'share' | 'exhaust' | 'skip' | 'exhaust-if-several'} DoubleMarks
 * @typedef {{ doubleMarks?: DoubleMarks, mostSkipped?: number, endAtRepeated?: boolean }} Reading
 *   `mostSkipped`: a paper ends after more empty ranks in a row than this; `endAtRepeated`: it ends
 *   where it names somebody a second time
 */

/**
 * What a reading leaves of a paper before anybody is out.
 * @param {Paper['ranks']} ranks
 * @param {Reading} reading
 * @returns {Paper['ranks']}
 */
export function readableRanks(ranks, { doubleMarks, mostSkipped = Infinity, endAtRepeated }) {
  const ends = [
    doubleMarks === 'exhaust' ? ranks.findIndex((rank) => rank.length > 1) : -1,
    endOfSkipping(ranks, mostSkipped),
    endAtRepeated ? firstRepeated(ranks) : -1,
  ].filter((end) => end >= 0);
  const readable = ends.length > 0 ? ranks.slice(0, Math.min(...ends)) : ranks;
  return doubleMarks === 'skip' ? readable.filter((rank) => rank.length < 2) : readable;
}

/**
 * @param {Paper['ranks']} ranks
 * @param {number} mostSkipped
 * @returns {number} where too many empty ranks stand in a row; -1: nowhere
 */
function endOfSkipping(ranks, mostSkipped) {
  let skipped = 0;
  return ranks.findIndex((rank) => {
    skipped = rank.length === 0 ? skipped + 1 : 0;
    return skipped > mostSkipped;
  });
}

/**
 * @param {Paper['ranks']} ranks
 * @returns {number} the rank that names somebody a second time; -1: none
 */
function firstRepeated(ranks) {
  /** @type {Set<number>} */
  const seen = new Set();
  return ranks.findIndex((rank) => {
    const again = rank.some((candidate) => seen.has(candidate));
    for (const candidate of rank) seen.add(candidate);
    return again;
  });
}

/**
 * @param {Paper['ranks']} ranks as far as they can be read
 * @param {(candidate: number) => boolean} isIn
 * @param {boolean} [endsAtSeveral] it ends at a rank of which several are still in
 * @returns {readonly number[]} several when they share the vote, none when the paper ended
 */
export function choiceOf(ranks, isIn, endsAtSeveral = false) {
  for (const rank of ranks) {
    const choice = rank.filter(isIn);
    if (choice.length > 1 && endsAtSeveral) return [];
    if (choice.length > 0) return choice;
  }
  return [];
}
