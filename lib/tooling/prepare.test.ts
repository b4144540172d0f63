import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprint, hasStamp, writeStamp } from './fingerprint.mjs';
import { choosePort, isPortFree } from './ports.mjs';
import { copyBinaries, createSymlinks } from './postgres/binaries.mjs';
import { canEnter } from './postgres/placement.mjs';
import { checkNodeVersion } from './prepare.mjs';
import { provideSecret } from './secret.mjs';
import { countPlaywright, countVitest } from './test-counts.mjs';

let folder = '';
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stf-prepare-'));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: string): string {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
  return file;
}

describe('checkNodeVersion', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('takes %s', (version) => {
    expect(() => checkNodeVersion(version)).not.toThrow();
  });

  it.each(['20.18.3', '18.20.0', '9.0.0'])('refuses %s with a sentence', (version) => {
    expect(() => checkNodeVersion(version)).toThrow(`Node 20.19 oder neuer, hier läuft ${version}`);
  });
});

describe('fingerprint', () => {
  it('changes with content, names and new files, and with nothing else', () => {
    put('tree/a.ts', 'a');
    put('tree/deep/b.ts', 'b');
    const mark = () =>
      fingerprint(folder, ['tree', 'missing'], (name) => !name.endsWith('.test.ts'));
    const first = mark();
    fs.utimesSync(path.join(folder, 'tree/a.ts'), 1, 1);
    put('tree/a.test.ts', 'not counted');
    expect(mark()).toBe(first);
    put('tree/a.ts', 'c');
    const second = mark();
    expect(second).not.toBe(first);
    fs.renameSync(path.join(folder, 'tree/a.ts'), path.join(folder, 'tree/c.ts'));
    expect(mark()).not.toBe(second);
  });

  it('is remembered by a stamp', () => {
    const stamp = path.join(folder, 'new/folder/.stamp');
    expect(hasStamp(stamp, 'one')).toBe(false);
    writeStamp(stamp, 'one');
    expect(hasStamp(stamp, 'one')).toBe(true);
    expect(hasStamp(stamp, 'two')).toBe(false);
  });
});

describe('choosePort', () => {
  it('insists on a port that was asked for', async () => {
    const server = net.createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as net.AddressInfo).port));
    });
    expect(await isPortFree(port)).toBe(false);
    await expect(choosePort(port, () => undefined)).rejects.toThrow(`Anschluss ${port} ist belegt`);
    await new Promise((resolve) => server.close(resolve));
    expect(await choosePort(port, () => undefined)).toBe(port);
  });

  it('takes the next free one and says so', async () => {
    const said: string[] = [];
    const first = await choosePort(null, () => undefined);
    const server = net.createServer();
    await new Promise((resolve) => server.listen(first, () => resolve(undefined)));
    const second = await choosePort(null, (line) => said.push(line));
    await new Promise((resolve) => server.close(resolve));
    expect(second).toBeGreaterThan(first);
    expect(said).toEqual([`Anschluss 3000 ist belegt, es geht mit ${second} weiter.`]);
  });
});

describe('provideSecret', () => {
  it('makes one secret, for its owner only', () => {
    const dataDir = path.join(folder, 'secret home');
    const secret = provideSecret(dataDir);
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(provideSecret(dataDir)).toBe(secret);
    expect(fs.statSync(path.join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
    expect(fs.readdirSync(dataDir)).toEqual(['secret']);
  });
});

describe('canEnter', () => {
  const stranger = { uid: 54_321, gid: 54_321 };

  it('looks at every folder above', () => {
    const inner = path.join(folder, 'open/inner');
    fs.mkdirSync(inner, { recursive: true });
    fs.chmodSync(folder, 0o711);
    expect(canEnter(inner, stranger)).toBe(true);
    fs.chmodSync(folder, 0o700);
    expect(canEnter(inner, stranger)).toBe(false);
    expect(canEnter(inner, null)).toBe(true);
  });
});

describe('the programs of PostgreSQL', () => {
  it('get their links and are readable for the server wherever they are copied', () => {
    put('package/native/lib/libpq.so.5.18', 'library');
    put('package/native/bin/postgres', 'program');
    const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
    put('package/native/pg-symlinks.json', JSON.stringify(links));
    const native = path.join(folder, 'package/native');
    fs.chmodSync(path.join(native, 'bin/postgres'), 0o700);
    createSymlinks(native);
    createSymlinks(native);
    expect(fs.readlinkSync(path.join(native, 'lib/libpq.so.5'))).toBe('libpq.so.5.18');

    const parent = path.join(folder, 'system');
    const copy = copyBinaries({ native, version: '18.4.0' }, parent);
    expect(copy.native).toBe(path.join(parent, 'postgresql-18.4.0', 'native'));
    expect(fs.readFileSync(path.join(copy.native, 'lib/libpq.so.5'), 'utf8')).toBe('library');
    expect(fs.statSync(path.join(copy.native, 'bin/postgres')).mode & 0o777).toBe(0o755);
    expect(fs.readdirSync(parent)).toEqual(['postgresql-18.4.0']);
  });
});

describe('counting tests', () => {
  it('adds files that break before their first test', () => {
    const report = put(
      'unit.json',
      JSON.stringify({
        numPassedTests: 5,
        numFailedTests: 1,
        testResults: [
          {
            name: 'a.test.ts',
            status: 'failed',
            assertionResults: [
              {
                fullName: 'is blue',
                status: 'failed',
                failureMessages: ['Error: \u001b[31mred\n at'],
              },
              { fullName: 'is green', status: 'passed' },
            ],
          },
          { name: 'b.test.ts', status: 'failed', message: 'no such file', assertionResults: [] },
          { name: 'c.test.ts', status: 'passed', assertionResults: [] },
        ],
      }),
    );
    expect(countVitest(report, 1)).toMatchObject({
      passed: 5,
      failures: ['a.test.ts is blue: Error: red', 'b.test.ts: no such file'],
    });
  });

  it('takes a flaky journey for a failed one, and names each', () => {
    const of = (title: string, status: string, message?: string) => ({
      title,
      tests: [
        {
          projectName: 'script',
          status,
          results: [{ duration: 500 }, { duration: 1000, error: { message } }],
        },
      ],
    });
    const inner = {
      file: 'a.spec.ts',
      specs: [of('one', 'unexpected', 'no'), of('two', 'expected')],
    };
    const suites = [{ file: 'a.spec.ts', specs: [of('three', 'flaky')], suites: [inner] }];
    const report = put('e2e.json', JSON.stringify({ stats: { expected: 7 }, suites }));
    expect(countPlaywright(report, 1)).toEqual({
      passed: 7,
      failures: ['e2e/a.spec.ts three (script)', 'e2e/a.spec.ts one (script): no'],
      times: ['three', 'one', 'two'].map((title) => ({
        ...{ kind: 'journeys with script', name: `e2e/a.spec.ts ${title}`, seconds: 1.5 },
      })),
    });
  });

  it('never takes a runner that broke for success', () => {
    const missing = path.join(folder, 'none.json');
    const why = ['vitest ended with 1 although no test failed'];
    expect(countVitest(missing, 1)).toEqual({ passed: 0, failures: why, times: [] });
    expect(countPlaywright(missing, 2).failures).toHaveLength(1);
  });
});
