import { currentVisitor } from '@/lib/accounts/actor';
import { getOwnData } from '@/lib/privacy/queries';

export const dynamic = 'force-dynamic';

/** The same as the page `/konto/auskunft`, as a file for machines (GDPR Art. 20). */
export async function GET(): Promise<Response> {
  const visitor = await currentVisitor();
  if (visitor.kind === 'guest') return new Response(null, { status: 404 });
  return new Response(JSON.stringify(await getOwnData(visitor), null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="stadtteilforum-auskunft.json"',
      'cache-control': 'private, no-store',
    },
  });
}
