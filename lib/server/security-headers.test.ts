import { expect, it } from 'vitest';
import { newPageNotes } from '../core/process-state.mjs';
import { actingCsp, allowedFor, READING_CSP } from './security-headers.mjs';

it.each([
  [{}, false],
  [{ offline: true }, true],
  // Whatever a page says of itself: what was made for somebody stays on no device.
  [{ offline: true, personal: true }, false],
])('a page that notes %j may have a worker: %j', (notes, may) => {
  const csp = allowedFor({ notes: { ...newPageNotes(), ...notes } }, actingCsp('once'));
  expect([csp.includes('worker-src'), csp.includes('manifest-src')]).toEqual([may, may]);
  expect(csp.startsWith(actingCsp('once'))).toBe(true);
});

it('a page for reading never may', () => {
  expect(READING_CSP).not.toMatch(/worker-src|manifest-src|script-src/);
});
