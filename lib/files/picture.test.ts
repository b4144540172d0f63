import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { expect, it, test } from 'vitest';
import { readEnv } from '@/lib/core/env.mjs';
import { testDatabase } from '@/lib/testing/database';
import { keepLogo, keepPhoto } from './picture';
import { openStorage } from './storage.mjs';

testDatabase();

const upload = (bytes: string | Buffer) => new Blob([new Uint8Array(Buffer.from(bytes))]);

const photo = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: '#345' } })
    .withExif({ IFD0: { Artist: 'Kanarienvogel' } })
    .jpeg()
    .toBuffer();

it('is kept as a small picture made anew, without what the original told besides', async () => {
  const brought = await photo();
  expect(brought.includes('Kanarienvogel')).toBe(true);
  const kept = await keepLogo(upload(brought));
  const stream = await openStorage(readEnv()).open(kept?.id ?? '');
  if (!stream) throw new Error('it is not in the store');
  const png = await buffer(stream);
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 270, height: 180 });
  expect(png.length).toBeLessThanOrEqual(50_000);
  expect(png.includes('Kanarienvogel')).toBe(false);
});

it('a photo is kept as a JPEG that fits a page, without where and with what it was taken', async () => {
  const kept = await keepPhoto(
    upload(
      await sharp(await photo())
        .resize(2400, 1600)
        .withExif({ IFD0: { Artist: 'Kanarienvogel' } })
        .jpeg()
        .toBuffer(),
    ),
  );
  const stream = await openStorage(readEnv()).open(kept?.id ?? '');
  if (!stream) throw new Error('it is not in the store');
  const jpeg = await buffer(stream);
  expect(await sharp(jpeg).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 800 });
  expect(jpeg.length).toBeLessThanOrEqual(220_000);
  expect(jpeg.includes('Kanarienvogel')).toBe(false);
  expect(await keepPhoto(upload('Guten Tag'))).toBeNull();
});

it('of a telephone of today is taken, however many pixels it has', async () => {
  const create = { width: 6144, height: 4096, channels: 3, background: '#345' } as const;
  const made = sharp({ create });
  expect(await keepPhoto(upload(await made.clone().jpeg().toBuffer()))).not.toBeNull();
  // What is read whole may not be as large.
  expect(await keepPhoto(upload(await made.png().toBuffer()))).toBeNull();
});

test.each([
  ['no picture', 'Guten Tag'],
  ['a picture that is a program', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
  ['a picture that breaks off', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
])('%s is none', async (_what, bytes) => {
  expect(await keepLogo(upload(bytes))).toBeNull();
});
