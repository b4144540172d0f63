import type { NextRequest } from 'next/server';
import { currentVisitor } from '@/lib/accounts/actor';
import { answerOidc } from '@/lib/accounts/auth';

export const dynamic = 'force-dynamic';

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

/** Signing in at the organisation's own server; "not found" when none is configured. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const { nextauth } = await params;
  return answerOidc(await currentVisitor(), nextauth, {
    url: request.url,
    cookies: Object.fromEntries(request.cookies.getAll().map(({ name, value }) => [name, value])),
    userAgent: request.headers.get('user-agent') ?? '',
  });
}
