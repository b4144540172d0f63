import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { judgeBackup } from './backup.mjs';
import { checkFolder } from './folder.mjs';
import { checkSecretFiles, checkSettings } from './settings.mjs';

let folder = '';
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stf-doctor-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const room = (megabytes: number) => async () => ({ bavail: megabytes * 256, bsize: 4096 });
const levels = (findings: { level: string }[]) => findings.map(({ level }) => level);

describe('the folder for data', () => {
  it.each([
    ['with room', 5000, ['good']],
    ['with little room', 500, ['look']],
    ['without room', 100, ['bad']],
  ])('%s', async (_name, megabytes, found) => {
    expect(levels(await checkFolder(folder, { measure: room(megabytes) }))).toEqual(found);
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('that others can read', async () => {
    fs.chmodSync(folder, 0o755);
    expect(levels(await checkFolder(folder, { measure: room(5000) }))).toEqual(['look', 'good']);
  });

  it('that is none, or not there yet', async () => {
    const file = path.join(folder, 'file');
    fs.writeFileSync(file, '');
    expect(levels(await checkFolder(file))).toEqual(['bad']);
    const [found] = await checkFolder(path.join(folder, 'new', 'data'));
    expect(found).toMatchObject({
      level: 'good',
      sentence: expect.stringContaining('legt ihn an'),
    });
  });
});

describe('settings', () => {
  const OFFICE = {
    APP_URL: 'https://forum.example',
    AUTH_SECRET: 'k3Jx8Qw2Lm5Np7Rt9Vz1Bc4Df6Gh0Sa2',
    DATABASE_URL: 'postgresql://a:b@db.example/c',
  };
  it.each<[string, Record<string, string>, string[]]>([
    ['of an office', OFFICE, ['good']],
    ['that are wrong', { ...OFFICE, PORT: 'x', DEMO: 'x' }, ['bad', 'bad']],
    ['with a secret out of a head', { ...OFFICE, AUTH_SECRET: 'a'.repeat(40) }, ['good', 'bad']],
    ['with an earlier secret', { ...OFFICE, AUTH_SECRET_OLD: 'x'.repeat(32) }, ['good', 'look']],
    ['of a public demo', { ...OFFICE, DEMO: 'public' }, ['good', 'look']],
    [
      'of a town with the database that comes along',
      { ...OFFICE, DATABASE_URL: '' },
      ['good', 'look'],
    ],
  ])('%s', (_name, source, found) => {
    expect(levels(checkSettings(source).findings)).toEqual(found);
  });

  it('in files that everybody can read', () => {
    const file = path.join(folder, 'secret');
    fs.writeFileSync(file, 'x', { mode: 0o644 });
    expect(levels(checkSecretFiles({ AUTH_SECRET_FILE: file }))).toEqual(['look']);
    fs.chmodSync(file, 0o640);
    expect(checkSecretFiles({ AUTH_SECRET_FILE: file })).toEqual([]);
  });
});

describe('the backup', () => {
  const NOW = new Date('2026-11-20T10:00:00Z');
  const mark = (name: string, hours: number, ok = true) => ({
    name,
    ok,
    at: new Date(NOW.getTime() - hours * 3_600_000),
  });
  it.each([
    ['never written', [], ['look', 'look']],
    ['of last night, put back once', [mark('backup', 8), mark('restore', 999)], ['good']],
    ['of last night', [mark('backup', 8)], ['good', 'look']],
    ['of last week', [mark('backup', 170), mark('restore', 1)], ['bad']],
    ['that failed', [mark('backup', 8, false), mark('restore', 1)], ['bad']],
    [
      'that could not be put back',
      [mark('backup', 8), mark('restore', 1, false)],
      ['good', 'look'],
    ],
  ])('%s', (_name, marks, found) => {
    expect(levels(judgeBackup(marks, NOW))).toEqual(found);
  });
});
