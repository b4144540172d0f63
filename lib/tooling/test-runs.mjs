import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { readEnv } from '../core/env.mjs';
import { spawnApp, waitUntilReady } from './app-process.mjs';
import { findBrowser } from './browser.mjs';
import { fillWhenEmpty } from './fill.mjs';
import { problemsInLog } from './log-check.mjs';
import { PROJECT_ROOT } from './project.mjs';
import { packageScript, runNode } from './run-command.mjs';
import { countPlaywright, countVitest } from './test-counts.mjs';
import { copyTemplate, databaseNamed, ensureTemplate } from './test-server.mjs';

/**
 * The two halves of `npm test`.
 *
 * @typedef {import('./test-counts.mjs').Counts} Counts
 * @typedef {object} TestRun
 * @property {string} serverUrl PostgreSQL to make databases on
 * @property {string} workUrl the same for the running app
 * @property {string[]} filters forwarded to the runner
 * @property {string[] | undefined} related only unit tests that import one of these files
 * @property {import('./steps.mjs').Steps} steps
 * @property {(cleanup: () => Promise<unknown>) => void} onCleanup
 */

const RESULTS = path.join(PROJECT_ROOT, 'test-results');

/** @param {string} name a report of an earlier run must not be taken for this one's */
function freshReport(name) {
  const file = path.join(RESULTS, name);
  fs.mkdirSync(RESULTS, { recursive: true });
  fs.rmSync(file, { force: true });
  return file;
}

/** @param {TestRun} run @returns {Promise<Counts>} */
export async function runVitest({ serverUrl, workUrl, filters, related }) {
  const report = freshReport('unit.json');
  const { code } = await runNode(
    [
      packageScript('vitest'),
      ...(related ? ['related', '--run'] : ['run']),
      '--config=lib/tooling/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      '--passWithNoTests',
      ...(related ?? filters),
    ],
    { env: { TEST_DATABASE_URL: serverUrl, TEST_WORK_URL: workUrl }, show: true },
  );
  return countVitest(report, code);
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/**
 * The built app on a fresh database filled as demo.
 * @param {TestRun} run
 * @returns {Promise<{ log: string, env: Record<string, string> }>} `log`: a file; `env`: what the journeys need to know
 */
async function startDemo({ serverUrl, workUrl, steps, onCleanup }) {
  const dataDir = path.join(RESULTS, 'data');
  fs.rmSync(dataDir, { recursive: true, force: true });
  const template = await ensureTemplate(serverUrl, workUrl);
  const database = await copyTemplate(serverUrl, template, 'journeys');
  onCleanup(database.drop);
  const port = String(await freePort());
  /** @type {Record<string, string>} */
  const env = {
    NODE_ENV: 'production',
    DATABASE_URL: databaseNamed(workUrl, new URL(database.url).pathname.slice(1)),
    AUTH_SECRET: randomBytes(32).toString('base64url'),
    DATA_DIR: dataDir,
    HOST: '127.0.0.1',
    PORT: port,
    APP_URL: `http://localhost:${port}`,
    DEMO: '1',
    LOG_REQUESTS: '1',
  };
  Object.assign(process.env, env);
  await fillWhenEmpty({ databaseUrl: database.url, env: readEnv(env), steps });
  // What guards mistreat are copies of it.
  const name = new URL(database.url).pathname.slice(1);
  const copied = await copyTemplate(serverUrl, name, 'demo');
  onCleanup(copied.drop);
  const log = freshReport('server.log');
  await steps.step('Server starten', async () => {
    const app = spawnApp({ env, logFile: log });
    onCleanup(app.stop);
    await waitUntilReady(app);
  });
  return {
    log,
    env: {
      E2E_BASE_URL: env.APP_URL ?? '',
      E2E_LOG: log,
      E2E_DATABASE_URL: database.url,
      E2E_SERVER_URL: serverUrl,
      E2E_WORK_URL: workUrl,
      E2E_TEMPLATE: template,
      E2E_DEMO: new URL(copied.url).pathname.slice(1),
      E2E_SECRET: env.AUTH_SECRET ?? '',
    },
  };
}

/** @param {TestRun} run @returns {Promise<Counts>} */
export async function runPlaywright(run) {
  const browser = await run.steps.step('Browser suchen', (say) => {
    say('gefunden');
    return findBrowser({ log: run.steps.note });
  });
  const { log, env } = await startDemo(run);
  const report = freshReport('e2e.json');
  const shapes = path.join(RESULTS, 'shapes');
  fs.rmSync(shapes, { recursive: true, force: true });
  fs.mkdirSync(shapes, { recursive: true });
  const { code } = await runNode(
    [
      packageScript('@playwright/test', 'playwright'),
      'test',
      '--config=e2e/playwright.config.ts',
      '--pass-with-no-tests',
      ...run.filters,
    ],
    {
      env: {
        ...env,
        E2E_REPORT: report,
        E2E_SHAPES: shapes,
        CHROMIUM_PATH: browser,
        LOG_REQUESTS: '1',
      },
      show: true,
    },
  );
  const { passed, failures, times } = countPlaywright(report, code);
  const problems = problemsInLog(fs.readFileSync(log, 'utf8'));
  return {
    passed,
    times,
    failures: [...failures, ...problems.slice(0, 20).map((problem) => `The log ${problem}`)],
  };
}
