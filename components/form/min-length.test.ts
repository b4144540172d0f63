import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** Fewer letters than these nobody types who wants to say something. */
const SAID_FROM = 5;

function filesIn(folder: string, fits: (file: string) => boolean): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter(fits);
}

/** `name: paragraphs(20, …)` of every schema, also where the number has a name. */
const limits = filesIn('lib', (file) => file.endsWith('schema.ts')).flatMap((file) =>
  [...fs.readFileSync(file, 'utf8').matchAll(/\b(\w+): (?:paragraphs|line)\(\s*(\d+|LEAST\.\w+),/g)]
    .filter(([, , least = '']) => least.startsWith('LEAST') || Number(least) >= SAID_FROM)
    .map(([, name = '', least = '']) => ({ file, name, least })),
);

const sources = [...filesIn('components', isPage), ...filesIn('app', isPage)].map((file) => ({
  file,
  text: fs.readFileSync(file, 'utf8'),
}));

function isPage(file: string): boolean {
  return file.endsWith('.tsx') && !file.endsWith('.test.tsx');
}

/** Where a field of a domain is drawn: among its own components, on pages, in what all share. */
const drawnFor = (file: string) => {
  const [, domain = ''] = file.split(path.sep);
  return sources.filter(
    (one) =>
      one.file.startsWith(`components/${domain}/`) ||
      one.file.startsWith('components/audit/') ||
      one.file.startsWith('app/'),
  );
};

function isSaid({ file, name, least }: (typeof limits)[number]): boolean {
  const number = least.startsWith('LEAST') ? 'leastOf\\(name\\)' : least;
  // The questions of a survey are drawn in one go, and the first is asked for.
  const named = name === 'question1' ? 'question\\$\\{number\\}' : `\\b${name}\\b`;
  const field = new RegExp(
    `<(?:TextArea|TextField)\\b(?:(?!/>)[^])*${named}(?:(?!/>)[^])*minLength=\\{[^}]*\\b${number}\\b`,
  );
  const steps = new RegExp(`minLength(?:=\\{|: )${number}`);
  return drawnFor(file).some(({ text }) =>
    least.startsWith('LEAST') ? steps.test(text) : field.test(text),
  );
}

describe('a field that wants some letters', () => {
  it('is found in the schemas', () => {
    expect(limits.length).toBeGreaterThan(30);
  });

  it.each(limits)('says how many before they are typed: $name in $file', (limit) => {
    expect(isSaid(limit)).toBe(true);
  });
});
