import net, { type AddressInfo } from 'node:net';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { processState } from '../core/process-state.mjs';
import { DropListener } from './drop-listener.mjs';

/** A line to the database that can fall silent without breaking, as behind a firewall that forgot it. */
async function openLine() {
  const target = new URL(inject('postgresUrl'));
  const folder = target.searchParams.get('host');
  const to = folder?.startsWith('/')
    ? { path: `${folder}/.s.PGSQL.${target.searchParams.get('port') ?? '5432'}` }
    : { host: target.hostname, port: Number(target.port) };
  let silent = false;
  const server = net.createServer((near) => {
    const mute = silent;
    const far = net.connect(to as net.NetConnectOpts);
    near.on('data', (chunk) => !silent && far.write(chunk));
    far.on('data', (chunk) => !silent && !mute && near.write(chunk));
    for (const side of [near, far]) {
      side.on('error', () => undefined);
      side.on('close', () => (side === near ? far : near).destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const url = new URL(target);
  url.search = '';
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    silence: (is: boolean) => {
      silent = is;
    },
    close: () => server.close(),
  };
}

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

describe('a line that fell silent', () => {
  it('is noticed within seconds, and everything is dropped once it is back', async () => {
    const line = await openLine();
    cleanups.push(line.close);
    const dropped: string[] = [];
    const note = (tags: readonly string[]) => void dropped.push(...tags);
    processState().dropListeners.add(note);
    cleanups.push(() => processState().dropListeners.delete(note));
    const listener = new DropListener(line.url);
    cleanups.push(() => listener.stop());
    await listener.start();
    expect(await listener.answers()).toBe(true);
    expect(dropped).toEqual(['*']);
    line.silence(true);
    const from = Date.now();
    expect(await listener.answers()).toBe(false);
    while (!listener.isAway() && Date.now() - from < 15_000) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(listener.isAway()).toBe(true);
    line.silence(false);
    while (listener.isAway() && Date.now() - from < 30_000) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(dropped).toEqual(['*', '*']);
    expect(await listener.answers()).toBe(true);
  });
});
