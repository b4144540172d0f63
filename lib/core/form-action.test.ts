import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { testDatabase } from '@/lib/testing/database';
import { sentOtherwise } from '@/lib/testing/without-guards';
import { answerOfForm, canFormBeDone, sentInForm } from './answered-form';
import { now } from './clock';
import { db, inTransaction, SENT_BEFORE, submittedForm } from './db';
import { AppError } from './errors';
import { makeDefineFormAction } from './form-action';
import { FORM_TOKEN_FIELD, type FormState } from './form-state';
import { newPageNotes, processState } from './process-state.mjs';
import { ok, type Result, refused } from './result';
import { newFormToken } from './tokens';
import { behindTheWall } from './walled';

testDatabase();
afterEach(() => void vi.restoreAllMocks());

const define = makeDefineFormAction({
  who: async () => null,
  sentence: async (_locale, key) => key,
  signInPath: () => '/anmelden',
  secondFactorPath: () => '/anmelden/zweiter-schritt',
  phone: async () => '',
});

/** What the page that is made anew finds of a form that was sent. */
async function noted(run: () => Promise<Result<null>>) {
  const action = define({
    ...{ form: 'probe', schema: z.object({ slot: z.string(), code: z.string() }) },
    ...{ secrets: ['code'], run, done: () => '/' },
  });
  const data = new FormData();
  data.set(FORM_TOKEN_FIELD, newFormToken(now()));
  data.set('slot', 'Dienstag');
  data.set('code', 'geheim');
  const scope = { address: '', id: '', pageNotes: newPageNotes() };
  return processState().requests.run(scope, async () => {
    await action({} as FormState, data);
    return [answerOfForm(), sentInForm('slot'), sentInForm('code'), canFormBeDone()];
  });
}

describe('a page made anew around a form', () => {
  it('has what was chosen in it, without secrets, and knows a refusal from a failure', async () => {
    expect(await noted(async () => refused('taken'))).toEqual(['failed', 'Dienstag', '', false]);
    expect(await noted(async () => refused('phone', {}, 'slot'))).toEqual([
      ...['invalid', 'Dienstag', '', false],
    ]);
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const lost = async () => Promise.reject(new Error('the line broke'));
    expect(await noted(lost)).toEqual(['failed', 'Dienstag', '', true]);
  });

  it('has nothing of a form where none was answered', async () => {
    const scope = { address: '', id: '', pageNotes: newPageNotes() };
    const found = processState().requests.run(scope, () => [sentInForm('slot'), canFormBeDone()]);
    expect(found).toEqual(['', false]);
    expect([sentInForm('slot'), canFormBeDone()]).toEqual(['', false]);
    await expect(noted(async () => ok(null))).rejects.toThrow('NEXT_REDIRECT');
  });
});

describe('a form that is refused', () => {
  const send = async (token: string, code: string, run: () => Promise<Result<unknown>>) => {
    const schema = z.object({ code: z.string() });
    const action = define({ form: 'probe', schema, run, done: () => '/done' });
    const data = new FormData();
    data.set(FORM_TOKEN_FIELD, token);
    data.set('code', code);
    return await action({} as FormState, data).catch(String);
  };
  const done = () => inTransaction(async () => ok('done'));

  it('keeps its token as long as nothing was done, so that two tabs of it send it once', async () => {
    const token = newFormToken(now());
    const run = () => inTransaction(async () => refused('taken'));
    expect(await send(token, 'misspelt', run)).toMatchObject({ status: 'refused', token });
    expect(await send(token, 'put right', done)).toContain('NEXT_REDIRECT');
    expect(await send(token, 'once more', done)).toMatchObject({ message: SENT_BEFORE });
  });

  it('gets a new one where something was done all the same, and what was done gives the same answer', async () => {
    const token = newFormToken(now());
    let times = 0;
    const run = async () => {
      const result = await inTransaction(async () => {
        times += 1;
        return ok(times);
      });
      return result.ok ? refused('done', {}, 'code') : result;
    };
    const first = await send(token, 'misspelt', run);
    expect(first).toMatchObject({ status: 'invalid', errors: [{ message: 'done' }] });
    expect(await send(token, 'misspelt', run)).toMatchObject({ errors: [{ message: 'done' }] });
    expect(times).toBe(1);
    const next = typeof first === 'object' ? first.token : '';
    expect(next).not.toBe(token);
    // What is corrected is another form; with the spent token it was said to have come in before.
    expect(await send(next, 'put right', done)).toContain('NEXT_REDIRECT');
    expect(await send(token, 'put right', done)).toMatchObject({ message: SENT_BEFORE });
  });
});

