import { markReadingPage } from '@/lib/core/page-cache';
import { getTableProgram } from '@/lib/voting/tell/queries';

export const dynamic = 'force-dynamic';

/** The program that goes through a table, for everybody to take along (next.config.js). */
export async function GET(): Promise<Response> {
  const program = await getTableProgram();
  markReadingPage();
  return new Response(program, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
}
