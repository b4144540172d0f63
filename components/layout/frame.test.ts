import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const APP = path.join(import.meta.dirname, '../../app');

const pages = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('page.tsx'))
  .map((name) => ({ name, text: readFileSync(path.join(APP, name), 'utf8') }));

/** Forms that ask before somebody leaves them, because words would be lost. */
function formsWithWords(text: string): number {
  return (
    (text.match(/<Form\s/g) ?? []).length - (text.match(/warnOnLeave=\{false\}/g) ?? []).length
  );
}

describe('the frame of a page somebody types on', () => {
  it('opens the other languages beside it', () => {
    const typedOn = pages.filter(({ text }) => formsWithWords(text) > 0);
    expect(typedOn.length).toBeGreaterThan(30);
    const losing = typedOn.filter(({ text }) =>
      [...text.matchAll(/<(?:Act|Team)Shell\s+(\w+)/g)].some(([, first]) => first !== 'holdsText'),
    );
    expect(losing.map(({ name }) => name)).toEqual([]);
  });
});
