import { getTranslations } from 'next-intl/server';
import { currentVisitor } from '@/lib/accounts/actor';
import { findEntered, findOpenBooking } from '@/lib/appointments/booking/queries';
import { slipBlocks } from '@/lib/appointments/booking/text';
import { keptEntered } from '@/lib/appointments/cookie';
import { appointmentsPaths, ENTERED } from '@/lib/appointments/paths';
import { readKey } from '@/lib/appointments/rules';
import type { Entered } from '@/lib/appointments/types';
import { now } from '@/lib/core/clock';
import { readEnv } from '@/lib/core/env.mjs';
import { isAppError } from '@/lib/core/errors';
import { isLocale } from '@/lib/core/paths';
import { groupCode } from '@/lib/core/tokens';
import { longDateTime } from '@/lib/i18n/dates';
import { pdfAnswer } from '@/lib/print/answer';
import { typeset } from '@/lib/print/typst';
import { getOffice } from '@/lib/settings/queries';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ key: string }> };
type Say = Parameters<typeof slipBlocks>[1];

/** The slip of one's own appointment, as a PDF that nobody keeps; none of one that is over or off. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const asked = (await params).key;
  const search = new URL(request.url).searchParams;
  const found = asked === ENTERED ? await entered(search.get('termin') ?? '') : await typed(asked);
  const known = readKey(found?.key ?? '');
  if (!found || !known) return new Response(null, { status: 404 });
  const { booking } = found;
  const wished = search.get('locale') ?? '';
  const locale = isLocale(wished) ? wished : 'de';
  const office = await getOffice({ locale });
  const t = await getTranslations({ locale, namespace: 'appointments' });
  const url = new URL(appointmentsPaths.lookUp(), readEnv().APP_URL);
  const slip = {
    number: known.number,
    code: groupCode(known.code),
    when: longDateTime(booking.startsAt, locale, booking.timeZone),
    // messages: appointments.kind.*
    kind: t(`kind.${booking.kind}`),
    place: booking.kind === 'PERSONAL' ? booking.place : '',
    phone: office.phone,
    address: `${url.host}${url.pathname}`,
  };
  const data = {
    ...{ title: t('slip.title'), overline: office.officeName, subject: t('slip.subject') },
    ...{ author: office.officeName, lang: locale === 'en' ? 'en' : 'de', mark: '' },
    foot: t('slip.foot', { page: '{page}', pages: '{pages}' }),
    blocks: slipBlocks(slip, t as unknown as Say),
  };
  return pdfAnswer(
    'terminzettel',
    typeset({ template: 'record', data, at: now() }, { isOffice: false, signal: request.signal }),
  );
}

async function typed(key: string): Promise<Entered | null> {
  const booking = await findOpenBooking(key);
  return booking && { key, booking };
}

/** Whoever has just taken it for somebody has its key in this browser, while they are signed in. */
async function entered(slot: string): Promise<Entered | null> {
  try {
    return await findEntered(await currentVisitor(), await keptEntered(), slot);
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}
