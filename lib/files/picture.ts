import 'server-only';
import sharp from 'sharp';

const MOST_PIXELS = 24_000_000;
const MOST_BYTES = 50_000;
/** Sizes to try, in pixels, until the picture is small enough. */
const BOXES = [
  [480, 180],
  [320, 120],
  [200, 75],
] as const;

// By their first bytes, whatever a file calls itself. Vector formats are no pictures but programs.
const SIGNATURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x52, 0x49, 0x46, 0x46],
];

function isRaster(bytes: Uint8Array): boolean {
  return SIGNATURES.some((signature) => signature.every((byte, at) => bytes[at] === byte));
}

/**
 * Makes a logo from whatever was uploaded: decoded, scaled down and written anew, so that nothing of the
 * original file (scripts, places, cameras) is kept.
 * @returns a PNG data URL of at most 50 kB, or `null` when this is no picture we can read
 */
export async function logoDataUrl(bytes: Uint8Array): Promise<string | null> {
  if (!isRaster(bytes)) return null;
  for (const [width, height] of BOXES) {
    const png = await encode(bytes, width, height);
    if (png === null) return null;
    if (png.length <= MOST_BYTES) return `data:image/png;base64,${png.toString('base64')}`;
  }
  return null;
}

async function encode(bytes: Uint8Array, width: number, height: number): Promise<Buffer | null> {
  try {
    return await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .rotate()
      .resize({ width, height, fit: 'inside', withoutEnlargement: true })
      .png({ compressionLevel: 9, palette: true })
      .toBuffer();
  } catch {
    return null;
  }
}
