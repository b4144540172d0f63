import { markReadingPage } from '@/lib/core/page-cache';
import { numberInPath } from '@/lib/core/paths';
import { getPollFile } from '@/lib/voting/tell/queries';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ number: string; file: string }> };

/** `/abstimmungen/7/stimmzettel.json` and its relatives (next.config.js). */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { number, file } = await params;
  const found = await getPollFile(numberInPath(number), file);
  if (!found) return new Response('Not found\n', { status: 404 });
  // Kept, tagged for comparison (ETag) and dropped by the HTTP front like any reading page.
  markReadingPage();
  return new Response(found.text, { headers: { 'content-type': found.type } });
}
