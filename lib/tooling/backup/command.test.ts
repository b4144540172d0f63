import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readEnv } from '../../core/env.mjs';
import { PROJECT_ROOT } from '../project.mjs';
import { isAccepted, secretMark } from './command.mjs';

const [first, second, third] = ['a', 'b', 'c'].map((letter) => letter.repeat(40));
const settings = (AUTH_SECRET = '', AUTH_SECRET_OLD = '', DATA_DIR = '/nonexistent') =>
  readEnv({ NODE_ENV: 'production', AUTH_SECRET, AUTH_SECRET_OLD, DATA_DIR });

describe('the secret a backup was made with', () => {
  it('is accepted when it is the one of today or an earlier one that still counts', () => {
    const mark = secretMark(settings(first));
    expect(isAccepted(mark, settings(first))).toBe(true);
    expect(isAccepted(mark, settings(second, `${third} ${first}`))).toBe(true);
    expect(isAccepted(mark, settings(second, third))).toBe(false);
  });

  it('is that of the settings before the one the start has made', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stf-mark-'));
    fs.writeFileSync(path.join(folder, 'secret'), `${first}\n`);
    expect(secretMark(settings('', '', folder))).toBe(secretMark(settings(first)));
    expect(secretMark(settings(second, '', folder))).toBe(secretMark(settings(second)));
    fs.rmSync(folder, { recursive: true });
  });
});

const run = promisify(execFile);

describe.each([
  ['backup.mjs', ['--nothing'], /--nothing ist unbekannt/],
  ['backup.mjs', ['one', 'two'], /genau eine Datei/],
  ['restore.mjs', [], /Bitte die Sicherung angeben/],
  ['restore.mjs', ['file', '--forget'], /Bitte die Sicherung angeben/],
  ['backup.mjs', [], /^\s*AUTH_SECRET fehlt/],
])('%s %j', (program, args, sentence) => {
  it('says one sentence and starts nothing', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stf-called-'));
    // Nobody listens there; whoever asked the database would say that instead.
    const DATABASE_URL = 'postgresql://a:b@127.0.0.1:1/c';
    const env = { PATH: process.env.PATH, NODE_ENV: 'test' as const, DATABASE_URL };
    const file = path.join(PROJECT_ROOT, 'lib/tooling', program);
    const called = run(process.execPath, [file, ...args], { cwd: folder, env });
    await expect(called).rejects.toMatchObject({ code: 1, stdout: '' });
    const { stderr } = await called.catch((failure: { stderr: string }) => failure);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(fs.readdirSync(folder)).toEqual([]);
    fs.rmSync(folder, { recursive: true });
  });
});
