import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import next from 'next';
import { readEnv } from '../core/env.mjs';
import { newPageNotes, processState } from '../core/process-state.mjs';
import { DropListener } from './drop-listener.mjs';
import { ERROR_PAGE_PATHS } from './error-pages.mjs';
import { Front } from './front.mjs';
import { Renderer } from './renderer.mjs';

const DRAIN_MS = 15_000;
const dir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
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

async function main() {
  const env = readEnv();
  const appUrl = new URL(env.APP_URL);
  // After a form sent with script Next would fetch the page to go on to from itself, through the public
  // address and with the visitor's cookies. It gets an empty answer instead and leaves that to the browser.
  process.env.__NEXT_PRIVATE_ORIGIN = 'data:,';
  const app = next({ dev: isDev, dir, hostname: appUrl.hostname, port: env.PORT ?? 3000 });
  await quietly(() => app.prepare());
  const handle = app.getRequestHandler();
  if (isDev) return listenForDevelopment(app, handle, env.PORT ?? 3000, env.HOST);
  const renderer = new Renderer(handle);
  await renderer.start();
  const listener = new DropListener(env.DATABASE_URL);
  let draining = false;
  const front = new Front({
    appUrl,
    proxies: env.TRUST_PROXY,
    render: (wanted) => renderer.render(wanted),
    isReady: async () => !draining && (await listener.isAlive()),
  });
  processState().dropListeners.add((tags) => front.drop(tags));
  await listener.start();
  const server = http.createServer((request, response) => void front.answer(request, response));
  server.headersTimeout = 20_000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 65_000;
  await listen(server, env.PORT ?? 3000, env.HOST);
  process.send?.('ready');
  // Nobody waits for these; they are there when the database is not.
  void front.warm([...ERROR_PAGE_PATHS, '/', '/de-LS', '/en']);

  const stop = async () => {
    if (draining) return;
    draining = true;
    setTimeout(() => process.exit(0), DRAIN_MS).unref();
    await new Promise((resolve) => {
      server.close(() => resolve(undefined));
      server.closeIdleConnections();
    });
    await processState().stopBackground?.();
    await listener.stop();
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
    if (request.url === '/healthz') return void response.end('ok\n');
    const scope = { address: '127.0.0.1', pageNotes: newPageNotes() };
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
