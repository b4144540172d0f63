import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { anyFreePort } from '../../lib/tooling/ports.mjs';

const START_MS = 120_000;
const LOOK_MS = 50;

interface Running {
  pid: number;
  /** What it is, without numbers and names that differ from run to run. */
  kind: string;
}

/** Where the machine has it, the address nobody thinks of. */
const LOCAL = Object.values(os.networkInterfaces())
  .flat()
  .some((one) => one?.address === '::1')
  ? '::1'
  : '127.0.0.1';

/** The product as `npm start` runs it after its preparations, with a database of its own. */
export class Started {
  readonly dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'stf-start-'));
  output = '';
  url = '';
  /** Exit code, once the start itself has ended. */
  code: number | null = null;
  #child: ChildProcess | undefined;

  constructor() {
    // Otherwise root's database would move to a place that is not deleted with the folder.
    fs.chmodSync(this.dataDir, 0o711);
  }

  async start(): Promise<void> {
    const port = await anyFreePort();
    this.url = `http://${LOCAL.includes(':') ? `[${LOCAL}]` : LOCAL}:${port}`;
    this.output = '';
    this.code = null;
    const {
      DATABASE_URL: _none,
      DATABASE_OWNER_URL: _neither,
      APP_URL: _nor,
      ...env
    } = process.env;
    const child = spawn(process.execPath, ['lib/tooling/serve.mjs'], {
      env: { ...env, DATA_DIR: this.dataDir, HOST: LOCAL, PORT: String(port), DEMO: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        this.output += text;
      });
    child.on('exit', (code) => {
      this.code = code ?? 1;
    });
    await until(() => this.output.includes('Bereit: ') || this.code !== null, START_MS);
    if (this.code !== null) throw new Error(this.output);
  }

  signal(name: NodeJS.Signals): void {
    this.#child?.kill(name);
  }

  /** Whether it answers that it can work. */
  async isReady(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/bereit`, { signal: AbortSignal.timeout(5000) })).ok;
    } catch {
      return false;
    }
  }

  /** Every process it has started, and those have. */
  family(): Running[] {
    const all = fs.readdirSync('/proc').flatMap((name) => processOf(name) ?? []);
    const isOurs = new Set(
      all.filter(({ line }) => line.includes(this.dataDir)).map(({ pid }) => pid),
    );
    if (this.#child?.pid && this.code === null) isOurs.add(this.#child.pid);
    for (let before = 0; before < isOurs.size; ) {
      before = isOurs.size;
      for (const { pid, parent } of all) if (isOurs.has(parent)) isOurs.add(pid);
    }
    return all
      .filter(({ pid }) => isOurs.has(pid) && pid !== this.#child?.pid)
      .map(({ pid, line }) => ({ pid, kind: kindOf(line) }));
  }

  async remove(): Promise<void> {
    if (this.code === null) this.signal('SIGTERM');
    await until(() => this.code !== null, 60_000);
    fs.rmSync(this.dataDir, { recursive: true, force: true });
  }
}

function processOf(name: string): { pid: number; parent: number; line: string } | null {
  if (!/^\d+$/.test(name)) return null;
  try {
    const line = fs.readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    const [, parent = '0'] =
      /^PPid:\t(\d+)/m.exec(fs.readFileSync(`/proc/${name}/status`, 'utf8')) ?? [];
    return { pid: Number(name), parent: Number(parent), line };
  } catch {
    // It has ended meanwhile.
    return null;
  }
}

function kindOf(line: string): string {
  const [, worker] = /^postgres: ([a-z ]+?)(?: \d+)?$/.exec(line) ?? [];
  if (worker) return worker;
  if (line.startsWith('postgres: ')) return 'a session of the database';
  return /server\.mjs/.test(line) ? 'the server' : path.basename(line.split(' ')[0] ?? '');
}

/** @throws when it does not become so */
export async function until(isSo: () => boolean | Promise<boolean>, mostMs: number): Promise<void> {
  const end = Date.now() + mostMs;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`not so within ${mostMs} ms: ${isSo}`);
    await sleep(LOOK_MS);
  }
}
