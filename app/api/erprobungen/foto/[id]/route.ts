import { currentVisitor } from '@/lib/accounts/actor';
import { findPhoto, findShownPhoto } from '@/lib/activation/photos/queries';
import { orNothing } from '@/lib/core/errors';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ id: string }> };

/** A photo of a trial. No browser keeps it: when consent is taken back it is gone with the next look. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const photo = (await findShownPhoto(id)) ?? (await forOffice(id));
  if (!photo) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(photo), {
    headers: { 'content-type': 'image/jpeg', 'cache-control': 'private, no-store' },
  });
}

async function forOffice(id: string): Promise<Buffer | null> {
  const visitor = await currentVisitor();
  return orNothing(() => findPhoto(visitor, id));
}
