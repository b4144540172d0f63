import fs from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { readEnv } from '@/lib/core/env.mjs';
import { processState } from '@/lib/core/process-state.mjs';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice, whyNotAllowed } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { accepted, codeOf } from '@/lib/testing/sign-in';
import { saveCategory, saveDistrict, saveOffice, saveOpeningHours, saveOwnText } from './commands';
import { addFunder, removeFunder } from './funders/commands';
import { storeFormerLogos } from './jobs';
import { findLogo, getOffice, listCategorySettings, listDistrictSettings } from './queries';
import { districtsToChoose } from './rules';

testDatabase();

let admin: Actor;
beforeEach(async () => {
  await ownerDb.district.deleteMany();
  await ownerDb.officeSettings.deleteMany();
  await ownerDb.funder.deleteMany();
  await ownerDb.ownText.deleteMany();
  await ownerDb.storedFile.deleteMany();
  await makeOffice();
  admin = await makeActor({ roles: ['ADMIN'] });
});

describe('what only the carrier can say of itself', () => {
  const texts = { text: 'Wir verleihen Biertische.', textEasy: '', textEn: 'We lend tables.' };
  const save = (version: number, changes: Partial<typeof texts> = {}) =>
    saveOwnText(admin, { key: 'MATERIAL', version, ...texts, ...changes });

  it('is said nowhere until it is filled in, and by one of two who saw the same', async () => {
    expect((await getOffice(german)).ownTexts).toEqual({});
    const [one, other] = [await save(0), await save(0)];
    expect([one.ok, codeOf(other)]).toEqual([true, CHANGED_MEANWHILE]);
    const said = async (locale: string) => (await getOffice({ locale })).ownTexts.MATERIAL;
    expect(await said('en')).toEqual({ text: 'We lend tables.', lang: 'en' });
    expect(await said('de-LS')).toEqual({ text: 'Wir verleihen Biertische.', lang: 'de' });
    await save(1, { text: '' });
    expect(await said('en')).toBeUndefined();
  });
});

const german = { locale: 'de' };
const newDistrict = {
  id: '',
  version: 1,
  name: 'Neuer Hang',
  description: '',
  places: ['Spielplatz', 'Kaufhalle'],
  position: 1,
  active: true,
};

async function pngFile(width: number, height: number): Promise<File> {
  const image = sharp({ create: { width, height, channels: 3, background: '#a33a2a' } });
  return new File([new Uint8Array(await image.png().toBuffer())], 'logo.png');
}

describe('settings', () => {
  it('are read anew at once after a change, and every page is dropped', async () => {
    const dropped: string[] = [];
    const listener = (tags: readonly string[]) => void dropped.push(...tags);
    processState().dropListeners.add(listener);
    expect((await getOffice(german)).phone).toBe('030 23125-100');
    accepted(
      await saveOffice(admin, { part: 'office', version: 1, changes: { phone: '030 23125-999' } }),
    );
    processState().dropListeners.delete(listener);
    expect((await getOffice(german)).phone).toBe('030 23125-999');
    expect(dropped).toContain('settings');
  });

  it('leave alone what was not sent', async () => {
    accepted(
      await saveOffice(admin, { part: 'promises', version: 1, changes: { promiseWorkdays: 9 } }),
    );
    const office = await getOffice(german);
    expect([office.promiseWorkdays, office.officeName]).toEqual([9, 'Stadtteilbüro Musterberg']);
  });

  it('replace the opening hours', async () => {
    const hours = [{ weekday: 4, from: '14:00', to: '17:00' }];
    accepted(await saveOpeningHours(admin, { version: 1, hours }));
    expect((await getOffice(german)).openingHours).toEqual(hours);
  });

  it('are the admin’s alone', async () => {
    for (const stranger of [
      await makeActor(),
      await makeActor({ roles: ['COORDINATOR'] }),
      await makeActor({ roles: ['ADMIN'], secondFactor: false }),
    ]) {
      await expect(
        saveOffice(stranger, { part: 'office', version: 1, changes: {} }),
      ).rejects.toThrow(whyNotAllowed(stranger));
      await expect(saveOpeningHours(stranger, { version: 1, hours: [] })).rejects.toThrow(
        whyNotAllowed(stranger),
      );
      await expect(saveDistrict(stranger, newDistrict)).rejects.toThrow(whyNotAllowed(stranger));
      await expect(listDistrictSettings(stranger)).rejects.toThrow(whyNotAllowed(stranger));
      await expect(listCategorySettings(stranger)).rejects.toThrow(whyNotAllowed(stranger));
    }
  });
});

