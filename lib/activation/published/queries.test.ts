import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { now, setClock } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { officeDate } from '@/lib/core/office-time';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice } from '@/lib/testing/factories';
import { decideFormat, evaluateFormat, takeBackDecision } from '../evaluation/commands';
import { publishFormat, withdrawFormat } from '../formats/commands';
import { getFormat } from '../formats/queries';
import { evaluationInput, makeFormat, makeTrial, trialInput } from '../samples';
import { changeTrial, planTrial, strikeTrial, tryAgain } from '../trials/commands';
import { listPublished } from './queries';
import { settledPeople } from './rules';

testDatabase();

/** The database counts the hours of a decision by its own clock. */
const NOW = new Date();
const TODAY = officeDate(NOW);
let office: Actor;
let districtId = '';

beforeAll(async () => {
  setClock(NOW);
  await makeOffice();
  districtId = (await makeDistrict()).id;
  office = await makeActor({ roles: ['COORDINATOR'] });
});

beforeEach(() => setClock(NOW));

const WORDS = { publicName: 'Kaffee', publicText: 'Wir kommen in den Hof.', publicLearnt: '' };
const seen = async (id: string) => ({ id, version: (await getFormat(office, id)).version });

async function trialsOf(id: string) {
  return (await getFormat(office, id)).trials;
}

/** What the office may do, whether it is refused or not. @param n some whole number */
const STEPS: Record<string, (id: string, n: number) => Promise<unknown>> = {
  add: async (id, n) => {
    const { version } = await seen(id);
    const plan = { formatId: id, version, districtId, day: TODAY, ranBy: 'OFFICE' as const };
    const planned = await planTrial(office, plan);
    const trial = (await trialsOf(id)).find(
      (one) => planned.ok && one.id === planned.value.trialId,
    );
    if (!trial) return;
    const came = { reached: String(n), firstTimers: String(Math.floor(n / 2)) };
    await changeTrial(office, trialInput(trial, came));
  },
  correct: async (id, n) => {
    const [trial] = await trialsOf(id);
    if (!trial) return;
    const came = { reached: String((trial.reached ?? 0) + (n % 5)), firstTimers: '' };
    await changeTrial(office, trialInput(trial, came));
  },
  strike: async (id) => {
    const trials = await trialsOf(id);
    const [trial] = trials;
    if (trial && trials.length > 1)
      await strikeTrial(office, { id: trial.id, version: trial.version });
  },
  publish: async (id) => publishFormat(office, { ...WORDS, ...(await seen(id)) }),
  withdraw: async (id) => withdrawFormat(office, await seen(id)),
  evaluate: async (id) => evaluateFormat(office, evaluationInput(id, (await seen(id)).version)),
  again: async (id) => tryAgain(office, await seen(id)),
};

/** Its day is over: now nobody takes it back. */
const aDayOn = () => setClock(new Date(now().getTime() + DAY_MS));

const decide = async (id: string) => {
  const decided = { decision: 'ESTABLISHED', decidedBy: 'OFFICE', reason: '' } as const;
  return decideFormat(office, { ...decided, ...(await seen(id)) });
};

type Numbers = Record<'reached' | 'firstTimers' | 'again', number | null>;

async function told(id: string): Promise<Numbers | null> {
  const found = (await listPublished()).find((one) => one.id === id);
  if (!found) return null;
  const { reached, firstTimers } = found;
  const again = reached === null || firstTimers === null ? null : reached - firstTimers;
  return { reached, firstTimers, again };
}

/** How many people may be told from one number and another one of another day; nought is nobody. */
function smallIn(states: readonly Numbers[]): number[] {
  return (['reached', 'firstTimers', 'again'] as const).flatMap((key) => {
    const numbers = [...new Set(states.flatMap((state) => state[key] ?? []))];
    const differences = numbers.flatMap((one) => numbers.map((other) => one - other));
    return [...numbers, ...differences].filter((number) => number >= 1 && number <= 4);
  });
}

/** Always the same numbers in no order. */
function* shuffled(seed: number): Generator<number, never> {
  for (let one = seed; ; one = (one * 1103515245 + 12345) % 2147483648) yield one >> 8;
}

