import { getTranslations } from 'next-intl/server';
import { findOpenBooking } from '@/lib/appointments/booking/queries';
import { slipData } from '@/lib/appointments/booking/text';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { readEnv } from '@/lib/core/env.mjs';
import { wishedLocale } from '@/lib/core/paths';
import { printedToday, sheetAnswer } from '@/lib/print/answer';
import { drawAddress } from '@/lib/print/qr';
import { getOffice } from '@/lib/settings/queries';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ key: string }> };
type Say = Parameters<typeof slipData>[2];

/** The slip of one's own appointment, as a PDF that nobody keeps; none of one that is over or off. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { key } = await params;
  const booking = await findOpenBooking(key);
  if (!booking) return new Response(null, { status: 404 });
  const locale = wishedLocale(request);
  const t = await getTranslations({ locale, namespace: 'appointments' });
  const url = new URL(appointmentsPaths.lookUp(), readEnv().APP_URL);
  const office = {
    ...(await getOffice({ locale })),
    ...{ address: `${url.host}${url.pathname}`, qr: drawAddress(url.href) },
  };
  const printed = printedToday(await getTranslations({ locale }), locale);
  const data = slipData({ key, booking }, office, t as unknown as Say, locale);
  return sheetAnswer(
    'terminzettel',
    { template: 'record', data: { ...data, printed } },
    { isOffice: false, signal: request.signal },
  );
}
