import jsQR from 'jsqr';
import type { QrDrawing } from '@/lib/print/qr';

const SCALE = 4;

/** What a phone reads from a drawing of `lib/print/qr`; `undefined` when it reads nothing. */
export function readQr({ size, path }: QrDrawing): string | undefined {
  const side = size * SCALE;
  const picture = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, column, row, wide] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let y = 0; y < SCALE; y += 1) {
      const start = ((Number(row) * SCALE + y) * side + Number(column) * SCALE) * 4;
      for (let x = 0; x < Number(wide) * SCALE; x += 1) picture.set([0, 0, 0], start + x * 4);
    }
  }
  return jsQR(picture, side, side)?.data;
}
