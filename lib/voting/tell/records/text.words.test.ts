import fs from 'node:fs';
import { expect, it } from 'vitest';

const PROMISES =
  /das forum (berät|spricht|empfiehlt)|spricht das forum|forum (will )?(discuss|recommends|talks)/i;
const files = ['de', 'de-LS', 'en'].flatMap((locale) =>
  fs.readdirSync(`lib/voting/words/${locale}`).map((name) => `lib/voting/words/${locale}/${name}`),
);

// That the Forum talks about a poll stands on no agenda, and what it says of it nobody knows before it met.
it.each(files)('%s promises no talk of the Forum that nobody planned', (file) => {
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  expect(lines.filter((line) => PROMISES.test(line))).toEqual([]);
});
