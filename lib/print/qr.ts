import QRCode from 'qrcode';

/** A QR code as one SVG path in a square of `size` units. */
export interface QrDrawing {
  size: number;
  path: string;
}

const QUIET_ZONE = 4;

const drawn = new Map<string, QrDrawing>();
const MOST_DRAWN = 500;

/**
 * Draws a QR code (error correction M) with the quiet zone the standard asks for (ISO/IEC 18004: four modules).
 * @param text what a phone reads
 */
export function drawQr(text: string): QrDrawing {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const parts: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      // Dark squares beside each other are one bar, which is half the bytes.
      const from = column;
      while (column < modules.size && modules.get(row, column)) column += 1;
      const wide = column - from;
      if (wide > 0) parts.push(`M${from + QUIET_ZONE} ${row + QUIET_ZONE}h${wide}v1h-${wide}z`);
    }
  }
  return { size: modules.size + 2 * QUIET_ZONE, path: parts.join('') };
}

/** The same for an address of ours that is drawn again and again, in the foot of every page; nothing secret stays here. */
export function drawAddress(address: string): QrDrawing {
  const known = drawn.get(address);
  if (known) return known;
  if (drawn.size >= MOST_DRAWN) drawn.clear();
  const drawing = drawQr(address);
  drawn.set(address, drawing);
  return drawing;
}
