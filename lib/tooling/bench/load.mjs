import http from 'node:http';

/**
 * A plain load: so many connections, each sending its next request when the answer is there.
 *
 * @typedef {{ path: string, method?: string, headers?: http.OutgoingHttpHeaders, body?: Buffer | string | undefined }} Shot
 * @typedef {{ perSecond: number, p50: number, p95: number, bytes: number, statuses: Record<string, number> }} Outcome times in milliseconds
 */

/**
 * @param {string} base address, e.g. `http://127.0.0.1:3000`
 * @param {{ connections: number, count: number, shot: (index: number) => Shot }} plan
 * @returns {Promise<Outcome>}
 */
export async function load(base, { connections, count, shot }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  /** @type {number[]} */
  const times = [];
  /** @type {Record<string, number>} */
  const statuses = {};
  let bytes = 0;
  let next = 0;
  const started = performance.now();
  const worker = async () => {
    for (let index = next++; index < count; index = next++) {
      const before = performance.now();
      const answer = await send(base, agent, shot(index));
      times.push(performance.now() - before);
      bytes = answer.bytes;
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: Math.min(connections, count) }, worker));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return {
    perSecond: round(count / seconds),
    p50: round(times[Math.floor(times.length * 0.5)] ?? 0),
    p95: round(times[Math.floor(times.length * 0.95)] ?? 0),
    bytes,
    statuses,
  };
}

/** @param {number} value */
export const round = (value) => Math.round(value * 100) / 100;

/**
 * @param {string} base
 * @param {http.Agent} agent
 * @param {Shot} shot
 * @returns {Promise<{ status: number, bytes: number, location: string }>}
 */
function send(base, agent, { path, method = 'GET', headers = {}, body }) {
  return new Promise((resolve, reject) => {
    const request = http.request(new URL(path, base), { agent, method, headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk) => {
        bytes += chunk.length;
      });
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          bytes,
          location: response.headers.location ?? '',
        }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}