describe('numbers of people on the page for everybody', () => {
  it.each([1, 2, 3, 4])(
    'tell no few by what they were before, whatever is done: %i',
    async (seed) => {
      const { id } = await makeFormat(office);
      await makeTrial(office, id, districtId, TODAY);
      await STEPS.publish?.(id, 0);
      const random = shuffled(seed);
      const states: Numbers[] = [];
      const look = async () => {
        const now = await told(id);
        if (now) states.push(now);
      };
      await look();
      for (let step = 0; step < 14; step += 1) {
        const keys = Object.keys(STEPS);
        await STEPS[keys[random.next().value % keys.length] ?? '']?.(id, random.next().value % 9);
        await look();
      }
      for (const last of ['evaluate', 'publish'] as const) await STEPS[last]?.(id, 0);
      expect(await decide(id)).toMatchObject({ ok: true });
      await look();
      // Once it was a mistake.
      expect(await takeBackDecision(office, await seen(id))).toMatchObject({ ok: true });
      for (const step of ['add', 'evaluate'] as const) await STEPS[step]?.(id, 2);
      await look();
      expect(await decide(id)).toMatchObject({ ok: true });
      await look();
      expect(states.every(({ reached }) => reached === null)).toBe(true);
      aDayOn();
      await look();
      for (const step of ['correct', 'add', 'strike', 'again', 'withdraw', 'publish']) {
        await STEPS[step]?.(id, 3);
        await look();
      }
      expect(smallIn(states)).toEqual([]);
      // Something was told at all.
      expect(states.some(({ reached }) => reached !== null)).toBe(true);
    },
  );

  it('are one sum, once it is decided what becomes of it', async () => {
    const { id } = await makeFormat(office);
    await makeTrial(office, id, districtId, TODAY);
    await STEPS.publish?.(id, 0);
    await makeTrial(office, id, districtId, TODAY, { reached: '3', firstTimers: '1' });
    await STEPS.evaluate?.(id, 0);
    expect(await told(id)).toEqual({ reached: null, firstTimers: null, again: null });
    await decide(id);
    expect(await told(id)).toEqual({ reached: null, firstTimers: null, again: null });
    aDayOn();
    expect(await told(id)).toEqual({ reached: 20, firstTimers: 12, again: 8 });
  });
});

const of = (...pairs: [number, number | null][]) =>
  pairs.map(([reached, firstTimers]) => ({ reached, firstTimers }));

it.each([
  ['IN_TRIAL', of([40, 20]), null],
  ['EVALUATED', of([40, 20]), null],
  ['ESTABLISHED', of([40, 20]), { reached: 40, firstTimers: 20 }],
  ['ADJUSTED', of([40, 20], [3, 1]), { reached: 43, firstTimers: 21 }],
  ['DISCARDED', of([40, null]), { reached: 40, firstTimers: null }],
  ['DISCARDED', [], { reached: 0, firstTimers: null }],
] as const)('of what is %s with %j everybody may be told of %j', (state, held, people) => {
  const decidedAt = people === null ? null : new Date('2026-11-29T12:00:00Z');
  const at = (hour: number) => new Date(`2026-11-30T${hour}:00:00Z`);
  expect(settledPeople({ state, decidedAt }, held, at(11))).toBeNull();
  expect(settledPeople({ state, decidedAt }, held, at(12))).toEqual(people);
});

it.each([
  [of([4, 0]), null, null],
  [of([3, 1], [3, 1]), 6, null],
  [of([9, 6]), 9, null],
  [of([9, 9]), 9, 9],
])(
  'trials with %j are told as %s people, %s for the first time',
  async (trials, reached, first) => {
    const { id } = await makeFormat(office);
    for (const trial of trials)
      await makeTrial(office, id, districtId, TODAY, {
        ...{ reached: String(trial.reached), firstTimers: String(trial.firstTimers) },
      });
    for (const step of ['evaluate', 'publish'] as const) await STEPS[step]?.(id, 0);
    await decide(id);
    aDayOn();
    expect(await told(id)).toMatchObject({ reached, firstTimers: first });
  },
);
