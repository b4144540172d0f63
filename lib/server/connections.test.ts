import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Connections } from './connections.mjs';

let server: http.Server;
let connections: Connections;
let port = 0;
let answer: (response: http.ServerResponse, gone: AbortSignal) => void;

beforeEach(async () => {
  answer = (response) => response.end('ok');
  server = http.createServer({ keepAliveTimeout: 60_000 });
  connections = new Connections(server, { perAddress: true });
  server.on('request', (request, response) => {
    const gone = connections.begin(request, response);
    if (gone) answer(response, gone);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  port = (server.address() as AddressInfo).port;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const GET = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';

/** Sends bytes and tells what came back until the connection ended. */
function talk(text: string): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = net.connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => {
      heard += chunk;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(heard));
  });
}

describe('connections', () => {
  it('that ask far ahead of the answers are cut', async () => {
    let begun = 0;
    answer = () => {
      begun += 1;
    };
    expect(await talk(GET.repeat(40))).toBe('');
    expect(begun).toBe(16);
  });

  it('tell whoever works for them when they are gone, for each of their requests', async () => {
    const told: Promise<void>[] = [];
    answer = (_response, gone) => {
      told.push(new Promise((resolve) => gone.addEventListener('abort', () => resolve())));
      if (told.length === 8) server.closeAllConnections();
    };
    await talk(GET.repeat(8));
    await Promise.all(told);
    expect(told).toHaveLength(8);
  });

  it('are limited for each address', async () => {
    const sockets = Array.from({ length: 260 }, () => net.connect(port, '127.0.0.1'));
    const cut = await new Promise<number>((resolve) => {
      let closed = 0;
      for (const socket of sockets) {
        socket.on('error', () => undefined);
        socket.on('close', () => {
          closed += 1;
          if (closed === 4) resolve(closed);
        });
      }
    });
    expect(cut).toBe(4);
    for (const socket of sockets) socket.destroy();
  });

  it('end in order: what was begun is answered, busy kept-alive ones close after their answer', async () => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 20 });
    let going = true;
    let failed = 0;
    let answered = 0;
    const ask = () =>
      new Promise<void>((resolve) => {
        const request = http.get({ port, host: '127.0.0.1', agent }, (response) => {
          answered += 1;
          response.on('error', () => {
            failed += 1;
          });
          response.resume().on('close', () => resolve());
        });
        request.on('error', () => {
          // Not to be let in any more is in order; to be cut off while talking is not.
          if (request.reusedSocket) failed += 1;
          resolve();
        });
      });
    answer = (response) => void setImmediate(() => response.end('ok'));
    const visitors = Array.from({ length: 20 }, async () => {
      while (going) await ask();
    });
    while (answered < 100) await new Promise(setImmediate);
    await connections.drain(10_000);
    going = false;
    await Promise.all(visitors);
    agent.destroy();
    expect(failed).toBe(0);
  });
});
