import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import next from 'next';
import { provideDataFolder } from '../core/data-folder.mjs';
import { readEnv } from '../core/env.mjs';
import { takeOverOutput } from '../core/log.mjs';
import { newPageNotes, processState } from '../core/process-state.mjs';
import { Connections } from './connections.mjs';
import { DropListener } from './drop-listener.mjs';
import { ERROR_PAGE_PATHS } from './error-pages.mjs';
import { readActionIds } from './forms.mjs';
import { Front } from './front.mjs';
import { withoutBeats } from './looks.mjs';
import { Renderer } from './renderer.mjs';
import { LONGEST_REQUEST_MS } from './requests.mjs';
import { RouteTable } from './route-table.mjs';
import { StaticFiles } from './static-files.mjs';
import { logVisit, outcomeOf } from './visits.mjs';
import { watchProcess } from './watch.mjs';

/** How long what was begun may take to end once the process is asked to stop, and all of it together. */
const DRAIN_MS = 12_000;
const STOP_MS = 15_000;
const dir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const build = path.join(dir, '.next');
const isDev = process.argv.includes('--dev');

/**
 * Next tells how long it read its settings, in the middle of the line that says what we are doing.
 * @param {() => Promise<void>} work
 */
async function quietly(work) {
  const { log } = console;
  console.log = () => undefined;
  await work().finally(() => {
    console.log = log;
  });
}

/**
 * Next's settings as the build wrote them down: what they were made with need not be there any more, and
 * nothing is read twice.
 */
function takeSettingsOfBuild() {
  const { config } = JSON.parse(
    fs.readFileSync(path.join(build, 'required-server-files.json'), 'utf8'),
  );
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
}

/** @param {http.RequestListener} [listener] */
function makeServer(listener) {
  return http.createServer(
    {
      headersTimeout: 20_000,
      requestTimeout: LONGEST_REQUEST_MS,
      keepAliveTimeout: 65_000,
      // How often the two above are looked after.
      connectionsCheckingInterval: 5000,
      maxHeaderSize: 16 * 1024,
    },
    listener,
  );
}

/**
 * @param {Readonly<import('../core/env.mjs').Env>} env
 * @param {Renderer} renderer
 * @param {DropListener} listener
 */
function makeFront(env, renderer, listener) {
  const watch = watchProcess({ env, project: dir, pages: () => front.load });
  processState().condition = watch.condition;
  const front = new Front({
    appUrl: new URL(env.APP_URL),
    aliases: env.APP_ALIASES,
    proxies: env.TRUST_PROXY,
    routes: new RouteTable(build),
    files: new StaticFiles(build),
    actions: readActionIds(build),
    render: (wanted) => renderer.render(wanted),
    database: listener,
    probe: (visit) => watch.probes.answer(visit),
    onAnswered(visit) {
      watch.metrics.observe(outcomeOf(visit));
      if (env.LOG_REQUESTS) logVisit(visit);
    },
  });
  processState().dropListeners.add((tags) => {
    const changed = withoutBeats(tags);
    if (changed.length > 0) front.drop(changed);
  });
  return { front, watch };
}

async function main() {
  const env = readEnv();
  const appUrl = new URL(env.APP_URL);
  provideDataFolder(env.DATA_DIR);
  if (!isDev) {
    takeOverOutput();
    takeSettingsOfBuild();
  }
  // After a form sent with script Next would fetch the page to go on to from itself, through the public
  // address and with the visitor's cookies. It gets an empty answer instead and leaves that to the browser.
  process.env.__NEXT_PRIVATE_ORIGIN = 'data:,';
  const app = next({ dev: isDev, dir, hostname: appUrl.hostname, port: env.PORT ?? 3000 });
  // In development its words are what one wants to read.
  if (isDev) await quietly(() => app.prepare());
  else await app.prepare();
  const handle = app.getRequestHandler();
  if (isDev) return listenForDevelopment(app, handle, env.PORT ?? 3000, env.HOST);
  const renderer = new Renderer(handle);
  await renderer.start();
  const listener = new DropListener(env.DATABASE_URL);
  let stopping = false;
  const { front, watch } = makeFront(env, renderer, listener);
  await listener.start();
  const server = makeServer();
  const connections = new Connections(server, { perAddress: env.TRUST_PROXY === 0 });
  server.on('request', (request, response) => {
    const gone = connections.begin(request, response);
    if (gone) void front.answer(request, response, gone);
  });
  await listen(server, env.PORT ?? 3000, env.HOST);
  process.send?.('ready');
  // Nobody waits for these; they are there when the database is not.
  void front.warm([...ERROR_PAGE_PATHS, '/', '/de-LS', '/en']);

  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), STOP_MS);
    watch.drain();
    // What runs in the background ends beside the visitors, not after them.
    await Promise.all([connections.drain(DRAIN_MS), processState().stopBackground?.()]);
    await Promise.all([listener.stop(), watch.close()]);
    await renderer.stop();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}

/**
 * @param {ReturnType<typeof next>} app
 * @param {ReturnType<ReturnType<typeof next>['getRequestHandler']>} handle
 * @param {number} port
 * @param {string} host
 */
async function listenForDevelopment(app, handle, port, host) {
  const server = http.createServer((request, response) => {
    if (request.url === '/healthz' || request.url === '/bereit') return void response.end('ok\n');
    const scope = { address: '127.0.0.1', id: '', pageNotes: newPageNotes() };
    processState().requests.run(scope, () => void handle(request, response));
  });
  server.on('upgrade', app.getUpgradeHandler());
  await listen(server, port, host);
  process.send?.('ready');
}

/**
 * @param {http.Server} server
 * @param {number} port
 * @param {string} host
 */
function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(undefined));
  });
}

main().catch((error) => {
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(`Der Server konnte nicht starten: ${text}\n`);
  process.exit(1);
});
