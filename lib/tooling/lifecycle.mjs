import { readEnv } from '../core/env.mjs';
import { choosePort } from './ports.mjs';
import { checkNodeVersion } from './prepare.mjs';
import { describeFailure, PROJECT_ROOT } from './project.mjs';
import { endRunningCommands } from './run-command.mjs';
import { listenForStop } from './signals.mjs';
import { createSteps } from './steps.mjs';

/**
 * @typedef {import('./steps.mjs').Steps} Steps
 * @typedef {object} Run
 * @property {'production' | 'development'} mode
 * @property {string[]} [serverArgs]
 * @property {(steps: Steps) => Promise<void>} prepare
 */

/** Thrown between two steps when somebody wants to stop. */
class Stopped extends Error {}

/** What has been started, to be ended in reverse order. */
class Cleanups {
  /** @type {(() => Promise<unknown>)[]} */
  #pending = [];

  /** @param {() => Promise<unknown>} cleanup */
  add(cleanup) {
    this.#pending.push(cleanup);
  }

  async run() {
    for (let next = this.#pending.pop(); next; next = this.#pending.pop()) {
      await next().catch((error) => process.stderr.write(`${describeFailure(error)}\n`));
    }
  }
}

/** @param {Steps} steps @param {{ address: string, lines: string[] }} instance */
function announce({ note }, { address, lines }) {
  note('');
  note(`Bereit: ${address}`);
  for (const line of lines) note(line);
  note('Beenden mit Strg+C.');
}

/**
 * @param {Run} run @param {Steps} steps @param {Cleanups} cleanups
 * @param {{ wanted: boolean, wish: Promise<void>, kill: () => void }} stop
 * @returns {Promise<number>} exit code
 */
async function runInstance(run, steps, cleanups, stop) {
  const checkStop = () => {
    if (stop.wanted) throw new Stopped();
  };
  checkNodeVersion();
  const settings = readEnv({ ...process.env, NODE_ENV: run.mode });
  // Said before minutes of installing and building, not after.
  if (settings.PORT !== null) await choosePort(settings.PORT, steps.note);
  await run.prepare(steps);
  checkStop();
  // Only now are the packages there that this needs.
  const { startInstance } = await import('./instance.mjs');
  const instance = await startInstance({
    settings,
    steps,
    serverArgs: run.serverArgs ?? [],
    checkStop,
    onCleanup: (cleanup) => cleanups.add(cleanup),
  });
  stop.kill = instance.app.kill;
  announce(steps, instance);
  const end = await Promise.race([
    stop.wish,
    instance.broken,
    instance.app.exited.then((code) => `Der Server hat sich beendet (${code}).`),
  ]);
  if (stop.wanted || !end) return 0;
  steps.note(end);
  return 1;
}

/**
 * Runs an instance until it is told to stop, then ends everything it has started and exits:
 * 0 after Ctrl-C or SIGTERM, 1 after a failure, which is a sentence where a person can help.
 * @param {Run} run
 */
export async function runUntilStopped(run) {
  process.chdir(PROJECT_ROOT);
  const steps = createSteps();
  const cleanups = new Cleanups();
  /** @type {() => void} */
  let wake = () => undefined;
  const stop = {
    wanted: false,
    /** @type {Promise<void>} */
    wish: new Promise((resolve) => {
      wake = resolve;
    }),
    kill: () => undefined,
  };
  const ignoreSignals = listenForStop({
    onStop() {
      stop.wanted = true;
      steps.note('Wird beendet.');
      endRunningCommands();
      wake();
    },
    onImpatience: () => stop.kill(),
  });
  let code = 1;
  try {
    code = await runInstance(run, steps, cleanups, stop);
  } catch (error) {
    // A command that was ended because of the wish to stop is no failure.
    if (stop.wanted) code = 0;
    else process.stderr.write(`\n${describeFailure(error)}\n`);
  }
  await cleanups.run();
  ignoreSignals();
  process.exit(code);
}
