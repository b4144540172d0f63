import { getTranslations } from 'next-intl/server';
import { currentVisitor } from '@/lib/accounts/actor';
import { findEntered } from '@/lib/appointments/booking/queries';
import { slipData } from '@/lib/appointments/booking/text';
import { keptEntered } from '@/lib/appointments/cookie';
import { appointmentsPaths } from '@/lib/appointments/paths';
import type { Entered } from '@/lib/appointments/types';
import { now } from '@/lib/core/clock';
import { readEnv } from '@/lib/core/env.mjs';
import { isAppError } from '@/lib/core/errors';
import { isLocale } from '@/lib/core/paths';
import { pdfAnswer } from '@/lib/print/answer';
import { typeset } from '@/lib/print/typst';
import { getOffice } from '@/lib/settings/queries';

export const dynamic = 'force-dynamic';

type Say = Parameters<typeof slipData>[2];

/** The slip of what was just taken for somebody in this session: nothing in the address opens it. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const entered = await justEntered(asked.get('termin') ?? '');
  if (!entered) return new Response(null, { status: 404 });
  const wished = asked.get('locale') ?? '';
  const locale = isLocale(wished) ? wished : 'de';
  const t = await getTranslations({ locale, namespace: 'appointments' });
  const url = new URL(appointmentsPaths.lookUp(), readEnv().APP_URL);
  const office = { ...(await getOffice({ locale })), address: `${url.host}${url.pathname}` };
  const data = slipData(entered, office, t as unknown as Say, locale);
  return pdfAnswer(
    'terminzettel',
    typeset({ template: 'record', data, at: now() }, { isOffice: false, signal: request.signal }),
  );
}

/** @param slot whose slip the page offers */
async function justEntered(slot: string): Promise<Entered | null> {
  try {
    return await findEntered(await currentVisitor(), await keptEntered(), slot);
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}
