import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Bounds on what one neighbour's machine may hold of the server, and its end in good order.
 *
 * @typedef {import('node:http').IncomingMessage} Incoming
 * @typedef {import('node:http').ServerResponse} Outgoing
 * @typedef {import('node:net').Socket} Socket
 */

/** Open connections of one address; a house behind one router stays below. */
const MOST_PER_ADDRESS = 256;
/** Requests a client may send before the answer to the first; browsers send one. */
const MOST_AHEAD = 16;
/** How long a finished answer may take to reach whoever reads slowly. */
const MOST_SENDING_MS = 120_000;
/** How long visitors who keep their connection may still use it after the end was announced. */
const NOTICE_MS = 2000;
const CHECK_MS = 50;

/** @param {Outgoing} response */
function announceEnd(response) {
  if (!response.headersSent) response.setHeader('connection', 'close');
}

export class Connections {
  #open = 0;
  #perAddress = new Map();
  /** @type {WeakMap<Socket, { unfinished: number, gone: AbortController }>} */
  #states = new WeakMap();
  #draining = false;
  /** Answers that are not finished. @type {Set<Outgoing>} */
  #unfinished = new Set();
  #server;

  /**
   * @param {import('node:http').Server} server
   * @param {{ perAddress: boolean }} options whether the addresses that connect are those of clients
   */
  constructor(server, { perAddress }) {
    this.#server = server;
    server.on('connection', (socket) => this.#enter(socket, perAddress));
    // Neither side has said anything for a minute while an answer is under way.
    server.setTimeout(60_000);
  }

  /** @param {Socket} socket @param {boolean} counted */
  #enter(socket, counted) {
    const gone = new AbortController();
    this.#states.set(socket, { unfinished: 0, gone });
    socket.on('error', () => socket.destroy());
    this.#open += 1;
    socket.once('close', () => {
      this.#open -= 1;
      gone.abort();
    });
    if (!counted) return;
    const address = socket.remoteAddress ?? '';
    const open = (this.#perAddress.get(address) ?? 0) + 1;
    this.#perAddress.set(address, open);
    socket.once('close', () => {
      const left = this.#perAddress.get(address) - 1;
      if (left > 0) this.#perAddress.set(address, left);
      else this.#perAddress.delete(address);
    });
    if (open > MOST_PER_ADDRESS) socket.destroy();
  }

  /**
   * To be called once for each request.
   * @param {Incoming} request
   * @param {Outgoing} response
   * @returns {AbortSignal | null} tells when whoever asked has left; null when the connection was cut
   */
  begin({ socket }, response) {
    const state = this.#states.get(socket);
    if (!state) return null;
    state.unfinished += 1;
    if (state.unfinished > MOST_AHEAD) {
      socket.destroy();
      return null;
    }
    if (this.#draining) announceEnd(response);
    this.#unfinished.add(response);
    response.once('close', () => {
      this.#unfinished.delete(response);
      state.unfinished -= 1;
    });
    response.once('prefinish', () => this.#sendingEnds(response, socket));
    return state.gone.signal;
  }

  /** @param {Outgoing} response @param {Socket} socket */
  #sendingEnds(response, socket) {
    if (response.writableFinished || socket.writableLength === 0) return;
    const timer = setTimeout(() => socket.destroy(), MOST_SENDING_MS).unref();
    response.once('close', () => clearTimeout(timer));
  }

  /**
   * Every answer from now on says that it is the connection's last. Whoever is about to ask on an open
   * one still gets an answer; after that nothing new is taken, and what was begun may end.
   * @param {number} mostMs after this time what is left is cut
   */
  async drain(mostMs) {
    this.#draining = true;
    // Those too that were asked for before and take longer than the notice.
    for (const response of this.#unfinished) announceEnd(response);
    const cut = setTimeout(() => this.#server.closeAllConnections(), mostMs);
    const until = Date.now() + NOTICE_MS;
    while (this.#open > 0 && Date.now() < until) await sleep(CHECK_MS);
    // Closes those that are idle; the others close after their answer.
    await new Promise((resolve) => this.#server.close(resolve));
    clearTimeout(cut);
  }
}
