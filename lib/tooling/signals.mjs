/**
 * One wish to stop, however it comes: Ctrl-C, SIGTERM, a closed terminal, or the end of npm.
 *
 * Ctrl-C reaches npm and us at once, and npm passes it on a second time: within a second that is
 * the same wish. Later it is impatience.
 *
 * When SIGTERM goes to npm's shell instead of to us, nobody tells us. Under npm the loss of the
 * parent therefore counts as the wish to stop; started by hand (`nohup`, a service) it does not.
 *
 * @typedef {{ onStop: () => void, onImpatience: () => void }} StopHandlers
 */

const SAME_WISH_MS = 1_000;
const PARENT_CHECK_MS = 500;

/**
 * @param {StopHandlers} handlers `onStop` is called once at most
 * @returns {() => void} stops listening
 */
export function listenForStop({ onStop, onImpatience }) {
  let since = 0;
  const wish = () => {
    if (since === 0) {
      since = Date.now();
      onStop();
    } else if (Date.now() - since > SAME_WISH_MS) onImpatience();
  };
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.on(signal, wish);
  const parent = process.ppid;
  const underNpm = process.env.npm_lifecycle_event !== undefined;
  const timer = setInterval(() => {
    if (underNpm && since === 0 && process.ppid !== parent) wish();
  }, PARENT_CHECK_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    for (const signal of signals) process.off(signal, wish);
  };
}
