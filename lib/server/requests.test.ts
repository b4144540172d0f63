import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_BODY_BYTES, readBody } from './requests.mjs';

let server: http.Server;

beforeAll(async () => {
  server = http.createServer(async (request, response) => {
    const body = await readBody(request);
    response.setHeader('connection', 'close');
    response.statusCode = body === null ? 413 : 200;
    response.end(body === null ? 'too large' : `${body.length}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
});

afterAll(() => void server.close());

describe('a body', () => {
  it.each([
    ['small', MAX_BODY_BYTES / 2, {}, 200, `${MAX_BODY_BYTES / 2}`],
    ['as large as it may be', MAX_BODY_BYTES, {}, 200, `${MAX_BODY_BYTES}`],
    [
      'too large',
      3 * MAX_BODY_BYTES,
      { 'content-length': `${3 * MAX_BODY_BYTES}` },
      413,
      'too large',
    ],
    ['too large without saying so', 3 * MAX_BODY_BYTES, {}, 413, 'too large'],
  ])(
    '%s is let in, and whoever sent it reads the answer',
    async (_, size, headers, status, text) => {
      const { port } = server.address() as AddressInfo;
      const request = http.request({ port, method: 'POST', headers });
      const answered = once(request, 'response');
      // As on a slow line: most of it comes when it is long decided that it is too much.
      for (let sent = 0; sent < size; sent += size / 8) {
        request.write('x'.repeat(size / 8));
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      request.end();
      const [response] = (await answered) as [http.IncomingMessage];
      const answer = Buffer.concat(await response.toArray()).toString();
      expect([response.statusCode, answer]).toEqual([status, text]);
    },
  );

  it('of 200 MB is not read to its end, and nothing of it is held', async () => {
    const piece = Buffer.alloc(1 << 16);
    let pulled = 0;
    async function* pieces() {
      for (; pulled < 200 * MAX_BODY_BYTES; pulled += piece.length) yield piece;
    }
    const request = { iterator: pieces } as unknown as http.IncomingMessage;
    expect(await readBody(request)).toBeNull();
    expect(pulled).toBeLessThan(40 * MAX_BODY_BYTES);
  });
});
