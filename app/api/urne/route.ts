import { now } from '@/lib/core/clock';
import { localized, wishedLocale } from '@/lib/core/paths';
import { newCode } from '@/lib/core/tokens';
import { votingPaths } from '@/lib/voting/paths';
import { readKiosk, writeKiosk } from '@/lib/voting/vote/kiosk/cookie';

const ROUND_LENGTH = 20;

/**
 * The box forgets the voter who was there and goes back to its start: with a new round nothing of the
 * one before can be opened any more, and the browser throws away what it kept of the pages.
 */
export async function GET(request: Request): Promise<Response> {
  const kiosk = await readKiosk();
  if (kiosk) {
    await writeKiosk({ ...kiosk, round: newCode(ROUND_LENGTH), roundAt: now().getTime() });
  }
  return new Response(null, {
    status: 303,
    headers: {
      location: localized(wishedLocale(request), votingPaths.kiosk()),
      'cache-control': 'private, no-store',
      'clear-site-data': '"cache"',
    },
  });
}
