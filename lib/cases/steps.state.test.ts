import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** Where the tables of cases are written by what a step does: nowhere else may their state be. */
const BY_STEPS = /^(?:proposals|initiatives|forum\/registrations)\/steps\.ts$/;
const WRITE = /\.(?:proposal|supportRequest|registration)\s*\.(?:update|updateMany|upsert)\(/g;

/** What stands between the brackets of a call. */
function argumentsOf(text: string, from: number): string {
  let depth = 1;
  let end = from;
  while (depth > 0 && end < text.length) {
    if (text[end] === '(') depth += 1;
    if (text[end] === ')') depth -= 1;
    end += 1;
  }
  return text.slice(from, end - 1);
}

function writesOfState(text: string): string[] {
  const writes = [...text.matchAll(WRITE)].map(({ index, 0: call }) =>
    argumentsOf(text, index + call.length),
  );
  const data = writes.map((call) => call.slice(Math.max(0, call.search(/\bdata\b/))));
  return [
    ...data.filter((written) => /\bstate\s*[:,]|\bstate\s*\}/.test(written)),
    ...(text.match(
      /UPDATE "?(?:proposals|support_requests|registrations)"?\s+SET[^`;]*\bstate\s*=/gi,
    ) ?? []),
  ];
}

const LIB = path.join(import.meta.dirname, '..');
const sources = fs
  .readdirSync(LIB, { recursive: true, encoding: 'utf8' })
  .map((name) => name.split(path.sep).join('/'))
  // What `acts.ts` names is tried and refused by a test.
  .filter(
    (name) => name.endsWith('.ts') && !/\.test\.ts$|\/acts\.ts$|^(?:testing|tooling)\//.test(name),
  );

describe('the state of a case', () => {
  it('is written by lib/cases alone', () => {
    const elsewhere = sources.filter(
      (name) =>
        !BY_STEPS.test(name) && writesOfState(fs.readFileSync(path.join(LIB, name), 'utf8')).length,
    );
    expect(sources.length).toBeGreaterThan(300);
    expect(elsewhere).toEqual([]);
  });

  it.each([
    [`tx.proposal.update({ where: { id }, data: { state: 'DONE' } })`, 1],
    [`tx.registration.updateMany({ where: { state: 'CONFIRMED' }, data: { name: '' } })`, 0],
    [`tx.supportRequest.updateMany({ where: { id }, data: { state, note: f(x) } })`, 1],
    [`tx.poll.update({ data: { state: 'CLOSED' } })`, 0],
    ['tx.$executeRaw`UPDATE registrations SET name = 1, state = 2`', 1],
  ])('is seen where it is written: %s', (text, found) => {
    expect(writesOfState(text)).toHaveLength(found);
  });
});
