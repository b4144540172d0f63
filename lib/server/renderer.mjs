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
 * @typedef {{ method: string, path: string, headers: http.OutgoingHttpHeaders, body?: Buffer | undefined, address: string }} RenderRequest
 * @typedef {{ status: number, headers: http.IncomingHttpHeaders, body: Buffer, notes: import('../core/process-state.mjs').PageNotes }} Rendered
 */

const ID_HEADER = 'x-front-request';

export class Renderer {
  /** @type {Map<string, import('../core/process-state.mjs').RequestScope>} */
  #scopes = new Map();
  #agent = new http.Agent({ keepAlive: true, maxSockets: 512 });
  #socketPath = '';
  #folder = '';
  /** @type {http.Server} */
  #server;

  /** @param {(request: http.IncomingMessage, response: http.ServerResponse) => Promise<void>} handle Next's handler */
  constructor(handle) {
    this.#server = http.createServer((request, response) => {
      const id = String(request.headers[ID_HEADER] ?? '');
      const scope = this.#scopes.get(id);
      delete request.headers[ID_HEADER];
      if (!scope) return void response.writeHead(404).end();
      processState().requests.run(scope, () => {
        handle(request, response).catch(() => {
          if (!response.headersSent) response.writeHead(500);
          response.end();
        });
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
   * @param {RenderRequest} wanted
   * @returns {Promise<Rendered>}
   */
  render(wanted) {
    const id = randomUUID();
    const notes = newPageNotes();
    this.#scopes.set(id, { address: wanted.address, pageNotes: notes });
    const done = new Promise((resolve, reject) => {
      const request = http.request(
        {
          socketPath: this.#socketPath,
          agent: this.#agent,
          method: wanted.method,
          path: wanted.path,
          headers: {
            ...wanted.headers,
            ...(wanted.body ? { 'content-length': wanted.body.length } : {}),
            [ID_HEADER]: id,
          },
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
              notes,
            }),
          );
        },
      );
      request.on('error', reject);
      request.end(wanted.body);
    });
    return done.finally(() => this.#scopes.delete(id));
  }
}
