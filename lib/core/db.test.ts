import { describe, expect, it } from 'vitest';
import { testDatabase } from '@/lib/testing/database';
import { makeOffice } from '@/lib/testing/factories';
import { db, dropPages, inTransaction, SENT_BEFORE, submittedForm } from './db';
import { officeZone } from './office-time';
import { processState } from './process-state.mjs';
import { countTry } from './rate-limit';
import { ok, refused, refusedAndNoted } from './result';
import { tag } from './tags';
import { hashOfForm } from './tokens';

testDatabase();

const AT = new Date('2026-11-22T10:00:00Z');

function send(token: string, form = 'test', content = '') {
  return submittedForm.run({ token, form, content, at: AT }, () =>
    inTransaction(async (tx) => {
      const category = await tx.category.create({
        data: { slug: crypto.randomUUID(), label: 'x' },
      });
      return ok({ id: category.id });
    }),
  );
}

it('says on each connection where the office is, by whose days the database keeps what it keeps', async () => {
  const zones = await Promise.all(
    Array.from(
      { length: 4 },
      () => db.$queryRaw<{ zone: string }[]>`
        SELECT current_setting('stadtteilforum.time_zone', true) AS zone, pg_sleep(0.05)::text`,
    ),
  );
  expect(zones.flat().map(({ zone }) => zone)).toEqual(Array(4).fill(officeZone()));
});

describe('inTransaction', () => {
  it('gives the same form the same result, also when sent fifty times at once', async () => {
    const before = await db.category.count();
    const results = await Promise.all(Array.from({ length: 50 }, () => send('token-a')));
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(await db.category.count()).toBe(before + 1);
  });

  it('red twin: without the token every click counts', async () => {
    const before = await db.category.count();
    await Promise.all(
      Array.from({ length: 10 }, () =>
        inTransaction(async (tx) =>
          ok(await tx.category.create({ data: { slug: crypto.randomUUID(), label: 'x' } })),
        ),
      ),
    );
    expect(await db.category.count()).toBe(before + 10);
  });

  it('takes different forms for different', async () => {
    const [one, two] = [await send('token-b'), await send('token-c')];
    expect(one).not.toEqual(two);
  });

  it('refuses what comes with a token that was spent on something else', async () => {
    const first = await send('token-e', 'test', 'mine');
    const before = await db.category.count();
    const spent = { ok: false, code: SENT_BEFORE };
    expect(await send('token-e', 'other', 'mine')).toMatchObject(spent);
    expect(await send('token-e', 'test', 'somebody else’s')).toMatchObject(spent);
    expect(await send('token-e', 'test', 'mine')).toEqual(first);
    expect(await db.category.count()).toBe(before);
  });

  it('keeps which form it was in no words: how many sent one on a day is nobody’s to read', async () => {
    await send('token-f', 'answer-survey', 'mine');
    await send('token-g', 'answer-survey', 'mine');
    const kept = await db.formSubmission.findMany();
    expect(JSON.stringify(kept)).not.toContain('survey');
    expect(new Set(kept.map(({ form }) => form)).size).toBe(kept.length);
  });

  it('keeps no word of what a form gave, and gives it again to whoever has the form', async () => {
    const give = (token: string) =>
      submittedForm.run({ token, form: 'vote', content: '', at: AT }, () =>
        inTransaction(async () => ok({ ticket: 'Lisbeth-4711', number: 815 })),
      );
    const first = await give('token-h');
    expect(first).toMatchObject({ ok: true, value: { ticket: 'Lisbeth-4711' } });
    expect(await give('token-h')).toEqual(first);
    const kept = await db.formSubmission.findMany();
    expect(JSON.stringify(kept)).not.toMatch(/Lisbeth|4711|815|ticket/);
    expect(kept.filter(({ result }) => typeof result !== 'string')).toEqual([]);
    // The same answer put beside another form opens to nobody.
    await give('token-i');
    const [one, other] = ['token-h', 'token-i'].map(hashOfForm);
    const { result } = await db.formSubmission.findUniqueOrThrow({
      where: { tokenHash: one ?? '' },
    });
    await db.formSubmission.update({
      where: { tokenHash: other ?? '' },
      data: { result: result as string },
    });
    expect(await give('token-i')).toMatchObject({ ok: false, code: SENT_BEFORE });
  });

  it('writes nothing when refused, and the form can be sent again', async () => {
    const before = await db.category.count();
    const refusal = await submittedForm.run({ token: 'token-d', form: 'test', at: AT }, () =>
      inTransaction(async (tx) => {
        await tx.category.create({ data: { slug: 'half', label: 'x' } });
        return refused('form.refused.notFound');
      }),
    );
    expect(refusal).toMatchObject({ ok: false, code: 'form.refused.notFound' });
    expect(await db.category.count()).toBe(before);
    expect(await send('token-d')).toMatchObject({ ok: true });
  });

  it('keeps what is written down of an attempt in vain, and the form counts as not sent', async () => {
    const attempt = () =>
      submittedForm.run({ token: 'token-j', form: 'test', content: 'misspelt', at: AT }, () =>
        inTransaction(async (tx) => {
          await tx.category.create({ data: { slug: crypto.randomUUID(), label: 'in vain' } });
          return refusedAndNoted('form.refused.notFound', {}, 'who');
        }),
      );
    const again = { ok: false, code: 'form.refused.notFound', field: 'who' };
    expect(await Promise.all([attempt(), attempt()])).toMatchObject([again, again]);
    expect(await attempt()).toMatchObject(again);
    expect(await db.category.count({ where: { label: 'in vain' } })).toBe(3);
    // What is corrected is no second sending: nothing has reached anybody.
    expect(await send('token-j', 'test', 'put right')).toMatchObject({ ok: true });
  });

  it('drops pages only after the commit', async () => {
    await makeOffice();
    const dropped: string[] = [];
    const listener = (tags: readonly string[]) => dropped.push(...tags);
    processState().dropListeners.add(listener);
    await inTransaction(async (tx) => {
      await dropPages(tx, tag('one'), tag('two'));
      expect(dropped).toEqual([]);
      return ok({});
    });
    expect(dropped).toEqual(['one', 'two']);
    await inTransaction(async (tx) => {
      await dropPages(tx, tag('three'));
      return refused('form.refused.notFound');
    });
    expect(dropped).toEqual(['one', 'two']);
    processState().dropListeners.delete(listener);
  });
});

describe('countTry', () => {
  it('lets exactly as many through as allowed, however many come at once', async () => {
    const limit = { name: 'test', max: 7, windowSeconds: 60 };
    const tries = await Promise.all(Array.from({ length: 40 }, () => countTry(limit, 'somebody')));
    expect(tries.filter(Boolean)).toHaveLength(7);
    expect(await countTry(limit, 'somebody else')).toBe(true);
  });
});
