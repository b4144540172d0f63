import 'server-only';
import { cookies } from 'next/headers';
import { now } from '@/lib/core/clock';
import { openSealed, sealText } from '@/lib/core/crypto';
import { type Kiosk, kioskIn } from './rules';

/** Makes a device of the office a ballot box. Browsers treat loopback hosts as secure too. */
const KIOSK_COOKIE = '__Host-stadtteilforum-urne';
const PURPOSE = 'kiosk';

const options = { httpOnly: true, secure: true, sameSite: 'strict', path: '/' } as const;

/** The box this browser is, or `null`. */
export async function readKiosk(): Promise<Kiosk | null> {
  const value = (await cookies()).get(KIOSK_COOKIE)?.value;
  return value ? kioskIn(openSealed(PURPOSE, value), now()) : null;
}

/** Makes this browser a box, or goes on to the next round. */
export async function writeKiosk(kiosk: Kiosk): Promise<void> {
  const maxAge = Math.max(0, Math.floor((kiosk.until - now().getTime()) / 1000));
  const value = sealText(PURPOSE, JSON.stringify(kiosk));
  (await cookies()).set(KIOSK_COOKIE, value, { ...options, maxAge });
}

export async function forgetKiosk(): Promise<void> {
  (await cookies()).set(KIOSK_COOKIE, '', { ...options, maxAge: 0 });
}