describe('districts', () => {
  it('are added with their places and keep their address when renamed', async () => {
    accepted(await saveDistrict(admin, newDistrict));
    const [made] = (await getOffice(german)).districts;
    expect(made).toMatchObject({ slug: 'neuer-hang', places: ['Kaufhalle', 'Spielplatz'] });
    const change = { ...newDistrict, id: made?.id ?? '', name: 'Hang', places: ['Kaufhalle'] };
    accepted(await saveDistrict(admin, change));
    const [changed] = (await getOffice(german)).districts;
    expect(changed).toMatchObject({ slug: 'neuer-hang', name: 'Hang', places: ['Kaufhalle'] });
  });

  it('of the same name get different addresses', async () => {
    await Promise.all([1, 2, 3].map(() => saveDistrict(admin, newDistrict)));
    const slugs = (await listDistrictSettings(admin)).map(({ slug }) => slug).sort();
    expect(slugs).toEqual(['neuer-hang', 'neuer-hang-2', 'neuer-hang-3']);
  });

  it('cannot all be taken away', async () => {
    const { id } = await makeDistrict();
    const off = { ...newDistrict, id, active: false };
    expect(codeOf(await saveDistrict(admin, off))).toBe('settings.refused.lastDistrict');
    await makeDistrict();
    expect((await saveDistrict(admin, off)).ok).toBe(true);
    const office = await getOffice(german);
    expect(office.districts).toHaveLength(1);
    // What came from there is still named, and a form of then still offers it.
    expect(office.everyDistrict).toHaveLength(2);
    const gone = office.everyDistrict.find((district) => district.id === id);
    expect(gone?.name).toBeTruthy();
    expect(districtsToChoose(office, [])).toEqual(office.districts);
    expect(districtsToChoose(office, [gone?.slug ?? ''])).toEqual(office.everyDistrict);
  });

  it('that do not exist are not found', async () => {
    await makeDistrict();
    const unknown = { ...newDistrict, id: admin.id };
    await expect(saveDistrict(admin, unknown)).rejects.toThrow('NOT_FOUND');
  });
});

describe('subjects', () => {
  it('have a name in each language', async () => {
    const input = { label: 'Wege', labelEn: 'Paths', labelEasy: '', position: 1, active: true };
    accepted(await saveCategory(admin, { id: '', version: 1, ...input }));
    const names = ['de', 'de-LS', 'en'].map(async (locale) =>
      (await getOffice({ locale })).categories.map(({ label }) => label),
    );
    expect(await Promise.all(names)).toEqual([['Wege'], ['Wege'], ['Paths']]);
  });
});

