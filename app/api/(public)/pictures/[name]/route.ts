import { markReadingPage } from '@/lib/core/page-cache';
import { findLogo } from '@/lib/settings/queries';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ name: string }> };

/** A funder's logo, under an address that says what is in it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const logo = await findLogo((await params).name);
  if (!logo) return new Response('Not found\n', { status: 404 });
  markReadingPage();
  return new Response(new Uint8Array(logo), { headers: { 'content-type': 'image/png' } });
}
