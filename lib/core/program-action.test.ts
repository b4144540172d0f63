import { afterEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { AppError, type AppErrorCode } from './errors';
import { makeDefineProgramAction } from './program-action';
import { ok, type Result, refused } from './result';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Whoever sends is their own answer: the code of what they lack, or nobody at all. */
let who: AppErrorCode | 'office' = 'office';

const define = makeDefineProgramAction<string, string>({
  who: async () => who,
  admit: (right, asking) => {
    if (asking !== right) throw new AppError(asking as AppErrorCode);
  },
  sentence: async (locale, key, params) => `${locale} ${key} ${JSON.stringify(params)}`,
});

async function sent(
  run: (count: number) => Promise<Result<object>>,
  body = '{"count":3}',
  search = '',
) {
  const schema = z.object({ count: z.number() });
  const action = define({
    name: 'count',
    right: 'office',
    schema,
    run: (_, { count }) => run(count),
  });
  const url = `http://here.example/api/x${search}`;
  const response = await action(new Request(url, { method: 'POST', body }));
  expect(response.headers.get('content-type')).toBe('application/json');
  return [response.status, await response.json()];
}

it('answers with what came of it', async () => {
  who = 'office';
  expect(await sent(async (count) => ok({ count }))).toEqual([200, { count: 3 }]);
});

it.each(['', '{', '[]', 'null', '{"count":"3"}'])('takes no %j', async (body) => {
  who = 'office';
  const run = vi.fn();
  expect(await sent(run, body)).toEqual([400, { error: 'INVALID' }]);
  expect(run).not.toHaveBeenCalled();
});

it.each([
  ['SIGN_IN_REQUIRED', 401],
  ['SECOND_FACTOR_REQUIRED', 403],
  ['NOT_FOUND', 404],
] as const)('says %s by its status, before anything else is looked at', async (code, status) => {
  who = code;
  const run = vi.fn();
  for (const body of ['{"count":3}', 'nothing'])
    expect(await sent(run, body)).toEqual([status, { error: code }]);
  expect(run).not.toHaveBeenCalled();
});

it('says why it was refused, in the language that was asked for', async () => {
  who = 'office';
  const run = async () => refused('x.refused', { max: 3 });
  const answer = (locale: string) => ({
    error: 'REFUSED',
    sentence: `${locale} x.refused {"max":3}`,
  });
  expect(await sent(run)).toEqual([409, answer('de')]);
  expect(await sent(run, undefined, '?locale=en')).toEqual([409, answer('en')]);
});

it('tells the number of a fault and nothing else of it', async () => {
  who = 'office';
  const line = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const [status, body] = await sent(async () => {
    throw new Error('what nobody may see');
  });
  expect([status, body]).toEqual([
    500,
    { error: 'FAILED', id: expect.stringMatching(/^[0-9a-f]{8}$/) },
  ]);
  expect(String(line.mock.calls[0]?.[0])).toContain(body.id);
});

it('says that somebody tried too often where the work itself finds it', async () => {
  who = 'office';
  const run = async () => {
    throw new AppError('RATE_LIMITED');
  };
  expect(await sent(run)).toEqual([429, { error: 'RATE_LIMITED' }]);
});
