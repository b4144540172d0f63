/**
 * The answer, or an error when it does not come in time. What was asked goes on by itself.
 * @template T
 * @param {Promise<T>} answer
 * @param {number} milliseconds
 * @returns {Promise<T>}
 */
export function inTime(answer, milliseconds) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('too late')), milliseconds);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * One look for everybody who asks within a while.
 * @template T
 * @param {number} milliseconds how long an answer is remembered
 * @param {() => Promise<T>} look
 * @param {() => number} [now]
 * @returns {() => Promise<T>}
 */
export function remembered(milliseconds, look, now = () => performance.now()) {
  /** @type {Promise<T> | null} */
  let last = null;
  let until = Number.POSITIVE_INFINITY;
  return () => {
    if (last !== null && now() < until) return last;
    until = Number.POSITIVE_INFINITY;
    const made = look();
    last = made;
    const settle = () => {
      until = now() + milliseconds;
    };
    made.then(settle, settle);
    return made;
  };
}
