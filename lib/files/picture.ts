import 'server-only';
import sharp, { type Sharp } from 'sharp';
import { readEnv } from '@/lib/core/env.mjs';
import { keepFile } from './steps';
import { openStorage, type Storage } from './storage.mjs';
import type { KeptFile } from './types';

/** Telephones make pictures of 50 megapixels; they are made smaller while they are read. */
const MOST_PIXELS = 64_000_000;
/** Above what a form may bring; it ends what would have no end. */
const MOST_BROUGHT = 14_000_000;

interface Kind {
  mostBytes: number;
  /** Sizes to try, in pixels, until the picture is small enough. */
  boxes: readonly (readonly [width: number, height: number])[];
  write(picture: Sharp): Sharp;
}

const LOGO: Kind = {
  mostBytes: 50_000,
  boxes: [
    [480, 180],
    [320, 120],
    [200, 75],
  ],
  write: (picture) => picture.png({ compressionLevel: 9, palette: true }),
};

const PHOTO: Kind = {
  mostBytes: 220_000,
  boxes: [
    [1200, 900],
    [900, 675],
    [600, 450],
  ],
  write: (picture) => picture.flatten({ background: '#fff' }).jpeg({ quality: 78 }),
};

/** By what is in them, whatever a file calls itself. Vector formats are no pictures but programs. */
const RASTER = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/**
 * Makes a logo from whatever was uploaded: decoded, scaled down and written anew, so that nothing of the
 * original file (scripts, places, cameras) is kept.
 * @returns a PNG of at most 50 kB in the store, or `null` when this is no picture we can read
 */
export const keepLogo = (upload: Blob): Promise<KeptFile | null> => keepPicture(upload, LOGO);

/** The same of a photo. @returns a JPEG of at most 220 kB in the store, or `null` */
export const keepPhoto = (upload: Blob): Promise<KeptFile | null> => keepPicture(upload, PHOTO);

async function keepPicture(upload: Blob, kind: Kind): Promise<KeptFile | null> {
  const storage = openStorage(readEnv());
  const brought = await storage.receive(upload.stream(), MOST_BROUGHT);
  try {
    return RASTER.has(brought.type) ? await keepSmall(storage, brought.path, kind) : null;
  } finally {
    await storage.discard(brought);
  }
}

async function keepSmall(storage: Storage, file: string, kind: Kind): Promise<KeptFile | null> {
  for (const box of kind.boxes) {
    const written = await encode(file, box, kind);
    if (written === null) return null;
    if (written.length <= kind.mostBytes)
      return keepFile(await storage.receive([written], kind.mostBytes));
  }
  return null;
}

async function encode(
  file: string,
  [width, height]: Kind['boxes'][number],
  { write }: Kind,
): Promise<Buffer | null> {
  try {
    const read = sharp(file, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
    const turned = read.rotate().resize({ width, height, fit: 'inside', withoutEnlargement: true });
    return await write(turned).toBuffer();
  } catch {
    return null;
  }
}
