import { currentVisitor } from '@/lib/accounts/actor';
import { orNothing } from '@/lib/core/errors';
import { numberInPath } from '@/lib/core/paths';
import { takeBallots } from '@/lib/voting/count/commands';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ number: string }> };

/** Whole ballots for somebody who counts again for all the others; each time is written down. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  // A link on a foreign page would write down that somebody took them.
  const site = request.headers.get('sec-fetch-site') ?? 'same-origin';
  if (!['same-origin', 'none'].includes(site)) return new Response(null, { status: 404 });
  const number = numberInPath((await params).number);
  const text = await find(number);
  if (text === null) return new Response(null, { status: 404 });
  return new Response(text, {
    headers: {
      'content-type': 'application/json',
      'content-disposition': `attachment; filename="abstimmung-${number}-ganze-stimmzettel.json"`,
      'cache-control': 'private, no-store',
    },
  });
}

async function find(number: number): Promise<string | null> {
  const visitor = await currentVisitor();
  const taken = await orNothing(() => takeBallots(visitor, { number }));
  return taken?.ok ? taken.value.text : null;
}
