'use client';

/** Enough for a page and for looking closely; what is kept is smaller still. */
const MOST_PIXELS = 1600;
/** What is smaller than this goes over any line as it is. */
const SMALL_BYTES = 500_000;
const QUALITY = 0.85;

/** The size a picture is drawn in, in pixels: as it is, or with its longer side at most `MOST_PIXELS`. */
export function sizeWithin(width: number, height: number): readonly [number, number] {
  const part = Math.min(1, MOST_PIXELS / Math.max(width, height));
  return [Math.max(1, Math.round(width * part)), Math.max(1, Math.round(height * part))];
}

/**
 * Makes a large photo smaller on the device, so that it goes over a weak line; where it was taken does not come along.
 * Whatever the device cannot do leaves it as it is: the server makes it small all the same.
 * @returns the smaller one, or the same
 */
export async function shrunk(file: File): Promise<File> {
  if (file.size <= SMALL_BYTES) return file;
  try {
    const smaller = await drawn(file);
    return smaller && smaller.size < file.size
      ? new File([smaller], 'foto.jpg', { type: 'image/jpeg' })
      : file;
  } catch {
    return file;
  }
}

async function drawn(file: File): Promise<Blob | null> {
  const picture = await createImageBitmap(file);
  try {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = sizeWithin(picture.width, picture.height);
    const pen = canvas.getContext('2d');
    if (!pen) return null;
    // A JPEG has no holes: what can be seen through becomes white and not black.
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  } finally {
    picture.close();
  }
}

/** Puts the smaller one in place of what was chosen, unless something else was chosen meanwhile. */
export async function shrinkChosen(input: HTMLInputElement): Promise<void> {
  const chosen = input.files?.[0];
  if (!chosen) return;
  const file = await shrunk(chosen);
  if (file === chosen || input.files?.[0] !== chosen) return;
  const carried = new DataTransfer();
  carried.items.add(file);
  input.files = carried.files;
}
