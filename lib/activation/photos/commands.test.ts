import sharp from 'sharp';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { dayColumn } from '@/lib/core/day.mjs';
import { readEnv } from '@/lib/core/env.mjs';
import { AppError } from '@/lib/core/errors';
import { sweepFiles } from '@/lib/files/jobs';
import { openStorage } from '@/lib/files/storage.mjs';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeGuest, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { publishFormat } from '../formats/commands';
import { getFormat, getTrial } from '../formats/queries';
import { forgetOldActivation } from '../privacy';
import { listPublished } from '../published/queries';
import { makeFormat, makeTrial, trialInput } from '../samples';
import { changeTrial, planTrial } from '../trials/commands';
import { addPhoto, changePhoto, takePhoto } from './commands';
import { findPhoto, findShownPhoto, listPhotos } from './queries';
import { addPhotoSchema, changePhotoSchema } from './schema';

testDatabase();

type Client = Pick<typeof ownerDb, 'activationTrial'>;

let office: Actor;
let district: string;
let picture: File;

beforeAll(async () => {
  setClock(new Date('2026-11-30T12:00:00+01:00'));
  await makeOffice();
  district = (await makeDistrict()).id;
  office = await makeActor({ roles: ['COORDINATOR'] });
  const create = { width: 40, height: 30, channels: 3, background: '#345' } as const;
  const bytes = await sharp({ create }).png().toBuffer();
  picture = new File([new Uint8Array(bytes)], 'hof.png');
});

beforeEach(() => setClock(new Date('2026-11-30T12:00:00+01:00')));

const input = (trialId: string, changes: object = {}) =>
  addPhotoSchema.parse({
    ...{ trialId, photo: picture, altText: 'Ein Lastenrad im Hof', consent: 'WRITTEN' },
    ...{ consentNote: 'Ordner, Blatt 12, für das Internet', shown: 'yes', ...changes },
  });

/** A trial that was, of a format that is told of or not. */
async function tried(isPublished = true) {
  const format = await makeFormat(office);
  const trialId = await makeTrial(office, format.id, district, '2026-11-20');
  const { version } = await getFormat(office, format.id);
  const told = { publicName: 'Kaffee', publicText: 'Ein Rad im Hof.', publicLearnt: '' };
  if (isPublished) await publishFormat(office, { id: format.id, version, ...told });
  return trialId;
}

const added = async (trialId: string, changes: object = {}) => {
  expect(await addPhoto(office, input(trialId, changes))).toMatchObject({ ok: true });
  return (await listPhotos(office, trialId)).at(-1)?.id ?? '';
};

const waitsForLock = async () => {
  const rows = await ownerDb.$queryRaw<unknown[]>`
    SELECT 1 AS one FROM pg_locks JOIN pg_stat_activity USING (pid)
    WHERE NOT granted AND datname = current_database()`;
  return rows.length > 0;
};

const publicIds = async () =>
  (await listPublished()).flatMap(({ photos }) => photos.map(({ id }) => id));

