import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GOES_WITH_ACCOUNT } from './rules';

const schema = readdirSync('prisma/schema')
  .map((file) => readFileSync(`prisma/schema/${file}`, 'utf8'))
  .join('\n');

/** Tables of which the database deletes a row when its account is deleted. */
const taken = [...schema.matchAll(/^model (\w+) \{([^}]*)\}/gm)]
  .filter(([, , columns = '']) => /\sUser\??\s+@relation\([^)]*onDelete: Cascade/.test(columns))
  .map(([, name]) => name);

describe('what goes with an account', () => {
  it('is all named on the page that deletes it', () => {
    expect(taken).toContain('ProposalSupport');
    expect([...taken].sort()).toEqual(Object.values(GOES_WITH_ACCOUNT).flat().toSorted());
  });
});
