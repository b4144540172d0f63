import { getTranslations } from 'next-intl/server';
import { currentVisitor } from '@/lib/accounts/actor';
import { now } from '@/lib/core/clock';
import { readEnv } from '@/lib/core/env.mjs';
import { orNothing } from '@/lib/core/errors';
import { localized, wishedLocale } from '@/lib/core/paths';
import { writeMeeting } from '@/lib/meetings/ics';
import { meetingsPaths } from '@/lib/meetings/paths';
import { getMeeting } from '@/lib/meetings/queries';
import { hoursText } from '@/lib/meetings/rules';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ id: string }> };

const nothing = () => new Response(null, { status: 404 });

/** One meeting for the calendar of whoever of the office goes there; no public calendar knows it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const visitor = await currentVisitor();
  const meeting = await orNothing(() => getMeeting(visitor, id));
  if (!meeting) return nothing();
  const locale = wishedLocale(request);
  // messages: meetings.kind.*
  const t = await getTranslations({ locale, namespace: 'meetings' });
  const kind = t(`kind.${meeting.kind}`);
  const file = writeMeeting(
    {
      ...meeting,
      title: meeting.title ? `${kind}: ${meeting.title}` : kind,
      length: `${t('list.hours')}: ${hoursText(meeting.minutes, locale)}`,
      url: `${readEnv().APP_URL}${localized(locale, meetingsPaths.teamMeeting(id))}`,
    },
    now(),
  );
  return new Response(file, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="treffen.ics"',
      'cache-control': 'private, no-store',
    },
  });
}
