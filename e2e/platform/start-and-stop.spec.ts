import http from 'node:http';
import { expect, test } from '@playwright/test';
import { Started, until } from './started';

test.describe.configure({ mode: 'serial', timeout: 900_000 });

const MINUTE_MS = 60_000;
const started = new Started();

test.beforeAll(() => started.start());
test.afterAll(() => started.remove());

/** Asks again and again on lines that are kept, until nothing listens any more. */
async function keepAsking(
  agent: http.Agent,
  url: string,
): Promise<{ answers: number; cut: string[] }> {
  const cut: string[] = [];
  for (let answers = 0; ; answers += 1) {
    const outcome = await new Promise<string>((resolve) => {
      const request = http.get(`${url}/anmelden`, { agent }, (response) => {
        let length = 0;
        response.on('data', (chunk: Buffer) => {
          length += chunk.length;
        });
        response.on('error', ({ message }) => resolve(`in the middle: ${message}`));
        response.on('end', () =>
          resolve(response.statusCode === 200 && length > 0 ? 'whole' : `${response.statusCode}`),
        );
      });
      request.on('error', ({ code = 'cut' }: NodeJS.ErrnoException) => {
        // A new line that was not taken any more: it came when the door was closing.
        resolve(code === 'ECONNRESET' && !request.reusedSocket ? 'ECONNREFUSED' : code);
      });
    });
    if (outcome === 'whole') continue;
    if (outcome !== 'ECONNREFUSED') cut.push(outcome);
    return { answers, cut };
  }
}

test('whichever of its processes is killed, it works again within a minute, or ends and says why', async () => {
  const kinds = new Set(started.family().map(({ kind }) => kind));
  // The red twin: they were there to be killed.
  for (const one of ['the server', 'postgres', 'checkpointer', 'a session of the database'])
    expect([...kinds]).toContain(one);
  for (const kind of kinds) {
    const victim = started.family().find((one) => one.kind === kind);
    if (!victim) continue;
    process.kill(victim.pid, 'SIGKILL');
    await until(() => !started.family().some(({ pid }) => pid === victim.pid), MINUTE_MS);
    await until(async () => started.code !== null || (await started.isReady()), MINUTE_MS);
    if (started.code === null) continue;
    expect(started.code, kind).toBe(1);
    expect(started.output.trim().split('\n').at(-1), kind).toMatch(/^\p{Lu}.*\.$/u);
    expect(started.family(), kind).toEqual([]);
    await started.start();
  }
});

test('asked to end, it answers everybody who had asked, lets nobody wait, and leaves nothing running', async () => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 12 });
  const asking = Array.from({ length: 12 }, () => keepAsking(agent, started.url));
  await until(() => started.isReady(), MINUTE_MS);
  started.signal('SIGTERM');
  const visitors = await Promise.all(asking);
  agent.destroy();
  expect(visitors.flatMap(({ cut }) => cut)).toEqual([]);
  expect(visitors.reduce((sum, { answers }) => sum + answers, 0)).toBeGreaterThanOrEqual(12);
  await until(() => started.code !== null, 20_000);
  expect(started.code).toBe(0);
  expect(started.family()).toEqual([]);
});
