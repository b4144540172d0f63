import { getTranslations } from 'next-intl/server';
import { currentVisitor } from '@/lib/accounts/actor';
import { findEntered } from '@/lib/appointments/booking/queries';
import { slipData } from '@/lib/appointments/booking/text';
import { keptEntered } from '@/lib/appointments/cookie';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { readEnv } from '@/lib/core/env.mjs';
import { orNothing } from '@/lib/core/errors';
import { wishedLocale } from '@/lib/core/paths';
import { printedToday, sheetAnswer } from '@/lib/print/answer';
import { drawAddress } from '@/lib/print/qr';
import { getOffice } from '@/lib/settings/queries';

export const dynamic = 'force-dynamic';

type Say = Parameters<typeof slipData>[2];

/** The slip of what was just taken for somebody in this session: nothing in the address opens it. */
export async function GET(request: Request): Promise<Response> {
  const visitor = await currentVisitor();
  const kept = await keptEntered();
  // The appointment whose slip the page offers.
  const slot = new URL(request.url).searchParams.get('slot') ?? '';
  const entered = await orNothing(() => findEntered(visitor, kept, slot));
  if (!entered) return new Response(null, { status: 404 });
  const locale = wishedLocale(request);
  const t = await getTranslations({ locale, namespace: 'appointments' });
  const url = new URL(appointmentsPaths.lookUp(), readEnv().APP_URL);
  const office = {
    ...(await getOffice({ locale })),
    ...{ address: `${url.host}${url.pathname}`, qr: drawAddress(url.href) },
  };
  const printed = printedToday(await getTranslations({ locale }), locale);
  const data = slipData(entered, office, t as unknown as Say, locale);
  return sheetAnswer(
    'terminzettel',
    { template: 'record', data: { ...data, printed } },
    { isOffice: false, signal: request.signal },
  );
}
