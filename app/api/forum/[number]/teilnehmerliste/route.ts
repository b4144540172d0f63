import { getTranslations } from 'next-intl/server';
import { currentVisitor } from '@/lib/accounts/actor';
import { orNothing } from '@/lib/core/errors';
import { numberInPath, wishedLocale } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';
import { getSessionInOffice } from '@/lib/forum/planning/queries';
import { listForAttendance } from '@/lib/forum/registrations/queries';
import { attendanceList } from '@/lib/forum/registrations/text';
import { longDateTime } from '@/lib/i18n/dates';
import { ledTo, printedToday, sheetAnswer } from '@/lib/print/answer';
import { getOffice } from '@/lib/settings/queries';
import { postalAddress } from '@/lib/settings/rules';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ number: string }> };
type Say = Parameters<typeof attendanceList>[1];

/** The list everybody at a session signs, as a PDF that nobody keeps: it says who has a seat. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const number = numberInPath((await params).number);
  const found = await find(number);
  if (!found) return new Response(null, { status: 404 });
  const locale = wishedLocale(request);
  const office = await getOffice({ locale });
  const { session, groups } = found;
  const list = {
    ...{ title: session.title, place: session.place, groups },
    when: longDateTime(session.startsAt, locale),
  };
  const data = {
    author: office.officeName,
    office: [office.officeName, postalAddress(office), office.phone].join(' · '),
    lang: locale === 'en' ? 'en' : 'de',
    ...ledTo(forumPaths.forumSession(number)),
    printed: printedToday(await getTranslations({ locale }), locale),
    ...attendanceList(list, (await getTranslations({ locale })) as Say),
  };
  return sheetAnswer(
    `teilnehmerliste-${number}`,
    { template: 'attendance', data },
    { isOffice: true, signal: request.signal },
  );
}

async function find(number: number) {
  const visitor = await currentVisitor();
  return orNothing(async () => ({
    session: await getSessionInOffice(visitor, number),
    groups: await listForAttendance(visitor, number),
  }));
}
