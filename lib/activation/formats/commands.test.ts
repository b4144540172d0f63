import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { dayColumn } from '@/lib/core/day.mjs';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeGuest, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { getComparison } from '../compare/queries';
import { decideFormat, evaluateFormat } from '../evaluation/commands';
import { decideSchema } from '../evaluation/schema';
import { forgetOldActivation } from '../privacy';
import { listPublished } from '../published/queries';
import { formatRow, trialRow } from '../rows.mjs';
import {
  evaluationInput,
  formatInput,
  makeFormat,
  makeTrial,
  settle,
  trialInput,
} from '../samples';
import { changeTrial, planTrial, strikeQuotes, strikeTrial, tryAgain } from '../trials/commands';
import { changeTrialSchema } from '../trials/schema';
import { addFormat, changeFormat, describeFormat, publishFormat } from './commands';
import { getFormat, getTrial, listFormats } from './queries';
import { LENGTHS } from './rules';

testDatabase();

const NOW = new Date('2026-11-30T12:00:00+01:00');
const TODAY = '2026-11-30';
let office: Actor;
let districtId = '';

beforeAll(async () => {
  setClock(NOW);
  await makeOffice();
  districtId = (await makeDistrict()).id;
  office = await makeActor({ roles: ['COORDINATOR'] });
});

beforeEach(() => setClock(NOW));

const seen = async (id: string) => ({ id, version: (await getFormat(office, id)).version });

