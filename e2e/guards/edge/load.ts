import fs from 'node:fs';
import type { Socket } from 'node:net';
import { each, type Raw } from './raw';

/** Far more than any of this should take, far less than it took when nothing was bounded. */
export const PATIENCE_MS = 10_000;
const ASK_AGAIN_MS = 250;

/** Whoever waits is somebody else than whoever makes others wait. */
const VISITOR = '10.7.0.1';
const FROM_CROWD = 'X-Forwarded-For: 10.7.1.1\r\n';

/** How long the slowest of some answers took, for somebody who asks again when told that we are busy. */
export async function slowest(raw: Raw, path: string, times = 5): Promise<number> {
  let most = 0;
  for (let time = 0; time < times; time += 1) most = Math.max(most, await wait(raw, path));
  return most;
}

/**
 * A machine on which much else runs may say for a moment that it is busy or not ready; that is an answer too, and in
 * time. Whoever never gets another one waits without end.
 */
async function wait(raw: Raw, path: string): Promise<number> {
  const from = performance.now();
  for (;;) {
    const { status } = await raw.ask({ path, headers: { 'x-forwarded-for': VISITOR } });
    const took = performance.now() - from;
    if (status === 200) return took;
    if (status !== 503 || took > PATIENCE_MS) return Number.POSITIVE_INFINITY;
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
}

/** Memory of a process in megabytes; where nobody tells, it is always the same. */
export function residentMegabytes(pid: number): number {
  const file = `/proc/${pid}/status`;
  if (!fs.existsSync(file)) return 0;
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+)/m.exec(fs.readFileSync(file, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

/** Endless different addresses, hosts and cookies, none of which exists. */
export async function askForEndlessThings(raw: Raw, count: number, chunk: string): Promise<void> {
  const numbers = Array.from({ length: count }, (_, number) => number);
  await each(numbers, async (number) => {
    const long = `${number}${'k'.repeat(800)}`;
    const asked =
      number % 50 === 0
        ? { path: `/fehler/${long}` }
        : [
            { path: `/_next/static/chunks/${long}.js` },
            { path: `${chunk}?${long}` },
            { path: `/forum?${long}`, headers: { cookie: `a=${long}` } },
            { path: '/', headers: { host: `${long}.example` } },
          ][number % 4];
    if (asked) await raw.ask(asked);
  });
}

/** Many connections that each ask for pages nobody keeps, far ahead, and hang up. */
export async function askAheadAndLeave(raw: Raw, path: string): Promise<void> {
  const text = `GET ${path} HTTP/1.1\r\nHost: ${raw.base.host}\r\n${FROM_CROWD}\r\n`.repeat(30);
  const sockets = Array.from({ length: 100 }, () => raw.connect(text));
  await Promise.all(
    sockets.map((socket) => new Promise((resolve) => socket.once('connect', resolve))),
  );
  for (const socket of sockets) socket.destroy();
}

/** Connections that never finish asking, and others that never read the answer. */
export function holdOn(raw: Raw, path: string): () => void {
  const half = `POST ${path} HTTP/1.1\r\nHost: ${raw.base.host}\r\n${FROM_CROWD}Origin: ${raw.base.origin}\r\nContent-Length: 5000\r\n\r\nx`;
  const whole = `GET ${path} HTTP/1.1\r\nHost: ${raw.base.host}\r\n${FROM_CROWD}\r\n`;
  const texts = ['GET / HTTP/1.1\r\nHo', half, whole.repeat(10)];
  const sockets: Socket[] = texts.flatMap((text) =>
    Array.from({ length: 50 }, () => raw.connect(text).pause()),
  );
  return () => {
    for (const socket of sockets) socket.destroy();
  };
}
