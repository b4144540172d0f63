/**
 * Which of those still in the race a ranked paper counts for now.
 * @import { Paper } from './types'
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
 * @param {Paper['ranks']} ranks
 * @param {(candidate: number) => boolean} isIn
 * @param {Reading} [reading]
 * @returns {number[]} several when they share the vote, none when the paper ended
 */
export function choiceOf(ranks, isIn, reading = {}) {
  const { doubleMarks = 'share', mostSkipped = Number.POSITIVE_INFINITY } = reading;
  const seen = new Set();
  let skipped = 0;
  for (const rank of ranks) {
    skipped = rank.length === 0 ? skipped + 1 : 0;
    if (skipped > mostSkipped) return [];
    if (reading.endAtRepeated && rank.some((candidate) => seen.has(candidate))) return [];
    for (const candidate of rank) seen.add(candidate);
    const choice = readRank(rank, isIn, doubleMarks);
    if (choice === 'ends') return [];
    if (choice.length > 0) return choice;
  }
  return [];
}

/**
 * @param {readonly number[]} rank
 * @param {(candidate: number) => boolean} isIn
 * @param {DoubleMarks} doubleMarks
 * @returns {number[] | 'ends'} none: read on
 */
function readRank(rank, isIn, doubleMarks) {
  const open = rank.filter(isIn);
  if (rank.length < 2 || doubleMarks === 'share') return open;
  if (doubleMarks === 'skip') return [];
  if (doubleMarks === 'exhaust') return 'ends';
  return open.length > 1 ? 'ends' : open;
}
