import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { shrinkChosen, shrunk, sizeWithin } from './shrink-picture';

test.each([
  [4000, 3000, [1600, 1200]],
  [3000, 4000, [1200, 1600]],
  [800, 600, [800, 600]],
  [8000, 2, [1600, 1]],
])('%i × %i pixels become %j', (width, height, size) => {
  expect(sizeWithin(width, height)).toEqual(size);
});

const photo = (bytes = 4_000_000) => new File([new Uint8Array(bytes)], 'IMG_2041.jpg');

/** As much of a browser as draws a picture. @param bytes how large what it draws comes out */
function browser(bytes: number) {
  const drawn: number[][] = [];
  const close = vi.fn();
  vi.stubGlobal('createImageBitmap', async () => ({ width: 4000, height: 3000, close }));
  vi.stubGlobal('document', {
    createElement: () => ({
      getContext: () => ({
        fillRect: () => undefined,
        drawImage: (_: unknown, ...place: number[]) => void drawn.push(place),
      }),
      toBlob: (done: (blob: Blob) => void, type: string) =>
        done(new Blob([new Uint8Array(bytes)], { type })),
    }),
  });
  vi.stubGlobal(
    'DataTransfer',
    class {
      files: File[] = [];
      items = { add: (file: File) => void this.files.push(file) };
    },
  );
  return { drawn, close };
}

afterEach(() => vi.unstubAllGlobals());

describe('a large photo', () => {
  it('goes smaller, as a JPEG under no name of its own', async () => {
    const { drawn, close } = browser(300_000);
    const small = await shrunk(photo());
    expect([small.size, small.type, small.name]).toEqual([300_000, 'image/jpeg', 'foto.jpg']);
    expect(drawn).toEqual([[0, 0, 1600, 1200]]);
    expect(close).toHaveBeenCalledOnce();
  });

  it('stays as it is where it would become larger, or nothing can be drawn', async () => {
    const large = photo();
    browser(5_000_000);
    expect(await shrunk(large)).toBe(large);
    vi.stubGlobal('createImageBitmap', async () => {
      throw new DOMException('', 'InvalidStateError');
    });
    expect(await shrunk(large)).toBe(large);
  });

  it('is not touched when it is small', async () => {
    const { drawn } = browser(10);
    const small = photo(400_000);
    expect(await shrunk(small)).toBe(small);
    expect(drawn).toEqual([]);
  });
});

describe('what was chosen', () => {
  it('is the smaller one from then on', async () => {
    browser(300_000);
    const input = { files: [photo()] } as unknown as HTMLInputElement;
    await shrinkChosen(input);
    expect([...(input.files ?? [])].map(({ size }) => size)).toEqual([300_000]);
  });

  it('stays what was chosen last, while an earlier one is still made smaller', async () => {
    browser(300_000);
    const input = { files: [photo()] } as unknown as { files: File[] } & HTMLInputElement;
    const shrinking = shrinkChosen(input);
    const other = photo(100);
    input.files = [other] as unknown as File[] & FileList;
    await shrinking;
    expect(input.files[0]).toBe(other);
  });
});
