import { expect, it } from 'vitest';
import { problemsInLog } from './log-check.mjs';

const line = (fields: object) =>
  JSON.stringify({
    at: '2026-11-29T10:00:00.000Z',
    level: 'error',
    event: 'page.failed',
    ...fields,
  });

it.each([
  ['what happened and where', line({ id: 'ab124711', where: 'lib/voting/commands.ts:61' }), true],
  ['codes', line({ sqlState: '23505', constraint: 'users_email_key', kind: 'Error' }), true],
  ['an access line', line({ route: '/[locale]/nummer', status: 200, milliseconds: 1234567 }), true],
  ['a stack', 'Error: renate\n    at x (/a.js:1:1)', false],
  ['an unknown field', line({ message: 'x' }), false],
  ['an address', line({ form: 'renate@person.example' }), false],
  ['a number to call', line({ reason: '030 23125-100' }), false],
  ['a word of the tests', line({ route: '/nummer/geheim-4711' }), false],
  ['something else', '"x"', false],
])('%s', (_name, text, good) => {
  expect(problemsInLog(`${text}\n`).length === 0).toBe(good);
});
