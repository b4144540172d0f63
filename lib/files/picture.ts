import 'server-only';
import sharp, { type Sharp } from 'sharp';
import { readEnv } from '@/lib/core/env.mjs';
import type { Received } from './incoming.mjs';
import { keepFile } from './steps';
import { openStorage, type Storage } from './storage.mjs';
import type { KeptFile } from './types';

/** Telephones make JPEGs of 50 megapixels, which are made smaller while they are read; anything else is read whole. */
const MOST_PIXELS = { jpeg: 64_000_000, other: 24_000_000 } as const;
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

/** A paper is to be read, so it keeps more than a photo. */
const SCAN: Kind = {
  mostBytes: 900_000,
  boxes: [
    [2400, 2400],
    [1700, 1700],
    [1200, 1200],
  ],
  write: (picture) => picture.flatten({ background: '#fff' }).jpeg({ quality: 80 }),
};

const PDF = 'application/pdf';
const JPEG = 'image/jpeg';

interface Source {
  path: string;
  mostPixels: number;
}

/** By what is in them, whatever a file calls itself. Vector formats are no pictures but programs. */
const RASTER = new Set(['image/png', JPEG, 'image/gif', 'image/webp']);

/**
 * Makes a logo from whatever was uploaded: decoded, scaled down and written anew, so that nothing of the
 * original file (scripts, places, cameras) is kept.
 * @returns a PNG of at most 50 kB in the store, or `null` when this is no picture we can read
 */
export const keepLogo = (upload: Blob): Promise<KeptFile | null> => keepPicture(upload, LOGO);

/** The same of a photo. @returns a JPEG of at most 220 kB in the store, or `null` */
export const keepPhoto = (upload: Blob): Promise<KeptFile | null> => keepPicture(upload, PHOTO);

/**
 * A paper that was scanned: a picture of it is written anew like a photo; a PDF stays as it was brought, and is never
 * shown in a page but taken along.
 * @returns a JPEG of at most 900 kB or the PDF, in the store, or `null` when it is neither
 */
export const keepPaper = (upload: Blob): Promise<KeptFile | null> =>
  keepBrought(upload, (storage, brought) =>
    brought.type === PDF ? keepFile(brought) : keepRaster(storage, brought, SCAN),
  );

const keepPicture = (upload: Blob, kind: Kind): Promise<KeptFile | null> =>
  keepBrought(upload, (storage, brought) => keepRaster(storage, brought, kind));

async function keepBrought(
  upload: Blob,
  keep: (storage: Storage, brought: Received) => Promise<KeptFile | null>,
): Promise<KeptFile | null> {
  const storage = openStorage(readEnv());
  const brought = await storage.receive(upload.stream(), MOST_BROUGHT);
  try {
    return await keep(storage, brought);
  } finally {
    await storage.discard(brought);
  }
}

const keepRaster = async (storage: Storage, { type, path }: Received, kind: Kind) =>
  RASTER.has(type)
    ? keepSmall(storage, { path, mostPixels: MOST_PIXELS[type === JPEG ? 'jpeg' : 'other'] }, kind)
    : null;

async function keepSmall(storage: Storage, file: Source, kind: Kind): Promise<KeptFile | null> {
  for (const box of kind.boxes) {
    const written = await encode(file, box, kind);
    if (written === null) return null;
    if (written.length <= kind.mostBytes)
      return keepFile(await storage.receive([written], kind.mostBytes));
  }
  return null;
}

async function encode(
  { path, mostPixels }: Source,
  [width, height]: Kind['boxes'][number],
  { write }: Kind,
): Promise<Buffer | null> {
  try {
    const read = sharp(path, { limitInputPixels: mostPixels, failOn: 'error' });
    const turned = read.rotate().resize({ width, height, fit: 'inside', withoutEnlargement: true });
    return await write(turned).toBuffer();
  } catch {
    return null;
  }
}
