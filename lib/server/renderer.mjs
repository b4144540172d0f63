import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { newPageNotes, processState } from '../core/process-state.mjs';

/**
 * Runs Next behind a private socket nobody else can reach, so that the front gets each answer whole,
 * together with what the page noted while it rendered.
 *
 * @typedef {{ method: 'GET' | 'POST', path: string, headers: http.OutgoingHttpHeaders, body?: Buffer | undefined, address: string, id: string, route: string, signal?: AbortSignal | undefined }} RenderRequest
 *   `path` is absolute and ours; `address` is the client's network, empty for a shared page; `id` is what
 *   a fault is logged under
 * @typedef {{ status: number, headers: http.IncomingHttpHeaders, body: Buffer, notes: import('../core/process-state.mjs').PageNotes }} Rendered
 * @typedef {{ scope: import('../core/process-state.mjs').RequestScope, isDone: () => void }} Running
 */

const ID_HEADER = 'x-front-request';
const MOST_SECONDS = 30;

export class Renderer {
  /** @type {Map<string, Running>} */
  #running = new Map();
  #agent = new http.Agent({ keepAlive: true, maxSockets: 512 });
  #socketPath = '';
  #folder = '';
  /** @type {http.Server} */
  #server;

  /** @param {(request: http.IncomingMessage, response: http.ServerResponse) => Promise<void>} handle Next's handler */
  constructor(handle) {
    this.#server = http.createServer((request, response) => {
      const id = String(request.headers[ID_HEADER] ?? '');
      const running = this.#running.get(id);
      delete request.headers[ID_HEADER];
      if (!running) return void response.writeHead(404).end();
      processState().requests.run(running.scope, () => {
        handle(request, response)
          .catch(() => {
            if (!response.headersSent) response.writeHead(500);
            response.end();
          })
          .finally(running.isDone);
      });
    });
    this.#server.keepAliveTimeout = 60_000;
  }

  async start() {
    if (process.platform === 'win32') {
      this.#socketPath = `\\\\.\\pipe\\stadtteilforum-${randomUUID()}`;
    } else {
      // mkdtemp makes the folder readable by this user only.
      this.#folder = await mkdtemp(path.join(os.tmpdir(), 'stf-'));
      this.#socketPath = path.join(this.#folder, 'next.sock');
    }
    await new Promise((resolve) => this.#server.listen(this.#socketPath, () => resolve(undefined)));
  }

  async stop() {
    this.#agent.destroy();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(() => resolve(undefined)));
    if (this.#folder) await rm(this.#folder, { recursive: true, force: true });
  }

  /**
   * Settles only when Next has let go of the request, also when the client did before.
   * @param {RenderRequest} wanted
   * @returns {Promise<Rendered>}
   */
  async render(wanted) {
    const id = randomUUID();
    const notes = newPageNotes();
    const done = new Promise((resolve) => {
      const { address, method, route, id: visit } = wanted;
      const { pathname: path, search } = new URL(wanted.path, 'http://house');
      const scope = { address, method, route, path, search, pageNotes: notes, id: visit };
      this.#running.set(id, { scope, isDone: () => resolve(undefined) });
    });
    const timer = new AbortController();
    const timeout = setTimeout(() => timer.abort(), MOST_SECONDS * 1000);
    try {
      const signals = wanted.signal ? [wanted.signal, timer.signal] : [timer.signal];
      const answer = await this.#ask(wanted, id, AbortSignal.any(signals)).catch(async (error) => {
        await Promise.race([done, new Promise((resolve) => setTimeout(resolve, 1000).unref())]);
        throw error;
      });
      return { ...answer, notes };
    } finally {
      clearTimeout(timeout);
      this.#running.delete(id);
    }
  }

  /**
   * @param {RenderRequest} wanted
   * @param {string} id
   * @param {AbortSignal} signal
   * @returns {Promise<Omit<Rendered, 'notes'>>}
   */
  #ask({ method, path: address, headers, body }, id, signal) {
    return new Promise((resolve, reject) => {
      const length = body ? { 'content-length': body.length } : {};
      const request = http.request(
        {
          socketPath: this.#socketPath,
          agent: this.#agent,
          method,
          path: address,
          headers: { ...headers, ...length, [ID_HEADER]: id },
          signal,
        },
        (response) => {
          /** @type {Buffer[]} */
          const chunks = [];
          response.on('data', (chunk) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 500,
              headers: response.headers,
              body: Buffer.concat(chunks),
            }),
          );
        },
      );
      request.on('error', reject);
      request.end(body);
    });
  }
}
