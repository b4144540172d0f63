import { localized, wishedLocale } from '@/lib/core/paths';
import { getWorkerProgram } from '@/lib/outreach/device/queries';
import { outreachPaths } from '@/lib/outreach/paths';

export const dynamic = 'force-dynamic';

/** The worker that keeps the form for the way on a device, for that one page in one language. */
export async function GET(request: Request): Promise<Response> {
  const page = localized(wishedLocale(request), outreachPaths.teamDevice());
  return new Response(await getWorkerProgram(), {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'service-worker-allowed': page,
    },
  });
}