it('what broke after all was written is not said to have saved nothing, and gives its answer once more', async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const token = newFormToken(now());
  let times = 0;
  const send = async (breaks: boolean, isDone: boolean) => {
    const run = () =>
      inTransaction(async () => {
        if (!isDone) throw new Error('the disk is full');
        times += 1;
        return ok(null);
      });
    const done = () => {
      if (breaks) throw new Error('no such page');
      return '/done';
    };
    const action = define({ form: 'probe', schema: z.object({}), run, done });
    const data = new FormData();
    data.set(FORM_TOKEN_FIELD, token);
    return await action({} as FormState, data).catch(String);
  };
  expect(await send(true, false)).toMatchObject({ status: 'failed', message: 'form.failed' });
  const later = { status: 'failed', message: 'form.failedLater', token };
  expect(await send(true, true)).toMatchObject(later);
  expect(await send(true, true)).toMatchObject(later);
  expect(await send(false, true)).toContain('NEXT_REDIRECT');
  expect(times).toBe(1);
});

it('what broke after something was committed behind the wall does not say that nothing was saved', async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const send = async (work: () => Promise<unknown>) => {
    const run = () =>
      inTransaction(async () => {
        await work();
        throw new Error('its connection is gone');
      });
    const action = define({ form: 'probe', schema: z.object({}), run, done: () => '/' });
    const data = new FormData();
    data.set(FORM_TOKEN_FIELD, newFormToken(now()));
    return await action({} as FormState, data);
  };
  const behind = (sql: string) => behindTheWall('', (ask) => ask(sql));
  expect(await send(() => behind('SELECT 1'))).toMatchObject({ message: 'form.failedMaybe' });
  // What was undone there was not saved either.
  expect(await send(() => behind('SELECT 1 / 0'))).toMatchObject({ message: 'form.failed' });
  expect(await send(async () => null)).toMatchObject({ message: 'form.failed' });
});

it.each([
  ['and it was saved', 'COMMIT; SELECT pg_terminate_backend(pg_backend_pid())', true],
  ['and it was not', 'SELECT pg_terminate_backend(pg_backend_pid())', false],
])(
  'what broke while it was committed is not said to have saved nothing, %s',
  async (_is, ends, isSaved) => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const token = newFormToken(now());
    let times = 0;
    const run = () =>
      inTransaction(async () => {
        times += 1;
        return ok(null);
      });
    const action = define({ form: 'probe', schema: z.object({}), run, done: () => '/done' });
    const send = async () => {
      const data = new FormData();
      data.set(FORM_TOKEN_FIELD, token);
      return await action({} as FormState, data).catch(String);
    };
    const lost = sentOtherwise((sql) => (sql === 'COMMIT' ? ends : sql), send);
    // It is tried once more by itself; whether that finds a connection is as it comes.
    expect(['form.failedMaybe', 'form.failedLater']).toContain(((await lost) as FormState).message);
    // What the pool still holds of the connection goes with the next question.
    await db.$queryRaw`SELECT 1`.catch(() => null);
    expect(await send()).toContain('NEXT_REDIRECT');
    expect(times === 1).toBe(isSaved);
  },
);

it('the same words with another picture are another form, with the same one they are the same', async () => {
  const said: (string | undefined)[] = [];
  const action = define({
    form: 'photo',
    schema: z.object({ words: z.string(), photo: z.instanceof(File) }),
    files: ['photo'],
    run: async () => {
      said.push(submittedForm.getStore()?.content);
      return ok(null);
    },
    done: () => '/saved',
  });
  const token = newFormToken(now());
  for (const picture of ['one', 'one', 'two', '']) {
    const data = new FormData();
    data.append(FORM_TOKEN_FIELD, token);
    data.append('words', 'Ein Rad im Hof');
    data.append('photo', new File([picture], 'hof.png'));
    await expect(action(undefined as never, data)).rejects.toThrow('NEXT_REDIRECT');
  }
  const [one, again, two, none] = said;
  expect(again).toBe(one);
  expect(new Set([one, two, none]).size).toBe(3);
});

it('says how long whoever tried too often waits at the most, not "a few minutes"', async () => {
  const said = vi.fn(async (_locale: string, key: string, _params: object) => key);
  const listened = makeDefineFormAction({
    ...{ who: async () => null, sentence: said, signInPath: () => '/' },
    ...{ secondFactorPath: () => '/', phone: async () => '' },
  });
  const send = async (windowSeconds: number, run: () => Promise<Result<null>>) => {
    const limit = { name: `probe-${windowSeconds}`, max: 1, windowSeconds };
    const action = listened({ form: 'probe', schema: z.object({}), limit, run, done: () => '/' });
    for (let twice = 0; twice < 2; twice += 1) {
      const data = new FormData();
      data.set(FORM_TOKEN_FIELD, newFormToken(now()));
      await action({} as FormState, data);
    }
  };
  await send(3600, async () => refused('taken'));
  expect(said).toHaveBeenLastCalledWith('de', 'form.refused.tooMany', { minutes: 60 });
  await send(900, async () => refused('taken'));
  expect(said).toHaveBeenLastCalledWith('de', 'form.refused.tooMany', { minutes: 15 });
  await send(600, async () => Promise.reject(new AppError('RATE_LIMITED')));
  expect(said.mock.calls.at(-2)).toEqual(['de', 'form.refused.tooMany', { minutes: 60 }]);
});
