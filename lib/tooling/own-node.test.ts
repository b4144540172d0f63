import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeOfPackages } from './own-node.mjs';

let root = '';
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'stf-own-node-'));
});
afterEach(() => fs.rmSync(root, { recursive: true }));

function lay(program: string): string {
  const file = path.join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, program, { mode: 0o755 });
  return file;
}

describe('the Node the program runs on', () => {
  it('is the one that came with the packages', () => {
    const own = lay('#!/bin/sh\nexit 0\n');
    expect(nodeOfPackages(root)).toBe(own);
  });

  it('is the one that runs us where none came, or it does not start here', () => {
    expect(nodeOfPackages(root)).toBe(process.execPath);
    lay('#!/bin/sh\nexit 127\n');
    expect(nodeOfPackages(root)).toBe(process.execPath);
    lay('not a program');
    expect(nodeOfPackages(root)).toBe(process.execPath);
  });
});
