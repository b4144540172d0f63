import sharp from 'sharp';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { accepted, codeOf } from '@/lib/testing/sign-in';
import { forgetRemovedFunders } from '../jobs';
import { findLogo, getOffice } from '../queries';
import { addFunder, changeFunder, removeFunder, restoreFunder } from './commands';
import { listFunderSettings } from './queries';
import { MOST_FUNDERS } from './rules';
import { changeFunderSchema } from './schema';

testDatabase();

let admin: Actor;
beforeAll(async () => {
  await makeOffice();
  admin = await makeActor({ roles: ['ADMIN'] });
});
beforeEach(() => ownerDb.funder.deleteMany());
afterEach(() => setClock(null));

const picture = async (side: number) => {
  const create = { width: side, height: side, channels: 3, background: '#884422' } as const;
  return new File([new Uint8Array(await sharp({ create }).png().toBuffer())], 'logo.png');
};
const shown = async () => (await getOffice({ locale: 'de' })).funders;
const hasLogo = async (logo: string) => (await findLogo(logo.split('/').at(-1) ?? '')) !== null;

async function added(name = 'Stiftung') {
  accepted(await addFunder(admin, { name, url: '', logo: await picture(20) }));
  const { standing } = await listFunderSettings(admin);
  const found = standing.find((one) => one.name === name);
  if (!found) throw new Error('it was not added');
  return found;
}

const right = { name: 'Stiftung Nord', url: 'https://nord.example', logo: null };

it('is put right by one of two who saw the same, and keeps its logo where none was brought', async () => {
  const { id, version } = await added();
  const [before] = await shown();
  const change = (name: string) => changeFunder(admin, { ...right, id, version, name });
  const both = await Promise.all([change('Stiftung Nord'), change('Stiftung Süd')]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.map(codeOf)).toContain(CHANGED_MEANWHILE);
  const [after] = await shown();
  expect(after).toMatchObject({ id, url: right.url, logo: before?.logo });
  const logo = await picture(40);
  accepted(await changeFunder(admin, { ...right, id, version: 1, logo }));
  const [other] = await shown();
  expect(other?.logo).not.toBe(before?.logo);
  expect(await hasLogo(other?.logo ?? '')).toBe(true);
  const broken = new File(['no picture'], 'logo.png');
  const refusal = await changeFunder(admin, { ...right, id, version: 2, logo: broken });
  expect(refusal).toMatchObject({ code: 'settings.refused.noPicture', field: 'logo' });
});

it('has no logo chosen where the form sends an empty file', () => {
  const typed = { id: crypto.randomUUID(), version: '0', name: 'Stiftung', url: '' };
  const read = (logo: unknown) => changeFunderSchema.safeParse({ ...typed, logo });
  expect(read(new File([], '')).data).toMatchObject({ logo: null });
  expect(read(new File(['x'], 'x.png')).data?.logo).toBeInstanceOf(File);
  expect(read('').success).toBe(false);
});

it('that was removed is on no page, and comes back with its logo for a day', async () => {
  const { id, version } = await added();
  const before = await shown();
  accepted(await removeFunder(admin, { id, version }));
  expect(await shown()).toEqual([]);
  expect(await hasLogo(before[0]?.logo ?? '')).toBe(false);
  expect(await listFunderSettings(admin)).toMatchObject({ standing: [], removed: [{ id }] });
  expect(codeOf(await changeFunder(admin, { ...right, id, version: 1 }))).toBe(
    'settings.refused.funderRemoved',
  );
  await forgetRemovedFunders();
  expect(codeOf(await restoreFunder(admin, { id, version }))).toBe(CHANGED_MEANWHILE);
  for (let twice = 0; twice < 2; twice += 1)
    accepted(await restoreFunder(admin, { id, version: 1 }));
  expect(await shown()).toEqual(before);
  expect(await hasLogo(before[0]?.logo ?? '')).toBe(true);

  accepted(await removeFunder(admin, { id, version: 2 }));
  setClock(new Date(Date.now() + DAY_MS));
  expect((await listFunderSettings(admin)).removed).toEqual([]);
  expect(codeOf(await restoreFunder(admin, { id, version: 3 }))).toBe(
    'settings.refused.removedLongAgo',
  );
  await forgetRemovedFunders();
  expect(await ownerDb.funder.count()).toBe(0);
  await expect(restoreFunder(admin, { id, version: 3 })).rejects.toThrow('NOT_FOUND');
});

it('comes back only where there is room', async () => {
  const { id, version } = await added();
  accepted(await removeFunder(admin, { id, version }));
  const data = Array.from({ length: 8 }, (_, at) => ({ name: `F ${at}`, position: at + 2 }));
  await ownerDb.funder.createMany({ data });
  expect(codeOf(await restoreFunder(admin, { id, version: 1 }))).toBe(
    'settings.refused.tooManyFunders',
  );
});

it('are no more than there is room for, also where the last two are added at once', async () => {
  for (let count = 1; count < MOST_FUNDERS; count += 1) await added(`Stiftung ${count}`);
  const logo = await picture(20);
  const both = await Promise.all(
    ['Nord', 'Süd'].map((name) => addFunder(admin, { name, url: '', logo })),
  );
  expect(
    both.map(codeOf).filter((code) => code === 'settings.refused.tooManyFunders'),
  ).toHaveLength(1);
  expect(await shown()).toHaveLength(MOST_FUNDERS);
});
