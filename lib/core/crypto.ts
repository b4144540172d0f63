import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { readEnv } from './env.mjs';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

function keyFor(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `seal\u0000${purpose}`, 32));
}

/**
 * Encrypts a short secret that must be read again (unlike codes, which are only compared).
 * @returns base64url of iv, tag and ciphertext
 */
export function sealText(purpose: string, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, keyFor(readEnv().AUTH_SECRET, purpose), iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

/** The text again, or `null` when it was changed or sealed with a secret that is not accepted any more. */
export function openSealed(purpose: string, sealed: string): string | null {
  const { AUTH_SECRET, AUTH_SECRET_OLD } = readEnv();
  for (const secret of [AUTH_SECRET, ...AUTH_SECRET_OLD]) {
    const text = openWith(keyFor(secret, purpose), sealed);
    if (text !== null) return text;
  }
  return null;
}

/** The same sealed with today's secret; `null` when it is already. */
export function sealedAnew(purpose: string, sealed: string): string | null {
  const { AUTH_SECRET } = readEnv();
  if (openWith(keyFor(AUTH_SECRET, purpose), sealed) !== null) return null;
  const text = openSealed(purpose, sealed);
  return text === null ? null : sealText(purpose, text);
}

function openWith(key: Buffer, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length <= IV_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    const body = bytes.subarray(IV_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
