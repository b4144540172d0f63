import { describe, expect, it } from 'vitest';
import { summaryOfTimes, timesOfPlaywright, timesOfVitest } from './test-times.mjs';

const spec = (title: string, projectName: string, duration: number) => ({
  title,
  tests: [{ projectName, results: [{ duration }] }],
});

const REPORT = {
  suites: [
    { file: 'guards/a.spec.ts', specs: [spec('a guard', 'script', 2000)] },
    {
      file: 'forum/b.spec.ts',
      specs: [spec('by script', 'script', 1000), spec('plain', 'no-script', 3000)],
      suites: [{ file: 'forum/b.spec.ts', specs: [spec('inner', 'no-script', 5000)] }],
    },
  ],
};

describe('times of a run', () => {
  it('are told by kind of test', () => {
    const times = timesOfPlaywright(REPORT);
    expect(summaryOfTimes(times)).toEqual([
      'guards: 1 in 2 s, the middle one in 2.0 s',
      'journeys with script: 1 in 1 s, the middle one in 1.0 s',
      'journeys: 2 in 8 s, the middle one in 5.0 s',
    ]);
  });

  it('count a file of unit tests as a whole', () => {
    const testResults = [{ name: 'lib/a.test.ts', startTime: 1000, endTime: 2500 }];
    expect(timesOfVitest({ testResults })).toEqual([
      { kind: 'unit', name: 'lib/a.test.ts', seconds: 1.5 },
    ]);
  });

  it('name what takes many times as long as most, and a kind that has grown', () => {
    const short = Array.from({ length: 9 }, (_, index) => ({
      ...{ kind: 'platform', name: `short ${index}`, seconds: 1 },
    }));
    const long = { kind: 'platform', name: 'the long one', seconds: 200 };
    expect(summaryOfTimes([...short, long])).toEqual([
      'platform: 10 in 209 s, the middle one in 1.0 s, more than the 180 s it should',
      '  200 s: the long one',
    ]);
    expect(summaryOfTimes([...short, { ...long, seconds: 9 }])).toHaveLength(1);
  });

  it('are nothing where there is no report', () => {
    expect(summaryOfTimes([...timesOfPlaywright(null), ...timesOfVitest(null)])).toEqual([]);
  });
});
