import { currentVisitor } from '@/lib/accounts/actor';
import { mayCoordinate } from '@/lib/accounts/policy';
import { findCertificate, findOwnCertificate } from '@/lib/meetings/certificates/queries';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ id: string }> };

/**
 * A certificate of attendance, for the office and whoever it is of. It is taken along and never opened in the browser: a
 * PDF is kept as it was brought.
 */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const visitor = await currentVisitor();
  if (visitor.kind !== 'person') return new Response(null, { status: 404 });
  const paper = mayCoordinate(visitor)
    ? await findCertificate(visitor, id)
    : await findOwnCertificate(visitor, id);
  if (!paper) return new Response(null, { status: 404 });
  const ending = paper.type === 'application/pdf' ? 'pdf' : 'jpg';
  return new Response(new Uint8Array(paper.bytes), {
    headers: {
      'content-type': paper.type,
      'content-disposition': `attachment; filename="bescheinigung.${ending}"`,
      'cache-control': 'private, no-store',
    },
  });
}
