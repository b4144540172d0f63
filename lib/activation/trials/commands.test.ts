import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice } from '@/lib/testing/factories';
import { getFormat, getTrial } from '../formats/queries';
import { makeFormat, makeTrial, trialInput } from '../samples';
import { changeTrial, planTrial, strikeTrial, tryAgain } from './commands';

testDatabase();

const TODAY = '2026-11-30';
let office: Actor;
let districtId = '';
let id = '';
let trialId = '';

beforeAll(async () => {
  setClock(new Date(`${TODAY}T12:00:00+01:00`));
  await makeOffice();
  districtId = (await makeDistrict()).id;
  office = await makeActor({ roles: ['COORDINATOR'] });
});

beforeEach(async () => {
  ({ id } = await makeFormat(office));
  trialId = await makeTrial(office, id, districtId, TODAY);
});

const late = { ok: false, code: CHANGED_MEANWHILE };

it('whoever saw a format before its last trial was planned plans none and tries nothing again', async () => {
  const { version } = await getFormat(office, id);
  const plan = { districtId, day: TODAY, ranBy: 'OFFICE' as const, formatId: id, version };
  expect(await planTrial(office, plan)).toMatchObject({ ok: true });
  expect(await planTrial(office, plan)).toMatchObject(late);
  expect(await tryAgain(office, { id, version })).toMatchObject(late);
});

it('whoever saw a trial before it was changed neither changes it nor strikes it out', async () => {
  const { trial } = await getTrial(office, trialId);
  expect(await changeTrial(office, trialInput(trial))).toMatchObject({ ok: true });
  expect(await changeTrial(office, trialInput(trial))).toMatchObject(late);
  const { version } = trial;
  expect(await strikeTrial(office, { id: trialId, version })).toMatchObject(late);
  const seen = { id: trialId, version: version + 1 };
  expect(await strikeTrial(office, seen)).toMatchObject({ ok: true });
});
