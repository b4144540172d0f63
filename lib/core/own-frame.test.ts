import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { ownFrame } from './own-frame.mjs';

const HERE = fileURLToPath(import.meta.url);
const PACKAGE = `${process.cwd()}/node_modules/pg/lib/index.js`;

/** An error as it comes from the database: what called it stands below. */
function errorFrom(frame: string): Error {
  const stack = `Error: gone\n    at query (${PACKAGE}:1:1)\n${frame}`;
  return Object.assign(new Error('gone'), { stack });
}

it.each([
  `    at findProposal (${HERE}:7:3)`,
  `    at async findProposal (${HERE}:7:3)`,
  `    at async ${HERE}:7:3`,
  `    at ${HERE}:7:3`,
  `    at async Promise.all (index 0)\n    at async file://${HERE}:7:3`,
])('is the first place of our own: %j', (frame) => {
  expect(ownFrame(errorFrom(frame))).toBe('lib/core/own-frame.test.ts:7');
});

it('is the package where nothing of ours stands', () => {
  expect(ownFrame(errorFrom('    at async /elsewhere/x.ts:7:3'))).toBe(
    'node_modules/pg/lib/index.js:1',
  );
});
