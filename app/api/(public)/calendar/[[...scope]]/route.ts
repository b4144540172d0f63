import { writeCalendar } from '@/lib/calendar/feed/ics';
import { getFeed } from '@/lib/calendar/feed/queries';
import { findKind } from '@/lib/calendar/kinds/queries';
import type { CalendarScope } from '@/lib/calendar/types';
import { markReadingPage } from '@/lib/core/page-cache';

export const dynamic = 'force-dynamic';

/** `/kalender.ics` and its relatives: whole, `district/<slug>`, `kind/<slug>` (next.config.js). */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ scope?: string[] }> },
): Promise<Response> {
  const scope = await scopeOf((await params).scope ?? []);
  const feed = scope && (await getFeed({ locale: 'de' }, scope));
  if (!feed) return new Response('Not found\n', { status: 404 });
  // Kept, tagged for comparison (ETag) and dropped by the HTTP front like any reading page.
  markReadingPage();
  return new Response(writeCalendar(feed), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
}

async function scopeOf([by, slug = '', ...rest]: string[]): Promise<CalendarScope | null> {
  if (by === undefined) return {};
  if (rest.length > 0) return null;
  if (by === 'district') return { districtSlug: slug };
  const found = by === 'kind' ? await findKind({ locale: 'de' }, slug) : null;
  return found ? { kind: found.kind } : null;
}
