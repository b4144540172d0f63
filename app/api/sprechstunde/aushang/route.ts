import { getTranslations } from 'next-intl/server';
import { currentVisitor } from '@/lib/accounts/actor';
import { listWeeklyHours } from '@/lib/appointments/office/queries';
import { hoursNotice } from '@/lib/appointments/office/text';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { dayColumn } from '@/lib/core/day.mjs';
import { readEnv } from '@/lib/core/env.mjs';
import { orNothing } from '@/lib/core/errors';
import { officeToday } from '@/lib/core/office-time';
import { neighboursLocale } from '@/lib/core/paths';
import { longDay } from '@/lib/i18n/dates';
import { sheetAnswer } from '@/lib/print/answer';
import { drawQr } from '@/lib/print/qr';
import { getOffice } from '@/lib/settings/queries';
import { postalAddress } from '@/lib/settings/rules';

export const dynamic = 'force-dynamic';

type Say = Parameters<typeof hoursNotice>[2]['sayAny'];

/** The hours of the counselling, for the door. */
export async function GET(request: Request): Promise<Response> {
  const visitor = await currentVisitor();
  const hours = await orNothing(() => listWeeklyHours(visitor));
  if (!hours) return new Response(null, { status: 404 });
  // It is read by neighbours: German, or the easy one.
  const locale = neighboursLocale(request);
  // messages: given
  const sayAny = (await getTranslations({ locale })) as unknown as Say;
  const names = new Intl.DisplayNames(['de'], { type: 'language' });
  const office = await getOffice({ locale });
  const url = new URL(appointmentsPaths.appointments(), readEnv().APP_URL);
  const place = {
    office: { name: office.officeName, address: postalAddress(office), phone: office.phone },
    address: `${url.host}${url.pathname}`,
  };
  const today = longDay(dayColumn(officeToday()), locale);
  const nameOf = (language: string) => names.of(language) ?? language;
  const data = {
    ...{ author: office.officeName, qr: drawQr(url.toString()) },
    ...hoursNotice(hours, place, { today, nameOf, sayAny }),
  };
  return sheetAnswer(
    'sprechzeiten',
    { template: 'hours', data },
    { isOffice: true, signal: request.signal },
  );
}
