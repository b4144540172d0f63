import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marksFrom, publishedFrom } from '@/lib/testing/publications';
import { COUNT_RULES, elections, ruleWith } from '@/lib/voting/count/samples';
import { publishesOf } from '../published/publication.mjs';
import {
  differenceOfChain,
  differenceOfFiles,
  differenceOfResults,
  readPublication,
  recountOf,
} from './compare';

const rule = ruleWith({ method: 'RANKING', countRule: 'irv' });
const [a = '', b = '', c = ''] = rule.options.map(({ id }) => id);
const papers = [
  ...Array.from({ length: 8 }, () => ({ choices: [a], points: [] })),
  ...Array.from({ length: 7 }, () => ({ choices: [b, a], points: [] })),
  ...Array.from({ length: 5 }, () => ({ choices: [c, b], points: [] })),
];

describe('a recount in the browser', () => {
  it.each(COUNT_RULES)('comes to what was published: %s', async (name) => {
    await fc.assert(
      fc.asyncProperty(elections(name), async ({ rule: any, papers: cast, withdrawn }) => {
        const files = [await publishedFrom(any, cast, withdrawn)];
        if (publishesOf(any) === 'marks') files.push(await marksFrom(any, cast, withdrawn));
        for (const published of files) {
          const file = readPublication(JSON.stringify(published));
          if (!file) throw new Error('a published file is not read');
          expect(differenceOfResults(file, recountOf(file), file.result)).toBeNull();
          expect(await differenceOfChain(file, file.head, () => undefined)).toBeNull();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('tells after each ballot how far it is', async () => {
    const file = await publishedFrom(rule, papers);
    const told: number[] = [];
    await differenceOfChain(file, file.head, (done) => told.push(done));
    expect(told).toEqual(papers.map((_, index) => index + 1));
  });
});

describe('the first difference', () => {
  it('is found in the chain, also when the file brings a checksum of its own', async () => {
    const file = await publishedFrom(rule, papers);
    const other = { ...file, ballots: file.ballots.slice(1) };
    expect(await differenceOfChain(other, file.head, () => undefined)).toEqual({ key: 'head' });
    const same = { ...file, head: 'another' };
    expect(await differenceOfChain(same, file.head, () => undefined)).toEqual({ key: 'head' });
  });

  it('names the option, the round, or who won', async () => {
    const file = await publishedFrom(rule, papers);
    const found = recountOf(file);
    const differs = (changes: Partial<typeof found>) =>
      differenceOfResults(file, found, { ...found, ...changes });
    expect(differs({ votes: { ...found.votes, P002: 9 } })).toEqual({
      ...{ key: 'votes', option: 'Schaukel', found: 7, published: 9 },
    });
    const [first = {}, second = {}] = found.rounds ?? [];
    expect(differs({ rounds: [first, { ...second, P001: '9' }] })).toEqual({
      ...{ key: 'round', round: 2, option: 'Bank', found: '8', published: '9' },
    });
    expect(differs({ rounds: [first] })).toMatchObject({ key: 'round', round: 2, published: '–' });
    expect(differs({ winners: ['P001'] })).toEqual({
      ...{ key: 'winners', found: ['Schaukel'], published: ['Bank'] },
    });
  });

  it('names the ballot that is different in a file somebody kept', async () => {
    const file = await publishedFrom(rule, papers);
    expect(differenceOfFiles(file, file)).toBeNull();
    const changed = file.ballots.map((ballot, index) => (index === 9 ? ['P003'] : ballot));
    expect(differenceOfFiles({ ...file, ballots: changed }, file)).toEqual({
      ...{ key: 'ballot', ballot: 10, yours: 'P003', ours: 'P002 P001' },
    });
    expect(differenceOfFiles({ ...file, ballots: file.ballots.slice(0, 19) }, file)).toEqual({
      ...{ key: 'ballotCount', yours: 19, ours: 20 },
    });
    expect(differenceOfFiles({ ...file, ballots: [...file.ballots, []] }, file)).toEqual({
      ...{ key: 'ballotCount', yours: 21, ours: 20 },
    });
    expect(differenceOfFiles({ ...file, question: 'Was dann?' }, file)).toEqual({ key: 'frame' });
    expect(differenceOfFiles({ ...file, poll: 8 }, file)).toEqual({ key: 'otherPoll' });
  });
});

describe('readPublication', () => {
  it.each([
    'kein Text',
    '[]',
    'null',
    '{}',
    '{"format":"poll-ballots/1"}',
    '{"format":"poll-ballots/1","rule":"würfeln","options":[],"ballots":[],"result":{"winners":[]}}',
  ])('takes nothing else for a file of ours: %s', (text) => {
    expect(readPublication(text)).toBeNull();
  });
});