describe('funders', () => {
  const funder = { name: 'Stiftung', url: '' };

  it('have their logo written anew as a small PNG', async () => {
    const logo = await pngFile(2000, 900);
    accepted(await addFunder(admin, { ...funder, logo }));
    const [shown] = (await getOffice(german)).funders;
    const [, name = ''] = /^\/api\/pictures\/([\w-]{22}\.png)$/.exec(shown?.logo ?? '') ?? [];
    const bytes = await findLogo(name);
    expect(bytes?.length).toBeLessThan(50_000);
    expect((await sharp(bytes ?? Buffer.alloc(0)).metadata()).width).toBeLessThanOrEqual(480);
    accepted(await removeFunder(admin, { id: shown?.id ?? '', version: 0 }));
    expect(await findLogo(name)).toBeNull();
  });

  it('take along the logo they had before there was a store, once', async () => {
    const logo = Buffer.from(await (await pngFile(20, 20)).arrayBuffer());
    const formerLogo = logo.toString('base64');
    await ownerDb.funder.create({ data: { name: 'Stiftung', position: 1, formerLogo } });
    await Promise.all([storeFormerLogos(), storeFormerLogos()]);
    await storeFormerLogos();
    const [shown] = (await getOffice(german)).funders;
    const name = shown?.logo.split('/').at(-1) ?? '';
    expect(await findLogo(name)).toEqual(logo);
    expect(await ownerDb.storedFile.count({ where: { keptAt: { not: null } } })).toBe(1);
  });

  it('show no picture that somebody put there instead', async () => {
    accepted(await addFunder(admin, { ...funder, logo: await pngFile(20, 20) }));
    const [shown] = (await getOffice(german)).funders;
    const name = shown?.logo.split('/').at(-1) ?? '';
    expect(await findLogo(name)).not.toBeNull();
    const { id } = await ownerDb.storedFile.findFirstOrThrow();
    const { DATA_DIR } = readEnv();
    fs.writeFileSync(path.join(DATA_DIR, 'files', id.slice(0, 2), id), 'another');
    expect(await findLogo(name)).toBeNull();
  });

  it.each([
    ['a drawing that is a program', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a page', '<html><script>alert(1)</script>'],
    ['nothing', ''],
    ['a broken picture', '\u0089PNG\r\n\u001a\n broken'],
  ])('cannot have as logo %s', async (_what, text) => {
    const logo = new File([Buffer.from(text, 'latin1')], 'logo.png');
    const result = await addFunder(admin, { ...funder, logo });
    expect(codeOf(result)).toBe('settings.refused.noPicture');
  });

  it('cannot have a picture of more than 24 megapixels', async () => {
    const logo = await pngFile(6000, 4100);
    expect(codeOf(await addFunder(admin, { ...funder, logo }))).toBe('settings.refused.noPicture');
  });

  it('are all kept when added at the same moment, and can be removed', async () => {
    const logo = await pngFile(20, 20);
    const names = ['A', 'B', 'C', 'D'];
    await Promise.all(names.map((name) => addFunder(admin, { name, url: '', logo })));
    const before = (await getOffice(german)).funders;
    expect(before.map(({ name }) => name).sort()).toEqual(names);
    const [first] = before;
    for (let twice = 0; twice < 2; twice += 1)
      accepted(await removeFunder(admin, { id: first?.id ?? '', version: 0 }));
    expect((await getOffice(german)).funders).toHaveLength(3);
  });
});

describe('two people who saw the same', () => {
  const oneOf = async (both: readonly Promise<{ ok: boolean }>[]) => {
    const results = await Promise.all(both);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ code: CHANGED_MEANWHILE });
    return results.findIndex(({ ok }) => ok);
  };

  it('change the office one after the other', async () => {
    const names = ['Büro Nord', 'Büro Süd'];
    const change = (officeName: string) =>
      saveOffice(admin, { part: 'office', version: 1, changes: { officeName } });
    const first = await oneOf(names.map(change));
    expect((await getOffice(german)).officeName).toBe(names[first]);
    const late = await saveOpeningHours(admin, { version: 1, hours: [] });
    expect(codeOf(late)).toBe(CHANGED_MEANWHILE);
  });

  it('change a district one after the other, with its places', async () => {
    const { id } = await makeDistrict();
    const change = (place: string) =>
      saveDistrict(admin, { ...newDistrict, id, name: place, places: [place] });
    const first = await oneOf(['Markt', 'Hafen'].map(change));
    const [kept] = await listDistrictSettings(admin);
    const name = ['Markt', 'Hafen'][first];
    expect(kept).toMatchObject({ name, places: [name] });
  });

  it('change a subject one after the other', async () => {
    await ownerDb.category.deleteMany();
    const input = { label: 'Wege', labelEn: '', labelEasy: '', position: 1, active: true };
    accepted(await saveCategory(admin, { id: '', version: 0, ...input }));
    const [made] = await listCategorySettings(admin);
    const change = (label: string) =>
      saveCategory(admin, { ...input, id: made?.id ?? '', version: made?.version ?? 0, label });
    const first = await oneOf(['Straßen', 'Plätze'].map(change));
    const [kept] = await listCategorySettings(admin);
    expect(kept?.label).toBe(['Straßen', 'Plätze'][first]);
  });
});
