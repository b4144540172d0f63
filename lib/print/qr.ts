import QRCode from 'qrcode';

/** A QR code as one SVG path in a square of `size` units. */
export interface QrDrawing {
  size: number;
  path: string;
}

const QUIET_ZONE = 4;

/**
 * Draws a QR code (error correction M) with the quiet zone the standard asks for (ISO/IEC 18004: four modules).
 * @param text what a phone reads
 */
export function drawQr(text: string): QrDrawing {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const parts: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) {
        parts.push(`M${column + QUIET_ZONE} ${row + QUIET_ZONE}h1v1h-1z`);
      }
    }
  }
  return { size: modules.size + 2 * QUIET_ZONE, path: parts.join('') };
}
