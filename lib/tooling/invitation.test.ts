import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { forgetInvitation, handOverInvitation } from './invitation.mjs';

describe('the link for the first admin', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'stf-invitation-'));
  });
  afterEach(() => fs.rmSync(dataDir, { recursive: true }));
  const link = 'https://forum.example.org/anmelden/einladung/geheim';

  test('is shown to who sits before the screen, and lies nowhere', () => {
    expect(handOverInvitation({ link, hours: 1, dataDir, terminal: true }).at(-1)).toBe(link);
    expect(fs.readdirSync(dataDir)).toEqual([]);
  });

  test('stands in no log: it lies in a file for its owner, until somebody has used it', () => {
    const lines = handOverInvitation({ link, hours: 24, dataDir, terminal: false });
    expect(lines.join('\n')).not.toContain('geheim');
    const file = path.join(dataDir, 'einladung.txt');
    expect(lines.join('\n')).toContain(file);
    expect(fs.readFileSync(file, 'utf8').trim()).toBe(link);
    expect(fs.statSync(file).mode & 0o077).toBe(0);
    forgetInvitation(dataDir);
    expect(fs.readdirSync(dataDir)).toEqual([]);
  });
});