describe('a photo of a trial', () => {
  it('is seen by everybody only where that was ticked and the format is told of', async () => {
    const trialId = await tried();
    const shown = await added(trialId);
    const internal = await added(trialId, { shown: '' });
    const untold = await added(await tried(false));
    const seen = async (id: string) => [
      (await findShownPhoto(id)) !== null,
      (await findPhoto(office, id)) !== null,
      (await publicIds()).includes(id),
    ];
    expect(await seen(shown)).toEqual([true, true, true]);
    expect(await seen(internal)).toEqual([false, true, false]);
    expect(await seen(untold)).toEqual([false, true, false]);
    await expect(findPhoto(makeGuest() as never, internal)).rejects.toThrow();
  });

  it('whose consent is taken back is gone from everywhere, and in the night from the store', async () => {
    const id = await added(await tried());
    const { fileId } = await ownerDb.activationPhoto.findUniqueOrThrow({ where: { id } });
    await expect(takePhoto(makeGuest(), { id })).rejects.toThrow();
    expect(await takePhoto(office, { id })).toMatchObject({ ok: true });
    expect([await findShownPhoto(id), await findPhoto(office, id)]).toEqual([null, null]);
    expect(await publicIds()).not.toContain(id);
    await sweepFiles();
    expect(await openStorage(readEnv()).has(fileId)).toBe(false);
  });

  it('is hidden and described better without being deleted, by one of two who saw the same', async () => {
    const id = await added(await tried());
    const said = { altText: 'Ein Lastenrad', consent: 'WRITTEN', consentNote: 'Blatt 12' };
    const change = (changes: object = {}) =>
      changePhoto(office, changePhotoSchema.parse({ id, version: '0', ...said, ...changes }));
    await expect(changePhoto(makeGuest(), { id } as never)).rejects.toThrow();
    expect(await change({ altText: 'Frau Krause lacht' })).toMatchObject({ field: 'altText' });
    const both = await Promise.all([change(), change({ altText: 'Ein anderes Rad' })]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect([await findShownPhoto(id), await publicIds()]).toEqual([
      null,
      expect.not.arrayContaining([id]),
    ]);
    expect(await findPhoto(office, id)).not.toBeNull();
    expect(await change({ version: '1', shown: 'yes' })).toMatchObject({ ok: true });
    expect(await findShownPhoto(id)).not.toBeNull();
    const { success } = changePhotoSchema.safeParse({ id, version: '2', ...said, consentNote: '' });
    expect(success).toBe(false);
  });

  it('that two take away at once is gone for one, and not there for the other', async () => {
    const id = await added(await tried());
    const both = await Promise.allSettled([takePhoto(office, { id }), takePhoto(office, { id })]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [late] = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(late).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('says who agreed where, names nobody, and comes when the trial was', async () => {
    const trialId = await tried();
    const wrong = (changes: object) =>
      addPhotoSchema.safeParse({ ...input(trialId), ...changes, shown: 'yes' }).success;
    expect(wrong({ consentNote: '' })).toBe(false);
    expect(wrong({ consent: 'NOBODY' })).toBe(false);
    expect(await addPhoto(office, input(trialId, { altText: 'Frau Krause lacht' }))).toMatchObject({
      field: 'altText',
    });
    const noPicture = new File(['Guten Tag'], 'hof.png');
    expect(await addPhoto(office, input(trialId, { photo: noPicture }))).toMatchObject({
      field: 'photo',
    });
    const { id, version } = await makeFormat(office);
    const plan = { formatId: id, version, districtId: district, ranBy: 'OFFICE' as const };
    const planned = await planTrial(office, { ...plan, day: '2026-12-24' });
    const coming = planned.ok ? planned.value.trialId : '';
    expect(await addPhoto(office, input(coming))).toMatchObject({
      code: 'activation-photos.refused.notYet',
    });
  });

  it('is one of five, also when several come at once', async () => {
    const trialId = await tried();
    const all = await Promise.all(
      Array.from({ length: 7 }, () => addPhoto(office, input(trialId))),
    );
    expect(all.filter(({ ok }) => ok)).toHaveLength(5);
    expect(all.find(({ ok }) => !ok)).toMatchObject({ code: 'activation-photos.refused.full' });
  });

  it('that not everybody sees goes after twelve months', async () => {
    const trialId = await tried();
    const [shown, internal] = [await added(trialId), await added(trialId, { shown: '' })];
    setClock(new Date('2027-11-20T12:00:00+01:00'));
    await forgetOldActivation();
    expect(await listPhotos(office, trialId)).toHaveLength(2);
    setClock(new Date('2027-11-22T12:00:00+01:00'));
    await forgetOldActivation();
    expect((await listPhotos(office, trialId)).map(({ id }) => id)).toEqual([shown]);
    expect(await findPhoto(office, internal)).toBeNull();
  });

  it('of a trial nobody counted is seen by nobody outside, and goes after twelve months, too', async () => {
    const counted = await tried();
    const { formatId } = await ownerDb.activationTrial.findUniqueOrThrow({
      where: { id: counted },
    });
    const { version } = await getFormat(office, formatId);
    const plan = { formatId, version, districtId: district, ranBy: 'OFFICE' as const };
    const planned = await planTrial(office, { ...plan, day: '2026-11-20' });
    const trialId = planned.ok ? planned.value.trialId : '';
    const [kept, gone] = [await added(counted), await added(trialId)];
    expect([await findShownPhoto(gone), (await publicIds()).includes(gone)]).toEqual([null, false]);
    setClock(new Date('2027-11-22T12:00:00+01:00'));
    await forgetOldActivation();
    const left = async (id: string) => (await listPhotos(office, id)).map((photo) => photo.id);
    expect([await left(counted), await left(trialId)]).toEqual([[kept], []]);
  });

  it('keeps its trial from being put off: of what is to come nobody has one', async () => {
    const trialId = await tried();
    await added(trialId);
    const { trial } = await getTrial(office, trialId);
    const later = { reached: '', firstTimers: '', day: '2026-12-24' };
    expect(await changeTrial(office, trialInput(trial, later))).toMatchObject({
      code: 'activation-trials.refused.photographed',
    });
    const same = trialInput(trial, { day: '2026-11-21' });
    expect(await changeTrial(office, same)).toMatchObject({ ok: true });
  });

  const gone = (id: string, tx: Client) => tx.activationTrial.delete({ where: { id } });
  const putOff = (id: string, tx: Client) =>
    tx.activationTrial.update({
      where: { id },
      data: { reached: null, firstTimers: null, day: dayColumn('2026-12-24') },
    });

  it.each([
    ['is struck out', gone, 'NOT_FOUND'],
    ['is put off', putOff, 'notYet'],
  ])('of a trial that %s at this moment is no fault', async (_what, change, answer) => {
    const { id: formatId } = await makeFormat(office);
    await makeTrial(office, formatId, district, '2026-11-19');
    const trialId = await makeTrial(office, formatId, district, '2026-11-20');
    let adding: Promise<unknown> | undefined;
    await ownerDb.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM activation_formats WHERE id = ${formatId}::uuid FOR NO KEY UPDATE`;
      adding = addPhoto(office, input(trialId)).then(
        (result) => (result.ok ? 'ok' : result.code),
        (error) => (error instanceof AppError ? error.code : String(error)),
      );
      await expect.poll(waitsForLock).toBe(true);
      await change(trialId, tx);
    });
    expect(await adding).toContain(answer);
  });

  it.each([
    [{ consentNote: '' }, /consent/],
    [{ consent: 'NOBODY' as const }, /consent/],
    [{ altText: '' }, /say_what_is_seen/],
    [{ position: 6 }, /few/],
  ])('does not lie in the database with %j', async (data, answer) => {
    const id = await added(await tried());
    await expect(ownerDb.activationPhoto.update({ where: { id }, data })).rejects.toThrow(answer);
  });
});
