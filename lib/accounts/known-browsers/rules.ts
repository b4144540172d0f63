import { DAY_MS } from '@/lib/core/day.mjs';

/** How long a browser is known after it signed in. */
export const KNOWN_DAYS = 365;
/** Accounts one browser is known for: a family's tablet, the office's counter. */
const MOST_ACCOUNTS = 4;

/** Signs what a browser holds; only the server has the key. */
type Sign = (text: string) => string;

interface Held {
  device: string;
  /** Newest first. */
  proofs: { day: number; signature: string }[];
}

const DEVICE = /^[\w-]{20,64}$/;
const PROOF = /^(\d{1,6})-([\w-]{20,64})$/;

/** The cookie as it is sent: `device.day-signature.day-signature…`, or null when it is none of ours. */
function readHeld(value: string): Held | null {
  const [device = '', ...parts] = value.split('.');
  if (!DEVICE.test(device) || parts.length > MOST_ACCOUNTS) return null;
  const proofs = parts.flatMap((part) => {
    const [, day, signature] = PROOF.exec(part) ?? [];
    return day && signature ? [{ day: Number(day), signature }] : [];
  });
  return { device, proofs };
}

const dayOf = (at: Date) => Math.floor(at.getTime() / DAY_MS);
const signed = (device: string, day: number, mark: string) => `${device} ${day} ${mark}`;

/**
 * The device this browser has proved to be, for an account: it signed in to that account within a
 * year. Says nothing about whether the account exists, because nothing is looked up.
 * @param mark keyed hash of the account's address
 */
export function provenDevice(value: string, mark: string, at: Date, sign: Sign): string | null {
  const held = readHeld(value);
  if (!held) return null;
  const { device, proofs } = held;
  // Every proof is compared, so that the time it takes does not tell which one fits.
  const fits = proofs.filter(({ day, signature }) => {
    const isFresh = dayOf(at) - day <= KNOWN_DAYS && day <= dayOf(at);
    return sign(signed(device, day, mark)) === signature && isFresh;
  });
  return fits.length > 0 ? device : null;
}

/** The cookie after a sign-in: this account first, the others this browser was known for behind it. */
export function rememberedValue(
  value: string,
  start: { mark: string; freshDevice: string },
  at: Date,
  sign: Sign,
): string {
  const held = readHeld(value) ?? { device: start.freshDevice, proofs: [] };
  const { device } = held;
  const today = { day: dayOf(at), signature: sign(signed(device, dayOf(at), start.mark)) };
  const others = held.proofs.filter(
    ({ day, signature }) => sign(signed(device, day, start.mark)) !== signature,
  );
  const proofs = [today, ...others].slice(0, MOST_ACCOUNTS);
  return [device, ...proofs.map(({ day, signature }) => `${day}-${signature}`)].join('.');
}
