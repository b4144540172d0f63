import { markReadingPage } from '@/lib/core/page-cache';
import { getRecountProgram } from '@/lib/voting/tell/queries';

export const dynamic = 'force-dynamic';

/** The second counting program, for everybody to take along (next.config.js). */
export async function GET(): Promise<Response> {
  const program = await getRecountProgram();
  markReadingPage();
  return new Response(program, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
}