describe('a format', () => {
  it('begins as an idea, is a concept with goal and procedure, and is in trial when one is planned', async () => {
    const added = await addFormat(office, formatInput({ procedure: '' }));
    const id = added.ok ? added.value.id : '';
    expect(await describeFormat(office, await seen(id))).toMatchObject({
      code: 'activation.refused.notDescribed',
    });
    const plan = { districtId, day: '2026-12-05', ranBy: 'OFFICE' as const };
    const early = await planTrial(office, { ...plan, formatId: id, version: 0 });
    expect(early).toMatchObject({ code: 'activation.refused.notDescribed' });
    await changeFormat(office, { ...formatInput(), ...(await seen(id)) });
    expect(await describeFormat(office, await seen(id))).toMatchObject({ ok: true });
    const emptied = { ...formatInput({ goal: '' }), ...(await seen(id)) };
    expect(await changeFormat(office, emptied)).toMatchObject({ field: 'goal' });
    const { version } = await seen(id);
    const planned = await planTrial(office, { ...plan, formatId: id, version });
    expect(planned).toMatchObject({ ok: true });
    expect(await getFormat(office, id)).toMatchObject({ state: 'IN_TRIAL', costCents: 2250 });
  });

  it('is changed by one of two who saw the same', async () => {
    const { id, version } = await makeFormat(office);
    const change = (name: string) =>
      changeFormat(office, { ...formatInput({ name }), id, version });
    const both = await Promise.all([change('Kaffee'), change('Suppe')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('is nothing for guests', async () => {
    await expect(listFormats(makeGuest())).rejects.toThrow('SIGN_IN_REQUIRED');
    await expect(addFormat(await makeActor(), formatInput())).rejects.toThrow('NOT_FOUND');
  });
});

describe('a trial', () => {
  it('says what came of it once its day is there, and nothing of persons', async () => {
    const { id, version } = await makeFormat(office);
    const plan = { formatId: id, version, districtId, day: '2026-12-05', ranBy: 'OFFICE' as const };
    const planned = await planTrial(office, plan);
    const { trial } = await getTrial(office, planned.ok ? planned.value.trialId : '');
    expect(await changeTrial(office, trialInput(trial))).toMatchObject({ field: 'reached' });
    const held = { ...trial, day: TODAY };
    const named = trialInput(held, { quotes: 'Frau Krause sagt: endlich!' });
    expect(await changeTrial(office, named)).toMatchObject({ field: 'quotes' });
    const numbers = trialInput(held, { proposalNumbers: '99999' });
    expect(await changeTrial(office, numbers)).toMatchObject({ field: 'proposalNumbers' });
    expect(await changeTrial(office, trialInput(held, { quotes: 'Endlich!' }))).toMatchObject({
      ok: true,
    });
    expect(await getTrial(office, trial.id)).toMatchObject({
      trial: { reached: 17, firstTimers: 11, costCents: 2200, staffMinutes: 300, proposals: null },
    });
    const more = { ...trial, id: trial.id, reached: '3', firstTimers: '4' };
    const read = changeTrialSchema.safeParse({
      ...more,
      costCents: '',
      proposals: '',
      weather: '',
      proposalNumbers: '',
      staffMinutes: '',
    });
    expect(read.error?.issues.map(({ path }) => path[0])).toEqual(['firstTimers']);
  });

  it('that fell through is struck out, and without any it is a concept again, told to nobody', async () => {
    const { id } = await makeFormat(office);
    const trials = [
      await makeTrial(office, id, districtId, TODAY),
      await makeTrial(office, id, districtId, '2026-11-01'),
    ];
    const words = { publicName: 'Kaffee', publicText: 'Wir kommen in den Hof.', publicLearnt: '' };
    await publishFormat(office, { ...words, ...(await seen(id)) });
    for (const [index, trialId] of trials.entries()) {
      const { trial } = await getTrial(office, trialId);
      await strikeTrial(office, { id: trialId, version: trial.version });
      const state = index === 0 ? 'IN_TRIAL' : 'CONCEPT';
      expect(await getFormat(office, id)).toMatchObject({ state, published: index === 0 });
    }
  });

  it('is begun again today by one press: of what goes on here, of all else as the next edition', async () => {
    const { id } = await makeFormat(office);
    expect(await tryAgain(office, await seen(id))).toMatchObject({
      code: 'activation.refused.neverTried',
    });
    await makeTrial(office, id, districtId, '2026-11-01');
    await tryAgain(office, await seen(id));
    const { trials } = await getFormat(office, id);
    expect(trials.map(({ day, reached }) => [day, reached])).toEqual([
      [TODAY, null],
      ['2026-11-01', 17],
    ]);
    await settle(office, id, 'DISCARDED');
    const old = await seen(id);
    const both = await Promise.all([tryAgain(office, old), tryAgain(office, old)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const { next } = await getFormat(office, id);
    expect(await getFormat(office, next?.id ?? '')).toMatchObject({
      ...{ state: 'IN_TRIAL', edition: 2, procedure: 'Aufbauen\nZuhören', published: false },
      ...{
        evaluation: null,
        reason: '',
        follows: { id },
        trials: [{ day: TODAY, districtId, reached: null }],
      },
    });
    expect(await tryAgain(office, await seen(id))).toMatchObject({
      code: 'activation.refused.followed',
    });
  });
});

describe('what becomes of a format', () => {
  it('is established only after an evaluated trial, and then stays', async () => {
    const { id } = await makeFormat(office);
    const decided = { decision: 'ESTABLISHED', decidedBy: 'TOGETHER', reason: '' } as const;
    const decide = async () => decideFormat(office, { ...decided, ...(await seen(id)) });
    const evaluate = async () =>
      evaluateFormat(office, evaluationInput(id, (await seen(id)).version));
    expect(await evaluate()).toMatchObject({ code: 'activation.refused.notNow' });
    const { version } = await seen(id);
    await planTrial(office, { formatId: id, version, districtId, day: TODAY, ranBy: 'PARTNER' });
    expect(await evaluate()).toMatchObject({ code: 'activation-evaluation.refused.nothingHeld' });
    const trialId = await makeTrial(office, id, districtId, TODAY);
    expect(await decide()).toMatchObject({ code: 'activation-evaluation.refused.notYet' });
    expect(await evaluate()).toMatchObject({ ok: true });
    const { trial } = await getTrial(office, trialId);
    expect(await changeTrial(office, trialInput(trial))).toMatchObject({
      code: 'activation-trials.refused.evaluated',
    });
    expect(await decide()).toMatchObject({ ok: true, value: { id } });
    expect(await evaluate()).toMatchObject({ code: 'activation.refused.notNow' });
    expect(await changeFormat(office, { ...formatInput(), ...(await seen(id)) })).toMatchObject({
      code: 'activation.refused.decided',
    });
  });

  it('adjusted goes on as the next edition, discarded needs a reason', async () => {
    const { id } = await makeFormat(office);
    await makeTrial(office, id, districtId, TODAY);
    const next = await settle(office, id, 'ADJUSTED');
    expect(await getFormat(office, id)).toMatchObject({ state: 'ADJUSTED', next: { id: next } });
    expect(await getFormat(office, next)).toMatchObject({
      state: 'CONCEPT',
      edition: 2,
      trials: [],
    });
    // Where and by whom is known of the edition before.
    expect(await tryAgain(office, await seen(next))).toMatchObject({ ok: true });
    const input = { ...(await seen(next)), decision: 'DISCARDED', decidedBy: 'OFFICE' };
    const read = decideSchema.safeParse({ ...input, reason: ' ' });
    expect(read.error?.issues.map(({ path }) => path[0])).toEqual(['reason']);
    expect(
      await decideFormat(office, decideSchema.parse({ ...input, reason: 'Zu teuer' })),
    ).toMatchObject({ ok: true });
  });
});

describe('the database', () => {
  const select = { id: true } as const;
  it.each([
    [{ goal: '' }, /are_described/],
    [{ edition: 2 }, /numbers/],
    [{ published: true, publicName: 'Kaffee', publicText: 'Im Hof' }, /own_words/],
    [{ decidedAt: NOW }, /are_decided/],
  ])('refuses a concept with %j', async (changes, why) => {
    const data = formatRow(changes);
    await expect(ownerDb.activationFormat.create({ data, select })).rejects.toThrow(why);
  });

  it.each([
    [{ firstTimers: 18 }, /numbers/],
    [{ reached: null }, /numbers/],
    [{ proposals: null, proposalNumbers: [1] }, /numbers/],
    [{ quotes: 'Ruf an: 03772 123456' }, /quote_nobody/],
  ])('refuses a trial with %j', async (changes, why) => {
    const { id: formatId } = await makeFormat(office);
    const data = trialRow({ formatId, districtId, ...changes });
    await expect(ownerDb.activationTrial.create({ data, select })).rejects.toThrow(why);
  });
});

it.each(Object.keys(LENGTHS).filter((name) => name in formatInput()))(
  'what a format is stays for good and leads to nobody: %s',
  async (field) => {
    const named = formatInput({ [field]: 'Herr Groß hat die Musik gestört' });
    expect(await addFormat(office, named)).toMatchObject({ ok: false, field });
    const { id } = await makeFormat(office);
    const change = { ...named, ...(await seen(id)) };
    expect(await changeFormat(office, change)).toMatchObject({ ok: false, field });
  },
);

it('what came of it and why it was decided stay for good and lead to nobody', async () => {
  const { id } = await makeFormat(office);
  await makeTrial(office, id, districtId, TODAY);
  for (const field of ['whatWorked', 'whatToChange'] as const) {
    const said = { ...evaluationInput(id, (await seen(id)).version), [field]: 'Frau Krause half.' };
    expect(await evaluateFormat(office, said)).toMatchObject({ ok: false, field });
  }
  const decided = { decision: 'DISCARDED', decidedBy: 'OFFICE' } as const;
  const reason = 'Kevin Meier war dagegen';
  expect(await decideFormat(office, { ...decided, reason, ...(await seen(id)) })).toMatchObject({
    ...{ ok: false, field: 'reason' },
  });
});

it('everybody reads what was published, in its own words, and no number of people yet', async () => {
  await ownerDb.activationFormat.updateMany({ data: { published: false } });
  expect(await listPublished()).toEqual([]);
  const { id } = await makeFormat(office, { name: 'Nur im Büro' });
  const words = {
    publicName: 'Kaffee im Hof',
    publicText: 'Wir kommen mit Kaffee.',
    publicLearnt: '',
  };
  expect(await publishFormat(office, { ...words, ...(await seen(id)) })).toMatchObject({
    code: 'activation.refused.notTried',
  });
  await makeTrial(office, id, districtId, TODAY, { reached: '9', firstTimers: '6' });
  const named = { ...words, publicLearnt: 'Herr Meier kam.' };
  expect(await publishFormat(office, { ...named, ...(await seen(id)) })).toMatchObject({
    field: 'publicLearnt',
  });
  await publishFormat(office, { ...words, ...(await seen(id)) });
  const [shown, ...more] = await listPublished();
  expect(more).toEqual([]);
  // What a number was yesterday would tell how few came today.
  expect(shown).toEqual({
    ...{ id, ...words, state: 'IN_TRIAL', decidedAt: null },
    ...{ trials: 1, reached: null, firstTimers: null, photos: [] },
  });
});

it('formats are compared by what is counted', async () => {
  const { id } = await makeFormat(office, { name: 'Vergleich' });
  await makeTrial(office, id, districtId, TODAY, { staffMinutes: '2' });
  const { ranked } = await getComparison(office);
  expect(ranked.find((one) => one.id === id)).toMatchObject({ rate: 5.5, trials: 1, few: true });
});

it('after twelve months nothing is left of what people said, also of what was decided', async () => {
  const { id } = await makeFormat(office);
  const trialId = await makeTrial(office, id, districtId, TODAY, { quotes: 'Endlich!' });
  await settle(office, id, 'ESTABLISHED');
  const day = dayColumn(TODAY);
  setClock(new Date('2027-11-29T12:00:00+01:00'));
  await forgetOldActivation();
  expect(await getTrial(office, trialId)).toMatchObject({ trial: { quotes: 'Endlich!' } });
  setClock(new Date('2027-12-02T12:00:00+01:00'));
  expect(await forgetOldActivation()).toMatchObject({ ok: true });
  const kept = await ownerDb.activationTrial.findUniqueOrThrow({ where: { id: trialId } });
  expect(kept).toMatchObject({ quotes: '', reached: 17, day });
});

it('an idea that was discarded and what is only planned are told to nobody', async () => {
  const words = { publicName: 'Suppe', publicText: 'Wir kochen.', publicLearnt: '' };
  const told = async (id: string) => publishFormat(office, { ...words, ...(await seen(id)) });
  const planned = await makeFormat(office);
  const plan = { districtId, day: '2027-03-01', ranBy: 'OFFICE' as const };
  await planTrial(office, { ...plan, formatId: planned.id, version: planned.version });
  const idea = await makeFormat(office);
  const decided = { decision: 'DISCARDED', decidedBy: 'OFFICE', reason: 'Zu teuer' } as const;
  await decideFormat(office, { ...decided, ...(await seen(idea.id)) });
  for (const id of [planned.id, idea.id])
    expect(await told(id)).toMatchObject({ code: 'activation.refused.notTried' });
});

it('the goal that was evaluated stays, and what was said can go from what was decided', async () => {
  const { id } = await makeFormat(office);
  const trialId = await makeTrial(office, id, districtId, TODAY, { quotes: 'Die Ärztin kam.' });
  const evaluated = await evaluateFormat(office, evaluationInput(id, (await seen(id)).version));
  expect(evaluated.ok).toBe(true);
  const other = { ...formatInput({ goal: 'Etwas anderes' }), ...(await seen(id)) };
  expect(await changeFormat(office, other)).toMatchObject({
    ...{ code: 'activation.refused.goalStays', field: 'goal' },
  });
  await settle(office, id, 'ESTABLISHED');
  const { version } = (await getTrial(office, trialId)).trial;
  expect(await strikeQuotes(office, { id: trialId, version })).toMatchObject({ ok: true });
  expect((await getTrial(office, trialId)).trial).toMatchObject({ quotes: '', reached: 17 });
});

describe('what was said and struck does not come back', () => {
  const heard = { quotes: 'Die Ärztin kam.' };

  it.each(['office', 'time'])('by a form that was open before the %s took it away', async (by) => {
    const { id } = await makeFormat(office);
    const trialId = await makeTrial(office, id, districtId, TODAY, heard);
    const { trial } = await getTrial(office, trialId);
    const open = trialInput(trial, heard);
    if (by === 'office') {
      expect(await strikeQuotes(office, { id: trialId, version: trial.version })).toMatchObject({
        ok: true,
      });
    } else {
      setClock(new Date('2027-12-02T12:00:00+01:00'));
      await forgetOldActivation();
    }
    expect(await changeTrial(office, open)).toMatchObject({ code: CHANGED_MEANWHILE });
    const kept = await ownerDb.activationTrial.findUniqueOrThrow({ where: { id: trialId } });
    expect(kept).toMatchObject({ quotes: '', reached: 17 });
  });

  it('once by each of two who saw the same', async () => {
    const { id } = await makeFormat(office);
    const trialId = await makeTrial(office, id, districtId, TODAY, heard);
    const { version } = (await getTrial(office, trialId)).trial;
    const strike = () => strikeQuotes(office, { id: trialId, version });
    const both = await Promise.all([strike(), strike()]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
