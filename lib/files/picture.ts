import 'server-only';
import sharp from 'sharp';
import { readEnv } from '@/lib/core/env.mjs';
import { keepFile } from './steps';
import { openStorage, type Storage } from './storage.mjs';
import type { KeptFile } from './types';

const MOST_PIXELS = 24_000_000;
const MOST_BYTES = 50_000;
/** Far above what a form may bring; it ends what would have no end. */
const MOST_BROUGHT = 8_000_000;
/** Sizes to try, in pixels, until the picture is small enough. */
const BOXES = [
  [480, 180],
  [320, 120],
  [200, 75],
] as const;

/** By what is in them, whatever a file calls itself. Vector formats are no pictures but programs. */
const RASTER = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/**
 * Makes a logo from whatever was uploaded: decoded, scaled down and written anew, so that nothing of the
 * original file (scripts, places, cameras) is kept.
 * @returns a PNG of at most 50 kB in the store, or `null` when this is no picture we can read
 */
export async function keepLogo(upload: Blob): Promise<KeptFile | null> {
  const storage = openStorage(readEnv());
  const brought = await storage.receive(upload.stream(), MOST_BROUGHT);
  try {
    return RASTER.has(brought.type) ? await keepSmall(storage, brought.path) : null;
  } finally {
    await storage.discard(brought);
  }
}

async function keepSmall(storage: Storage, file: string): Promise<KeptFile | null> {
  for (const [width, height] of BOXES) {
    const png = await encode(file, width, height);
    if (png === null) return null;
    if (png.length <= MOST_BYTES) return keepFile(await storage.receive([png], MOST_BYTES));
  }
  return null;
}

async function encode(file: string, width: number, height: number): Promise<Buffer | null> {
  try {
    return await sharp(file, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .rotate()
      .resize({ width, height, fit: 'inside', withoutEnlargement: true })
      .png({ compressionLevel: 9, palette: true })
      .toBuffer();
  } catch {
    return null;
  }
}
